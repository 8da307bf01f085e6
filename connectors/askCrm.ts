import { askAll } from '../core/askAll';
import { RcsError } from '../core/errors';
import type { HttpRequest, HttpResponse } from '../core/http';
import type { CrmRun } from './execute';

/**
 * What the answers to questions say, in their order. A question is asked again when its answer was lost
 * or refuses it for the moment.
 *
 * @throws RcsError when one of them has no answer.
 */
export async function askCrm<T>(
	run: CrmRun,
	questions: readonly HttpRequest[],
	read: (response: HttpResponse) => T,
): Promise<T[]> {
	const { http, clock, concurrency, retries } = run;
	const ask = async (question: HttpRequest) => read(await http(question));
	const answers = await askAll(questions, ask, { concurrency, retries }, clock);
	return answers.map((answer) => {
		if (answer.ok) return answer.value;
		throw new RcsError(answer.error);
	});
}
