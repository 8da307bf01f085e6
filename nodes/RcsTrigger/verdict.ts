import type { IWebhookFunctions } from 'n8n-workflow';
import type { Delivery, Verdict } from '../../core/webhook/delivery';
import type { Account } from '../shared/account';
import { derivedSecret } from './derivedSecret';
import type { TriggerOptions } from './options';
import { readRegistration, registeredSettings } from './registration';
import { triggerId } from './triggerId';

/**
 * Whether a webhook is genuine. One that this trigger registered is verified with the secret it registered. Where
 * that is lost, because a worker wrote static data, it is the derived one, or else what the credential says, and
 * what none of them proves is refused.
 */
export function verdictOf(
	context: IWebhookFunctions,
	account: Account,
	{ register }: TriggerOptions,
	delivery: Delivery,
	now: Date,
): Verdict {
	const { settings, provider } = account;
	const { verify, subscriptions } = provider.webhook;
	const byAccount = () => verify(delivery, settings, now);
	if (!register || !subscriptions) return byAccount();
	const bySecret = (secret: string) =>
		verify(delivery, registeredSettings(account, subscriptions, secret), now);
	const stored = readRegistration(context)?.secret;
	if (stored) return bySecret(stored);
	const derived = derivedSecret(settings, triggerId(context));
	if (!derived) return byAccount();
	const verdict = bySecret(derived);
	if (verdict.verified === 'ok') return verdict;
	const other = byAccount();
	return other.verified === 'ok' ? other : verdict;
}
