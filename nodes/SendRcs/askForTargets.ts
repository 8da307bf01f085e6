import { askAll, chunks } from '../../core/askAll';
import { categoryFacts, type ProviderError, providerError } from '../../core/errors';
import type { Pace } from '../../core/sendAll';
import type { Account } from '../shared/account';
import { clock } from '../shared/clock';
import { forSender } from '../shared/sender';
import type { Operation, Target, Told } from './operations';

/** Carries out an operation for many targets in few requests; one answer a target, in order. */
export async function askForTargets(
	account: Account,
	operation: Operation,
	targets: readonly Target[],
	pace: Pace,
): Promise<Told[]> {
	const told = new Map<Target, Told>();
	const requests = requestsFor(targets, operation.most(account.provider));
	const refused = await ask(account, operation, requests, pace, told);
	// One message the provider cannot read must not hide what it says of the others.
	const alone = refused.flatMap((request) => request.map((target) => [target]));
	await ask(account, operation, alone, pace, told);
	return targets.map((target) => told.get(target) ?? unanswered);
}

/** Targets of one sender share requests. */
function requestsFor(targets: readonly Target[], most: number): Target[][] {
	const bySender = new Map<string | undefined, Target[]>();
	for (const target of targets)
		bySender.set(target.from, [...(bySender.get(target.from) ?? []), target]);
	return [...bySender.values()].flatMap((group) => chunks(group, most));
}

/** Notes what came of each target; gives the requests that were refused because of a part of them. */
async function ask(
	account: Account,
	operation: Operation,
	requests: readonly Target[][],
	pace: Pace,
	told: Map<Target, Told>,
): Promise<Target[][]> {
	const { provider } = account;
	const askOne = (targets: readonly Target[], now: Date) =>
		operation.ask(provider, { ...forSender(account, targets[0]?.from), now }, targets);
	const answers = await askAll(requests, askOne, pace, clock);
	answers.forEach((answer, i) =>
		requests[i]?.forEach((target, at) =>
			told.set(target, answer.ok ? (answer.value[at] ?? unanswered) : answer),
		),
	);
	return requests.filter((request, i) => request.length > 1 && concernsAPart(answers[i]));
}

function concernsAPart(answer: { ok: boolean; error?: ProviderError } | undefined): boolean {
	return answer?.error !== undefined && !categoryFacts[answer.error.category].concernsEveryMessage;
}

const unanswered: Told = {
	ok: false,
	error: providerError('provider', 'The provider gave no answer for this message'),
};
