import { readTapped, readTyped } from '../../../event/inbound';
import type { RcsEvent } from '../../../event/types';
import { asNumber, asObject, asString, defined, type JsonObject } from '../../../json';
import { type Draft, number } from './draft';

/** What a person wrote, sent or tapped. In contrast to reports, the person is the `sender`. */
export function readInbound(result: JsonObject): Draft {
	const { sender, to, receivedAt, messageId, pairedMessageId, keyword } = result;
	return {
		providerEventId: asString(messageId),
		inboundId: asString(messageId),
		user: number(sender),
		agent: asString(to),
		messageId: asString(pairedMessageId),
		channel: 'rcs',
		occurredAt: asString(receivedAt),
		keyword: asString(keyword),
		...readContent(result),
	};
}

function readContent(result: JsonObject): Draft {
	const message = asObject(result['message']);
	const answersUs = asString(result['pairedMessageId']) !== undefined;
	const text = asString(message['text']);
	switch (message['type']) {
		case 'SUGGESTION': {
			const postbackData = asString(message['postbackData']);
			const isAction = result['interactionType'] === 'EVENT';
			return isAction
				? { type: 'message.clicked', text, postbackData }
				: readTapped(text, postbackData);
		}
		case 'TEXT':
			return readTyped(text ?? '', answersUs, asString(result['sender']));
		case 'FILE':
			return { type: 'message.received', media: readMedia(message) };
		case 'LOCATION':
			return { type: 'message.received', location: readLocation(message) };
		default:
			return { type: 'unknown' };
	}
}

function readMedia({ url, name, contentType, size }: JsonObject): RcsEvent['media'] {
	return defined({
		url: asString(url),
		fileName: asString(name),
		mimeType: asString(contentType),
		bytes: asNumber(size),
	});
}

function readLocation({ latitude, longitude }: JsonObject): RcsEvent['location'] {
	const [lat, lng] = [asNumber(latitude), asNumber(longitude)];
	return lat === undefined || lng === undefined ? undefined : { latitude: lat, longitude: lng };
}

/** The person is typing. */
export function readTyping({ sender, to, receivedAt }: JsonObject): Draft {
	return {
		type: 'user.typing',
		user: number(sender),
		agent: asString(to),
		channel: 'rcs',
		occurredAt: asString(receivedAt),
	};
}
