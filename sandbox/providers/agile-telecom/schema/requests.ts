import { bool, integer, object, oneOf, string, type Schema } from '../../schema';
import { flatBody, nestedBody, sms, templateBodies } from './content';

const texts: Schema = { type: 'object', additionalProperties: { type: 'string' } };

const send = (body: Schema): Schema =>
	object({
		'destination!': { type: 'string', pattern: '^\\+[1-9]\\d{6,14}$' },
		'agentId!': integer(1),
		body,
		templateId: integer(1),
		campaignId: string(1, 255),
		messageId: string(1, 255),
		simulation: bool,
		enableNotification: bool,
		maxSmsParts: integer(1),
		placeholders: texts,
		scheduledDate: {
			type: 'string',
			pattern: '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d{4}$',
		},
		fallbackWhatsApp: object({
			'phoneNumberId!': integer(1),
			templateId: integer(1),
			body: { type: 'object' },
		}),
		fallbackSms: sms,
	});

/** POST /api/message-server/rcs/send, in the two forms that the documents show. */
export const sendRequests = { flat: send(flatBody), nested: send(nestedBody) };

/** POST /api/message-server/rcs/templates, by the type of the template. */
export const templateRequests = Object.fromEntries(
	Object.entries(templateBodies).map(([type, body]) => [
		type,
		object({
			'name!': string(1, 255),
			'description!': string(1, 2000),
			'type!': oneOf('TEXT', 'CARD', 'CAROUSEL'),
			'body!': body,
		}),
	]),
);
