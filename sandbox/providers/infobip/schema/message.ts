import {
	anyString,
	bool,
	byType,
	integer,
	list,
	object,
	oneOf,
	string,
	time,
	url,
	type Schema,
} from '../../schema';
import { card, suggestion } from './suggestion';

const suggestions = list(suggestion(2024), 0, 11);
const resource = object({ 'url!': url(2048) });

const content = byType({
	TEXT: { 'text!': string(0, 3072), suggestions },
	FILE: { 'file!': resource, thumbnail: resource, suggestions },
	CARD: {
		'orientation!': oneOf('HORIZONTAL', 'VERTICAL'),
		'alignment!': oneOf('LEFT', 'RIGHT'),
		'content!': card(suggestion(2024)),
		suggestions,
	},
	CAROUSEL: {
		'cardWidth!': oneOf('SMALL', 'MEDIUM'),
		'contents!': list(card(suggestion(2024)), 2, 10),
		suggestions,
	},
	PROVIDER_TEMPLATE: {
		'templateId!': anyString,
		parameters: list(object({ 'name!': anyString, 'value!': anyString })),
	},
});

export const platform = object({ entityId: string(0, 255), applicationId: string(0, 255) });

const validityPeriod = object({
	'amount!': integer(),
	timeUnit: oneOf('SECONDS', 'MINUTES', 'HOURS'),
});

const clockTime = object({ 'hour!': integer(0, 23), 'minute!': integer(0, 59) });

export const deliveryTimeWindow = object({
	'days!': list(
		oneOf('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'),
		1,
	),
	from: clockTime,
	to: clockTime,
});

const regional = object({
	indiaDlt: object({
		contentTemplateId: anyString,
		'principalEntityId!': anyString,
		telemarketerId: anyString,
	}),
	turkeyIys: object({ brandCode: integer(), 'recipientType!': oneOf('BIREYSEL', 'TACIR') }),
	southKorea: object({ title: string(0, 66), resellerCode: integer() }),
});

const mmsSegment = byType({
	TEXT: { contentId: anyString, 'text!': string(0, 4096) },
	LINK: { contentId: anyString, contentType: anyString, 'contentUrl!': anyString },
	SMIL: { contentId: anyString, contentType: anyString, 'smil!': anyString },
	UPLOADED_REFERENCE: { contentId: anyString, 'uploadedContentId!': anyString },
});

const messageOptions = object({
	platform,
	validityPeriod,
	deliveryTimeWindow,
	campaignReferenceId: string(0, 255),
	smsFailover: object({ sender: anyString, 'text!': anyString, validityPeriod, regional }),
	mmsFailover: object({
		sender: anyString,
		validityPeriod,
		'content!': object({ title: string(0, 66), 'messageSegments!': list(mmsSegment, 1) }),
	}),
});

const webhooks = object({
	delivery: object({
		url: anyString,
		intermediateReport: bool,
		notify: bool,
		receiveTriggeredFailoverReports: bool,
	}),
	contentType: oneOf('application/json', 'application/xml'),
	callbackData: string(0, 4000),
	seen: object({ url: anyString }),
});

export const destinations = list(object({ 'to!': anyString, messageId: string(0, 200) }), 1);

const message = object({
	sender: anyString,
	'destinations!': destinations,
	'content!': content,
	options: messageOptions,
	webhooks,
});

const requestOptions = object({
	schedule: object({
		bulkId: string(0, 100),
		sendAt: time,
		sendingSpeedLimit: object({
			'amount!': integer(),
			timeUnit: oneOf('MINUTE', 'HOUR', 'DAY'),
		}),
	}),
	tracking: object({
		shortenUrl: bool,
		trackClicks: bool,
		trackingUrl: anyString,
		removeProtocol: bool,
		customDomain: anyString,
	}),
	messageOrdering: object({ respectOrder: bool, stopOnFailure: bool }),
});

/** POST /rcs/2/messages. */
export const messageRequest: Schema = object({
	'messages!': list(message, 1),
	options: requestOptions,
});
