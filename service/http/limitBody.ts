import type { Context, MiddlewareHandler } from 'hono';
import { HttpProblem } from './problem';

/** The largest body of a request, in bytes. */
const MOST_BYTES = 5 * 1024 * 1024;

/**
 * Refuses bodies that are too large. Where their length is told, Node sees to it that it is true; only what
 * comes in chunks is counted as it comes. Whatever tells neither has no body.
 */
export function limitBody(): MiddlewareHandler {
	return async (context, next) => {
		if (Number(context.req.header('content-length') ?? 0) > MOST_BYTES) refuse(context);
		if (context.req.header('transfer-encoding') !== undefined) await readCounted(context);
		return next();
	};
}

/** Puts the request in its place with its body read: the server's own cannot be read twice or copied. */
async function readCounted(context: Context): Promise<void> {
	const { req } = context;
	const { body, method, headers } = req.raw;
	if (!body) return;
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of body) {
		bytes += chunk.byteLength;
		if (bytes > MOST_BYTES) refuse(context);
		chunks.push(chunk);
	}
	req.raw = new Request(req.url, { method, headers, body: Buffer.concat(chunks) });
}

/** The rest of the body is not read, so nothing else can come over its connection. */
function refuse(context: Context): never {
	context.header('Connection', 'close');
	throw new HttpProblem(413, {
		category: 'validation',
		message: `The body is larger than ${MOST_BYTES / 1024 / 1024} MB`,
		advice: 'Send it in several requests.',
	});
}
