import type { MessageState } from '../../chat';
import { type JsonObject, lookUp } from '../../json';
import { pickString } from './read';

/** Words for the state of a message. The guide's are those of its events; the others are the usual ones. */
const states: Readonly<Record<string, MessageState>> = {
	queued: 'queued',
	accepted: 'queued',
	pending: 'queued',
	scheduled: 'queued',
	sent: 'sent',
	delivered: 'delivered',
	read: 'read',
	clicked: 'read',
	replied: 'read',
	failed: 'failed',
	rejected: 'failed',
	expired: 'expired',
	cancelled: 'revoked',
};

/** The state an object names in `status` or `state`, with or without the `message.` of events. */
export function stateOf(object: JsonObject): MessageState {
	const word = pickString(object, 'status', 'state')?.toLowerCase();
	return lookUp(states, word?.replace(/^message\./, '')) ?? 'unknown';
}
