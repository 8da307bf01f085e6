import { askAll, type Asked, chunks } from '../../core/askAll';
import {
	categoryFacts,
	describeProblems,
	type ProviderError,
	providerError,
} from '../../core/errors';
import { clock } from './clock';
import { SERVICE_FIRST } from './serviceErrors';

/** The most things that one call of the connector service is asked about. */
const MOST = 500;

/** Asks about some things in one call; an answer each, in order, and nothing where there is none. */
type AskBatch<T, R> = (batch: readonly T[]) => Promise<readonly (R | undefined)[]>;

/**
 * Asks the connector service about any number of things, in few calls and in their order. One it cannot
 * read holds up no others; once it cannot be asked at all, the rest is not tried. One answer a thing.
 */
export async function askInBatches<T, R>(
	things: readonly T[],
	ask: AskBatch<T, R>,
	retries: number,
): Promise<Asked<R>[]> {
	const answers: Asked<R>[] = [];
	let lost: ProviderError | undefined;
	for (const batch of chunks(things, MOST)) {
		const told = lost ? refuseAll<R>(batch.length, lost) : await askBatch(batch, ask, retries);
		answers.push(...told);
		lost ??= commonError(told);
	}
	return answers;
}

async function askBatch<T, R>(
	batch: readonly T[],
	ask: AskBatch<T, R>,
	retries: number,
): Promise<Asked<R>[]> {
	const pace = { concurrency: 1, retries };
	const [answer = unanswered] = await askAll([batch], (some) => ask(some), pace, clock);
	if (answer.ok) return batch.map((_, i) => answered(answer.value[i]));
	const refused = refusedIn(answer.error, batch.length);
	if (refused.size === 0) return refuseAll(batch.length, answer.error);
	const others = batch.filter((_, i) => !refused.has(i));
	const rest = others.length > 0 ? await askBatch(others, ask, retries) : [];
	const next = rest.values();
	return batch.map((_, i) => {
		const error = refused.get(i);
		return error ? { ok: false, error } : (next.next().value ?? unanswered);
	});
}

function answered<R>(value: R | undefined): Asked<R> {
	return value === undefined ? unanswered : { ok: true, value };
}

const unanswered: Asked<never> = {
	ok: false,
	error: providerError('provider', `${SERVICE_FIRST} gave no answer for this one`),
};

function refuseAll<R>(count: number, error: ProviderError): Asked<R>[] {
	return Array.from({ length: count }, () => ({ ok: false, error }));
}

/** Why all of a batch failed, if anything else would fail by it too. */
function commonError<R>(told: readonly Asked<R>[]): ProviderError | undefined {
	const errors = told.map((one) => (one.ok ? undefined : one.error));
	return errors.every((error) => error && categoryFacts[error.category].concernsEveryMessage)
		? errors[0]
		: undefined;
}

/** The things of a refused call that it names by their place, e.g. `body.requests.3.country`. */
function refusedIn(error: ProviderError, count: number): Map<number, ProviderError> {
	const refused = new Map<number, ProviderError>();
	for (const problem of error.problems ?? []) {
		const place = Number(/^(?:body\.)?\w+\.(\d+)(?:\.|$)/.exec(problem.path)?.[1] ?? count);
		if (place >= count) continue;
		const problems = [...(refused.get(place)?.problems ?? []), problem];
		refused.set(place, { ...error, message: describeProblems(problems), problems });
	}
	return refused;
}
