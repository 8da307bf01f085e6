import { type FieldNames, named } from './fieldName';

const fallbackStep: FieldNames['parts'] = {
	text: named('Fallback Text'),
	subject: named('Subject'),
	from: named('Sender'),
	maxParts: named('Maximum SMS Parts'),
	senderId: named('WhatsApp Sender ID'),
	templateId: named('WhatsApp Template ID'),
	body: named('WhatsApp Message (JSON)'),
	mediaUrls: {
		...{ name: 'Fallback File URLs', alone: true },
		each: named('Fallback File URLs, #'),
	},
};

/** What travels with a content, and how; by the parts of a message, and by the options that make them. */
export const delivery: Readonly<Record<string, FieldNames>> = {
	to: named('To'),
	from: named('Sender'),
	id: named('Message ID'),
	traffic: named('Traffic Type'),
	validity: {
		...{ name: 'Validity (Seconds)', alone: true },
		parts: { seconds: named('Validity (Seconds)') },
	},
	expiresAt: named('Expires At'),
	schedule: { name: 'Schedule At', alone: true, parts: { at: named('Schedule At') } },
	deliveryWindow: {
		name: 'Delivery Window',
		parts: { days: named('Days'), from: named('From (UTC)'), to: named('To (UTC)') },
	},
	tracking: {
		alone: true,
		parts: { clicks: named('Track Clicks'), shortenUrls: named('Shorten URLs') },
	},
	notify: {
		...{ name: 'Delivery Reports', alone: true },
		parts: { statusUrl: named('Status URL'), enabled: named('Delivery Reports') },
	},
	correlation: {
		alone: true,
		parts: {
			campaignId: named('Campaign ID'),
			clientRef: named('Client Reference'),
			label: named('Label'),
			callbackData: named('Callback Data'),
		},
	},
	simulate: named('Simulate'),
	placeholders: named('Placeholders'),
	providerOptions: named('Provider Options (JSON)'),
	fallback: {
		...{ name: 'Fallback', alone: true },
		parts: { from: named('Sender') },
		each: { name: 'Fallback', alone: true, parts: fallbackStep },
	},
	options: {
		alone: true,
		parts: {
			validity: named('Validity (Seconds)'),
			providerOptions: named('Provider Options (JSON)'),
			placeholders: named('Placeholders'),
			traffic: named('Traffic Type'),
		},
	},
	fallbackOptions: {
		alone: true,
		parts: { maxParts: named('Maximum SMS Parts') },
	},
};
