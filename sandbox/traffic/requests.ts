import { randomUUID } from 'node:crypto';

import type { FastifyInstance, FastifyReply } from 'fastify';

import { LONGEST_READ, readBody, readText } from './body';
import type { TrafficLog } from './log';
import { maskAddress, maskHeaders } from './mask';
import type { Subjects } from './subjects';
import type { RequestEntry, TrafficBody } from './types';

const NOT_READ: TrafficBody = { text: '', note: 'refused before it was read' };

/** Keeps what callers of a provider ask, and what they are answered. */
export function recordRequests(
	app: FastifyInstance,
	provider: string,
	log: TrafficLog,
	subjects: Subjects,
): void {
	const entries = new WeakMap<object, RequestEntry>();
	const since = (entry: RequestEntry): number => Date.now() - Date.parse(entry.at);

	app.addHook('onRequest', (request, reply, done) => {
		const entry: RequestEntry = {
			...{ kind: 'request', id: randomUUID(), at: new Date().toISOString(), provider },
			...{ method: request.method, url: maskAddress(request.url) },
			headers: maskHeaders(request.headers),
			body: NOT_READ,
			...{ messageIds: [], inboundIds: [], phones: [] },
		};
		entries.set(request, entry);
		log.add(entry);
		reply.raw.once('close', () => {
			if (reply.raw.writableFinished) return;
			delete entry.status;
			delete entry.answer;
			entry.error = 'the connection ended before the answer';
			entry.durationMs = since(entry);
			log.changed(entry);
		});
		done();
	});

	// The parser listens as soon as this hook is done, so that nobody misses a byte.
	app.addHook('preParsing', (request, _reply, payload, done) => {
		const entry = entries.get(request);
		if (entry) readAlong(payload, request.headers['content-type'], (body) => (entry.body = body));
		done(null, payload);
	});

	app.addHook('preHandler', (request, _reply, done) => {
		const entry = entries.get(request);
		if (entry) subjects.duringRequest(entry, done);
		else done();
	});

	app.addHook('onSend', (request, reply, payload, done) => {
		const entry = entries.get(request);
		if (entry && !reply.raw.destroyed) {
			entry.status = reply.statusCode;
			entry.durationMs = since(entry);
			entry.answer = { headers: maskHeaders(reply.getHeaders()), body: answerOf(payload, reply) };
			log.changed(entry);
		}
		done(null, payload);
	});
}

/** Follows a body while it is read. */
function readAlong(
	stream: NodeJS.ReadableStream,
	contentType: string | undefined,
	onBody: (body: TrafficBody) => void,
): void {
	const chunks: Buffer[] = [];
	let bytes = 0;
	stream.on('data', (chunk: Buffer) => {
		if (bytes < LONGEST_READ) chunks.push(chunk);
		bytes += chunk.length;
	});
	stream.on('end', () => onBody(readBody(Buffer.concat(chunks), bytes, contentType)));
}

function answerOf(payload: unknown, reply: FastifyReply): TrafficBody {
	const contentType = String(reply.getHeader('content-type') ?? 'text/plain');
	if (typeof payload === 'string') return readText(payload, contentType);
	if (Buffer.isBuffer(payload)) return readBody(payload, payload.length, contentType);
	return { text: '' };
}
