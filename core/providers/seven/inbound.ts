import type { EventDraft } from '../../event/event';
import { readTapped, readTyped } from '../../event/inbound';
import type { RcsEvent } from '../../event/types';
import { asNumber, asObject, asString, defined, type JsonObject, lookUp } from '../../json';

type Draft = Omit<EventDraft, 'provider' | 'raw' | 'receivedAt'>;

/** By `content_type`. */
const readers: Readonly<Record<string, (data: JsonObject) => Draft>> = {
	text: readText,
	suggestion_response: readTap,
	user_file: ({ user_file }) => ({ type: 'message.received', media: readFile(user_file) }),
	location: ({ location }) => ({ type: 'message.received', location: readLocation(location) }),
};

/** What a person wrote, sent or tapped. */
export function readUserMessage(data: JsonObject): Draft {
	const content = lookUp(readers, asString(data['content_type']))?.(data);
	if (!content) return { type: 'unknown' };
	return { ...content, channel: 'rcs', ...idsIn(data) };
}

/** An SMS to a number of the account (`system`), e.g. an answer to the fallback. */
export function readSms(data: JsonObject): Draft {
	return { ...readText(data), channel: 'sms', ...idsIn(data) };
}

/** `id` is that of the person's own message, `foreign_id` that of ours. */
function idsIn({ id, foreign_id }: JsonObject): Pick<Draft, 'inboundId' | 'messageId'> {
	return { inboundId: asString(id), messageId: asString(foreign_id) };
}

/** A text with a `foreign_id` answers the message that has it. */
function readText({ text, foreign_id, sender }: JsonObject): Draft {
	return readTyped(asString(text) ?? '', asString(foreign_id) !== undefined, asString(sender));
}

function readTap({ suggestion_response }: JsonObject): Draft {
	const tap = asObject(suggestion_response);
	const text = asString(tap['text']);
	const postbackData = asString(tap['postbackData']);
	return tap['type'] === 'REPLY'
		? readTapped(text, postbackData)
		: { type: 'message.clicked', text, postbackData };
}

function readFile(file: unknown): RcsEvent['media'] {
	const { fileUri, mimeType, fileName, fileSizeBytes } = asObject(asObject(file)['payload']);
	return defined({
		url: asString(fileUri),
		mimeType: asString(mimeType),
		fileName: asString(fileName),
		bytes: asNumber(fileSizeBytes),
	});
}

function readLocation(place: unknown): RcsEvent['location'] {
	const { latitude, longitude } = asObject(place);
	const [lat, lng] = [asNumber(latitude), asNumber(longitude)];
	return lat === undefined || lng === undefined ? undefined : { latitude: lat, longitude: lng };
}
