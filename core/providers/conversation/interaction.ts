import type { EventDraft } from '../../event/event';
import { readTapped, readTyped } from '../../event/inbound';
import { asObject, asString, type JsonObject } from '../../json';
import { readForm } from './form';

/** What a part of a webhook says of its event. */
export type Draft = Omit<EventDraft, 'provider' | 'raw' | 'receivedAt'>;

/**
 * A submitted form names FORM_SUBMITTED or brings its values; an action names ACTION_TAPPED or has a
 * `uri`; a reply names REPLY_TAPPED or has postback data; a typed text has none. The guide shows
 * ACTION_TAPPED only; the others are read leniently.
 */
export function readInteraction(body: JsonObject): Draft {
	const kind = asString(body['interactionType'])?.toUpperCase() ?? '';
	const { postbackData, uri, text: label } = asObject(body['action'] ?? body['reply']);
	const postback = asString(postbackData);
	const text = asString(body['text']) ?? asString(label);
	const form = readForm(kind, body);
	if (form) return { type: 'message.replied', ...form };
	if (kind === 'ACTION_TAPPED' || asString(uri))
		return { type: 'message.clicked', postbackData: postback, url: asString(uri), text };
	if (postback) return readTapped(text, postback);
	if (!text) return { type: 'unknown' };
	const answersUs = asString(body['messageId']) !== undefined;
	return readTyped(text, answersUs, asString(body['conversationId']));
}
