import type { EventDraft } from '../../event/event';
import { readTapped, readTyped } from '../../event/inbound';
import type { RcsEvent } from '../../event/types';
import { asNumber, asObject, asString, defined, isObject, type JsonObject } from '../../json';

type Draft = Omit<EventDraft, 'provider' | 'raw' | 'receivedAt'>;

/**
 * What a person wrote, sent or tapped. Its `messageId` is that of the person's message: Google does not
 * tell which message of ours was answered.
 */
export function readUserMessage(payload: JsonObject): Draft {
	const content = readContent(payload);
	const providerEventId = asString(payload['eventId']) ?? asString(payload['messageId']);
	const inboundId = asString(payload['messageId']);
	return {
		...content,
		providerEventId,
		...(content.type === 'unknown' ? {} : { channel: 'rcs', inboundId }),
	};
}

function readContent(payload: JsonObject): Draft {
	const { text, userFile, location, suggestionResponse } = payload;
	if (isObject(suggestionResponse)) return readTap(suggestionResponse, payload);
	if (typeof text === 'string')
		return readTyped(text, false, asString(payload['senderPhoneNumber']));
	if (isObject(userFile)) return { type: 'message.received', media: readFile(userFile) };
	if (isObject(location)) return { type: 'message.received', location: readLocation(location) };
	return { type: 'unknown' };
}

/** A tap names its type; an older one does not, and a tap on an action is an event, not a message. */
function readTap(tap: JsonObject, payload: JsonObject): Draft {
	const text = asString(tap['text']);
	const postbackData = asString(tap['postbackData']);
	const unnamed = asString(payload['messageId']) === undefined ? 'ACTION' : 'REPLY';
	const isAction = (asString(tap['type']) ?? unnamed) === 'ACTION';
	return isAction
		? { type: 'message.clicked', text, postbackData }
		: readTapped(text, postbackData);
}

function readFile({ payload }: JsonObject): RcsEvent['media'] {
	const { fileUri, mimeType, fileName, fileSizeBytes } = asObject(payload);
	return defined({
		url: asString(fileUri),
		mimeType: asString(mimeType),
		fileName: asString(fileName),
		bytes: asNumber(fileSizeBytes),
	});
}

/** A coordinate of zero may be left out, as numbers of zero are in Google's JSON. */
function readLocation(location: JsonObject): RcsEvent['location'] {
	const { latitude = 0, longitude = 0 } = location;
	const [lat, lng] = [asNumber(latitude), asNumber(longitude)];
	return lat === undefined || lng === undefined ? undefined : { latitude: lat, longitude: lng };
}
