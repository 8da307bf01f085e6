import { askAll, type Asked } from '../core/askAll';
import { RcsError } from '../core/errors';
import type { HttpRequest, HttpResponse } from '../core/http';
import type { CrmRun } from './execute';
import { MOST_WAIT_MS } from './waits';
import { withoutPhones } from './withoutPhones';

/** A question, with the phones it is about. */
type Question = HttpRequest & {
	phones?: readonly string[];
	messages?: readonly { phone: string }[];
};

type Read<Q, T> = (response: HttpResponse, question: Q) => T | Promise<T>;

/**
 * What the answers to questions say, in their order. A question is asked again when its answer was lost
 * or refuses it for the moment.
 *
 * @throws RcsError when one of them has no answer.
 */
export async function askCrm<Q extends Question, T>(
	run: CrmRun,
	questions: readonly Q[],
	read: Read<Q, T>,
): Promise<T[]> {
	const answers = await tryCrm(run, questions, read);
	return answers.map((answer) => {
		if (answer.ok) return answer.value;
		throw new RcsError(answer.error);
	});
}

/** The same, with the error of a question in the place of its answer. */
export function tryCrm<Q extends Question, T>(
	{ http, clock, concurrency, retries }: CrmRun,
	questions: readonly Q[],
	read: Read<Q, T>,
): Promise<Asked<T>[]> {
	const ask = async (question: Q) => {
		try {
			return await read(await http(question), question);
		} catch (error) {
			throw error instanceof RcsError ? ofQuestion(error, question) : error;
		}
	};
	return askAll(questions, ask, { concurrency, retries }, clock);
}

/** The error without phone numbers; it does not pass where nobody waits as long as it takes. */
function ofQuestion({ detail }: RcsError, { phones = [], messages = [] }: Question): RcsError {
	const hide = withoutPhones([...phones, ...messages.map(({ phone }) => phone)]);
	const { message, retryAfterMs = 0 } = detail;
	const retryable = detail.retryable && retryAfterMs <= MOST_WAIT_MS;
	return new RcsError({ ...detail, message: hide(message), retryable });
}
