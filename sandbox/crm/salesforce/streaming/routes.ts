import type { FastifyInstance } from 'fastify';

import { isObject, type JsonObject } from '../../../json';
import { COOKIE, type Streaming } from './streaming';

const OLDEST_VERSION = 37;
const NEWEST_VERSION = 68;
const FORMAT = `URI format: '/cometd/${NEWEST_VERSION}.0'`;

/** The Streaming API over HTTP: a list of messages, or one, and a list of answers. */
export function streamingRoutes(app: FastifyInstance, streaming: Streaming): void {
	app.post('/cometd', async (_request, reply) =>
		reply.code(400).send(`API version in the URI is mandatory. ${FORMAT}`),
	);

	app.post<{ Params: { version: string } }>('/cometd/:version', async (request, reply) => {
		const { params, headers, body } = request;
		const version = /^(\d\d)\.0$/.exec(params.version)?.[1];
		if (!(Number(version) >= OLDEST_VERSION && Number(version) <= NEWEST_VERSION))
			return reply
				.code(400)
				.send(
					`Unsupported API version. Only API versions '${OLDEST_VERSION}.0' and above are supported. ${FORMAT}`,
				);
		const messages = read(body);
		if (!messages) return reply.code(400).send('The body is not a list of messages');
		const { authorization, cookie } = headers;
		const answers: JsonObject[] = [];
		for (const message of messages)
			answers.push(...(await streaming.answer(message, { authorization, cookie })));
		const owner = answers.find(({ channel }) => channel === '/meta/handshake')?.['clientId'];
		const issued = streaming.cookieOf(owner);
		if (issued !== undefined) reply.header('set-cookie', `${COOKIE}=${issued};Path=/`);
		return reply.type('application/json;charset=UTF-8').send(JSON.stringify(answers));
	});
}

function read(body: unknown): JsonObject[] | undefined {
	try {
		const parsed: unknown = JSON.parse(String(body));
		const messages: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
		return messages.every(isObject) ? messages : undefined;
	} catch {
		return undefined;
	}
}
