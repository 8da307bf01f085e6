import type { CapabilityResult } from '../../core/capability';
import { checkAll } from '../../core/checkAll';
import type { ProviderError } from '../../core/errors';
import type { Account } from '../shared/account';
import { clock } from '../shared/clock';
import { CapabilityCache } from './cache';
import { forSender } from '../shared/sender';
import type { Question } from './readItems';

const cache = new CapabilityCache();
const pace = { concurrency: 4, retries: 2 };

/** What was found out for one item. */
export interface Found {
	result: CapabilityResult;
	/** Whether it is the provider's answer, now or earlier. */
	checked: boolean;
	cachedSecondsAgo?: number;
	/** Why the provider gave no answer. */
	error?: ProviderError;
}

/** Numbers to ask about for one agent, each once. */
interface Group {
	agent: string | undefined;
	numbers: Set<string>;
}

/** Answers every question: from the cache where that is allowed, else from the provider. */
export async function answerAll(
	account: Account,
	questions: readonly Question[],
	now: Date,
): Promise<Found[]> {
	const known = new Map<string, Found>();
	const groups = new Map<string | undefined, Group>();
	for (const question of questions) {
		if (!question.ask) continue;
		const { agent, number } = question;
		const key = keyOf(account, question);
		const kept = cache.get(key, now.getTime(), question.cacheMs);
		if (kept) {
			const cachedSecondsAgo = Math.floor((now.getTime() - kept.at) / 1000);
			known.set(key, { result: kept.result, checked: true, cachedSecondsAgo });
		} else {
			const group = groups.get(agent) ?? { agent, numbers: new Set() };
			groups.set(agent, group);
			group.numbers.add(number);
		}
	}
	for (const group of groups.values()) await ask(account, group, known, now);
	return questions.map((question) => {
		if (!question.ask) return { result: question.result, checked: false };
		return known.get(keyOf(account, question)) ?? unanswered(question.number, undefined, now);
	});
}

async function ask(
	account: Account,
	{ agent, numbers }: Group,
	known: Map<string, Found>,
	now: Date,
): Promise<void> {
	const call = forSender(account, agent);
	const answers = await checkAll(account.provider, call, [...numbers], pace, clock);
	for (const [number, said] of answers) {
		const key = keyOf(account, { agent, number });
		if (said.ok) {
			known.set(key, { result: said.result, checked: true });
			cache.set(key, said.result, now.getTime());
		} else known.set(key, unanswered(number, said.error, now));
	}
}

function keyOf(
	{ id, settings }: Account,
	{ agent, number }: { agent: string | undefined; number: string },
): string {
	return JSON.stringify([id, settings.baseUrl, agent, number]);
}

function unanswered(to: string, error: ProviderError | undefined, now: Date): Found {
	const reason = error?.message ?? 'The provider gave no answer for this number';
	const { retryable = true } = error ?? {};
	return {
		result: { to, reachable: 'unknown', reason, retryable, checkedAt: now.toISOString() },
		checked: false,
		...(error ? { error } : {}),
	};
}
