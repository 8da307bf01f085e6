import { type EventDraft, makeEvent, readBody } from '../../event/event';
import { readTapped, readTyped, type Said } from '../../event/inbound';
import { readKeyword } from '../../event/keywords';
import type { RcsEvent } from '../../event/types';
import { asNumber, asObject, defined, type JsonObject } from '../../json';
import type { Delivery } from '../../webhook/delivery';
import { agentOf, channelOf, userOf } from './about';
import { dataOf, envelopesIn, timeOf } from './envelope';
import { statedError } from './errors';
import { eventsOf, type ServiceEvent, serviceEvent } from './eventNames';
import { objectIn, pick, pickString, readTime } from './read';

type Draft = Omit<EventDraft, 'provider' | 'raw' | 'receivedAt'>;

/** Reads `{id, type, created_at, data{...}}`, one or many, in the usual spellings. */
export function parse(delivery: Delivery): RcsEvent[] {
	return envelopesIn(readBody(delivery)).map((raw) => toEvent(raw, delivery.receivedAt));
}

function toEvent(raw: unknown, receivedAt: string): RcsEvent {
	const event = asObject(raw);
	const name = serviceEvent(pickString(event, 'type', 'event', 'event_type'));
	return makeEvent({
		provider: 'rest-v1',
		raw,
		receivedAt,
		occurredAt: readTime(timeOf(event)),
		providerEventId: pickString(event, 'event_id', 'id'),
		...(name ? readers[name](name, event) : { type: 'unknown' }),
	});
}

type Reader = (name: ServiceEvent, event: JsonObject) => Draft;

const readers: Readonly<Record<ServiceEvent, Reader>> = {
	'message.queued': readStatus,
	'message.sent': readStatus,
	'message.delivered': readStatus,
	'message.read': readStatus,
	'message.failed': readFailed,
	'message.expired': readExpired,
	'message.clicked': readClicked,
	'message.replied': readReplied,
	'message.optout': readOptOut,
	'message.complained': readStatus,
	'template.approved': readTemplate,
	'template.rejected': readTemplate,
};

function readStatus(name: ServiceEvent, event: JsonObject): Draft {
	return { type: eventsOf[name][0], ...aboutMessage(event, 'to') };
}

/** A failure that names the channel that follows is not the end. */
function readFailed(_name: ServiceEvent, event: JsonObject): Draft {
	const data = dataOf(event);
	const otherwise = { category: 'notReachable', message: 'The message was not delivered' } as const;
	const goesOn = pickString(data, 'fallback_channel') !== undefined;
	return {
		...aboutMessage(event, 'to'),
		type: goesOn ? 'message.fallback' : 'message.failed',
		error: statedError(data, otherwise),
		safeToFallBack: goesOn ? undefined : true,
	};
}

function readExpired(_name: ServiceEvent, event: JsonObject): Draft {
	const message = 'The message was not delivered in its validity time';
	const error = statedError(dataOf(event), { category: 'expired', message });
	return { ...aboutMessage(event, 'to'), type: 'message.expired', error, safeToFallBack: true };
}

/** A button without an address may be a chip that says STOP. */
function readClicked(_name: ServiceEvent, event: JsonObject): Draft {
	const { text, postbackData, url } = saidIn(event);
	const tapped = url ? undefined : readTapped(text, postbackData);
	const clicked = { type: 'message.clicked', text, postbackData, url } as const;
	return {
		...aboutMessage(event, 'from'),
		...(tapped?.type === 'user.optedOut' ? tapped : clicked),
	};
}

function readReplied(_name: ServiceEvent, event: JsonObject): Draft {
	const { text, postbackData, media, location } = saidIn(event);
	const about = aboutMessage(event, 'from');
	const answersUs = about.messageId !== undefined;
	// Without words, a file or place answers nothing, as at every provider.
	const isAnswer = answersUs && !media && !location;
	const typed: Said = text
		? readTyped(text, answersUs, about.user)
		: { type: isAnswer ? 'message.replied' : 'message.received', text };
	return { ...about, media, location, ...(postbackData ? readTapped(text, postbackData) : typed) };
}

function readOptOut(_name: ServiceEvent, event: JsonObject): Draft {
	const { text } = saidIn(event);
	const keyword = pickString(dataOf(event), 'keyword') ?? readKeyword(text ?? '')?.keyword;
	return { ...aboutMessage(event, 'from'), type: 'user.optedOut', text, keyword };
}

function readTemplate(name: ServiceEvent, event: JsonObject): Draft {
	const data = objectIn(dataOf(event), 'template');
	const comment = pickString(data, 'reason', 'rejection_reason', 'comment');
	return {
		type: eventsOf[name][0],
		template: {
			name: pickString(data, 'name', 'template_id', 'id') ?? '',
			status: pickString(data, 'status') ?? name.replace('template.', ''),
			...defined({ comment }),
		},
	};
}

/** What every event about a message says. `side`: the end of the message where the person is. */
function aboutMessage(event: JsonObject, side: 'from' | 'to') {
	const data = dataOf(event);
	// Beside the type, `id` is that of the event.
	const own = data === event ? undefined : pickString(data, 'id');
	return {
		messageId: pickString(data, 'message_id', 'client_message_id', 'in_reply_to') ?? own,
		user: userOf(data, side),
		agent: agentOf(data, side),
		channel: channelOf(data),
		clientRef: pickString(data, 'client_ref'),
		campaignId: pickString(data, 'campaign_id'),
	};
}

/** What a person said or did: beside the message, or in `reply`, `click` or `action`. */
function saidIn(event: JsonObject) {
	const data = dataOf(event);
	const said = { ...data, ...innerOf(data) };
	return {
		text: pickString(said, 'text', 'body'),
		postbackData: pickString(said, 'postback_data', 'postback', 'payload'),
		url: pickString(said, 'url', 'uri', 'link'),
		media: readMedia(asObject(pick(said, 'media', 'file'))),
		location: readLocation(asObject(said['location'])),
	};
}

function innerOf(data: JsonObject): JsonObject {
	return asObject(pick(data, 'reply', 'click', 'action', 'suggestion'));
}

function readMedia(media: JsonObject): RcsEvent['media'] {
	const url = pickString(media, 'url', 'content_url');
	if (!url) return undefined;
	return {
		url,
		...defined({
			mimeType: pickString(media, 'mime_type', 'content_type'),
			fileName: pickString(media, 'file_name', 'name'),
			bytes: asNumber(pick(media, 'bytes', 'size')),
		}),
	};
}

function readLocation(location: JsonObject): RcsEvent['location'] {
	const latitude = asNumber(pick(location, 'latitude', 'lat'));
	const longitude = asNumber(pick(location, 'longitude', 'lng'));
	return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}
