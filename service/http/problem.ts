import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { describeProblems, type ProviderError, providerError, RcsError } from '../../core/errors';
import { adviceOf } from '../operations/advice';
import type { Problem } from '../../core/message/problem';

/** The answer to a request that cannot be done as it is. */
export class HttpProblem extends Error {
	constructor(
		readonly status: ContentfulStatusCode,
		readonly detail: Pick<ProviderError, 'category' | 'message' | 'advice'> & {
			problems?: readonly Problem[];
		},
	) {
		super(detail.message);
	}
}

/** The caller has something to correct. */
export function badRequest(problems: readonly Problem[]): HttpProblem {
	return new HttpProblem(400, {
		category: 'validation',
		message: describeProblems([...problems]),
		advice: 'Correct the named fields of the request.',
		problems,
	});
}

/** What may have been taken already counts once only where it can be told from another one like it. */
const ONCE =
	'What has an id, an idempotencyKey or a time of its own counts once; look the rest up before you repeat it.';

/** The database cannot be asked: whoever asked has to come again. */
export function unavailable(): HttpProblem {
	return new HttpProblem(503, {
		category: 'provider',
		message: 'The store of the connector service cannot be reached',
		advice: `Send the same request again in a moment. ${ONCE}`,
	});
}

/** The answer that an error stands for. */
export function toAnswer(context: Context, error: unknown): Response {
	const problem = problemOf(error);
	if (problem.status === 503) context.header('Retry-After', '5');
	return context.json({ error: problem.detail }, problem.status);
}

function problemOf(error: unknown): HttpProblem {
	if (error instanceof HttpProblem) return error;
	if (error instanceof RcsError) {
		const { category, message } = error.detail;
		return new HttpProblem(400, { category, message, advice: adviceOf(error.detail) });
	}
	const { category, message } = providerError('provider', 'The connector service failed');
	const advice = `Its log says why. Send the same request again. ${ONCE}`;
	return new HttpProblem(500, { category, message, advice });
}
