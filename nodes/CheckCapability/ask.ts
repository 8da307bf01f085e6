import type { CapabilityResult } from '../../core/capability';
import { checkAll, checkAllByWebhook } from '../../core/checkAll';
import type { ProviderError } from '../../core/errors';
import { Checker } from '../../core/message/checker';
import type { Pace } from '../../core/sendAll';
import { invalid } from '../../core/send';
import type { Account } from '../shared/account';
import { clock } from '../shared/clock';
import { inPanelWords } from '../shared/panelWords';
import { forSender } from '../shared/sender';

const fields = { parts: { webhookUrl: { name: 'Webhook URL' } } };

/** What was found out for one item. */
export interface Found {
	result: CapabilityResult;
	/** Whether it is the provider's answer, now or earlier, or on its way. */
	checked: boolean;
	cachedSecondsAgo?: number;
	/** Why the provider gave no answer. */
	error?: ProviderError;
}

/** Asks about numbers for one agent and waits for the answers; gives what is known of each. */
export async function askNow(
	account: Account,
	agent: string | undefined,
	numbers: readonly string[],
	pace: Pace,
	now: Date,
): Promise<Map<string, Found>> {
	const answers = await checkAll(account.provider, forSender(account, agent), numbers, pace, clock);
	const found = [...answers].map(([number, said]): [string, Found] => [
		number,
		said.ok ? { result: said.result, checked: true } : unanswered(number, said.error, now),
	]);
	return new Map(found);
}

/** Asks for the answers to be sent to a URL, or where webhooks go; nothing is known yet of the numbers. */
export async function askByWebhook(
	account: Account,
	agent: string | undefined,
	numbers: readonly string[],
	url: string,
	pace: Pace,
	now: Date,
): Promise<Map<string, Found>> {
	const { provider } = account;
	const check = new Checker(provider.profile.displayName);
	if (url !== '') check.url('webhookUrl', url, provider.profile.limits.url);
	const refused =
		check.problems.length > 0
			? new Map(numbers.map((number) => [number, invalid(inPanelWords(fields, check.problems))]))
			: await checkAllByWebhook(provider, forSender(account, agent), numbers, url, pace, clock);
	const foundFor = (number: string): Found => {
		const error = refused.get(number);
		return error ? unanswered(number, error, now) : onItsWay(number, now);
	};
	return new Map(numbers.map((number) => [number, foundFor(number)]));
}

function onItsWay(to: string, now: Date): Found {
	const reason = 'The provider sends the answer by webhook';
	const result = { to, reachable: 'unknown', reason, checkedAt: now.toISOString() } as const;
	return { result, checked: true };
}

export function unanswered(to: string, error: ProviderError | undefined, now: Date): Found {
	const reason = error?.message ?? 'The provider gave no answer for this number';
	const { retryable = true } = error ?? {};
	return {
		result: { to, reachable: 'unknown', reason, retryable, checkedAt: now.toISOString() },
		checked: false,
		...(error ? { error } : {}),
	};
}
