import type { Call } from '../../core/provider';
import type { Account } from './account';

/** The account as one of its senders. */
export function forSender(
	{ http, settings, newId }: Account,
	sender: string | undefined,
): Omit<Call, 'now'> {
	const agent = sender?.trim();
	return { http, newId, settings: agent ? { ...settings, agent } : settings };
}
