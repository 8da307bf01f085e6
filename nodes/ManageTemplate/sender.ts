import type { Http } from '../../core/http';
import type { ProviderSettings } from '../../core/settings';
import type { Account } from '../shared/account';

/** The account as one of its senders. */
export function forSender(
	{ http, settings }: Account,
	sender: string | undefined,
): { http: Http; settings: ProviderSettings } {
	const agent = sender?.trim();
	return { http, settings: agent ? { ...settings, agent } : settings };
}
