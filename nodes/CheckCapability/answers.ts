import type { Pace } from '../../core/sendAll';
import type { Account } from '../shared/account';
import { askByWebhook, askNow, type Found, unanswered } from './ask';
import { CapabilityCache } from './cache';
import type { Question } from './readItems';

const cache = new CapabilityCache();

type Asked = Extract<Question, { ask: true }>;

/** Numbers to ask about for one agent, each once, with the answers to one place. */
interface Group extends Pick<Asked, 'agent' | 'webhookUrl'> {
	numbers: Set<string>;
}

/** Answers every question: from the cache where that is allowed, else from the provider. */
export async function answerAll(
	account: Account,
	questions: readonly Question[],
	pace: Pace,
	now: Date,
): Promise<Found[]> {
	const known = new Map<string, Found>();
	const groups = new Map<string, Group>();
	for (const question of questions) {
		if (!question.ask) continue;
		const key = keyOf(account, question);
		const cached = fromCache(key, question, now);
		if (cached) known.set(key, cached);
		else groupOf(groups, question).numbers.add(question.number);
	}
	for (const group of groups.values()) {
		for (const [number, found] of await ask(account, group, pace, now)) {
			const key = keyOf(account, { ...group, number });
			known.set(key, found);
			cache.set(key, found.result, now.getTime());
		}
	}
	return questions.map((question) => {
		if (!question.ask) return { result: question.result, checked: false };
		return known.get(keyOf(account, question)) ?? unanswered(question.number, undefined, now);
	});
}

function fromCache(key: string, { cacheMs }: Asked, now: Date): Found | undefined {
	const kept = cache.get(key, now.getTime(), cacheMs);
	if (!kept) return undefined;
	const cachedSecondsAgo = Math.floor((now.getTime() - kept.at) / 1000);
	return { result: kept.result, checked: true, cachedSecondsAgo };
}

function groupOf(groups: Map<string, Group>, { agent, webhookUrl }: Asked): Group {
	const key = JSON.stringify([agent, webhookUrl]);
	const place = webhookUrl === undefined ? {} : { webhookUrl };
	const group = groups.get(key) ?? { agent, numbers: new Set(), ...place };
	groups.set(key, group);
	return group;
}

function ask(
	account: Account,
	{ agent, webhookUrl, numbers }: Group,
	pace: Pace,
	now: Date,
): Promise<Map<string, Found>> {
	return webhookUrl === undefined
		? askNow(account, agent, [...numbers], pace, now)
		: askByWebhook(account, agent, [...numbers], webhookUrl, pace, now);
}

/** An answer that goes to a webhook has a key of its own, so that none from the cache stands in for it. */
function keyOf(
	{ id, settings }: Account,
	{ agent, number, webhookUrl }: Pick<Asked, 'agent' | 'number' | 'webhookUrl'>,
): string {
	return JSON.stringify([id, settings.baseUrl, agent, number, webhookUrl]);
}
