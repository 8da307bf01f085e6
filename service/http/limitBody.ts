import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HttpProblem, toAnswer } from './problem';

/** The largest body of a request, in bytes. */
const MOST_BYTES = 5 * 1024 * 1024;

/**
 * Refuses bodies that are too large. Where their length is told, Node sees to it that it is true; only
 * the others are counted as they come, which takes a tenth of the time of a webhook.
 */
export function limitBody(): MiddlewareHandler {
	const counted = bodyLimit({
		maxSize: MOST_BYTES,
		onError: (context) => toAnswer(context, tooLarge()),
	});
	return async (context, next) => {
		const length = context.req.header('content-length');
		if (length === undefined) return counted(context, next);
		if (Number(length) > MOST_BYTES) throw tooLarge();
		return next();
	};
}

function tooLarge(): HttpProblem {
	return new HttpProblem(413, {
		category: 'validation',
		message: `The body is larger than ${MOST_BYTES / 1024 / 1024} MB`,
		advice: 'Send it in several requests.',
	});
}
