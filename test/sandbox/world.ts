import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

import { isObject, type JsonObject } from '../../sandbox/json';
import { startSandbox, type Sandbox } from '../../sandbox/server';

export const API_KEY = { authorization: 'App sandbox-infobip-key' };
export const TOKEN = { authorization: 'Bearer sandbox-conversation-token' };
export const ANDROID = '+447700900001';
export const SMS_ONLY = '+447700900003';
export const OFFLINE = '+447700900004';
export const BLOCKED = '+447700900005';

export interface Answer {
	status: number;
	headers: Headers;
	body: JsonObject;
}

export interface Received {
	/** The path that was called, with its query. */
	path: string;
	headers: IncomingHttpHeaders;
	raw: string;
	/** Empty where it is no JSON, but a form. */
	body: JsonObject;
}

/** A sandbox of its own for a test file, with what tests do to it. */
export function useSandbox(speed = 20): {
	call(
		method: string,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	): Promise<Answer>;
	sendInfobip(message: JsonObject, options?: JsonObject): Promise<Answer>;
	oracle(provider: string): Promise<JsonObject[]>;
	url(): string;
} {
	let sandbox: Sandbox | undefined;
	beforeAll(async () => {
		sandbox = await startSandbox({ port: 0, speed });
	});
	afterAll(() => sandbox?.stop());
	beforeEach(() => call('POST', '/sandbox/reset'));

	const url = (): string => sandbox?.url ?? '';

	async function call(
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<Answer> {
		const form = body instanceof URLSearchParams;
		const response = await fetch(`${url()}${path}`, {
			method,
			headers: {
				...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
				...headers,
			},
			...(body === undefined ? {} : { body: form ? body : asText(body) }),
		});
		const text = await response.text();
		const answer: unknown = text === '' ? {} : JSON.parse(text);
		return {
			status: response.status,
			headers: response.headers,
			body: isObject(answer) ? answer : { list: answer },
		};
	}

	return {
		call,
		url,
		sendInfobip: (message, options) =>
			call(
				'POST',
				'/infobip/rcs/2/messages',
				{ messages: [message], ...(options ? { options } : {}) },
				API_KEY,
			),
		async oracle(provider) {
			const { body } = await call('GET', '/sandbox/oracle');
			return objects(object(object(body['providers'])[provider])['messages']);
		},
	};
}

const asText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** A webhook receiver; it answers 200 unless told otherwise. */
export function useReceiver(): { url(path?: string): string; got: Received[]; answers: number[] } {
	const got: Received[] = [];
	const answers: number[] = [];
	let server: Server | undefined;
	let port = 0;
	beforeAll(async () => {
		const started = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const raw = Buffer.concat(chunks).toString();
				const body = raw.startsWith('{') ? object(JSON.parse(raw)) : {};
				got.push({ path: request.url ?? '', headers: request.headers, raw, body });
				response.statusCode = answers.shift() ?? 200;
				response.end();
			});
		});
		await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
		const address = started.address();
		port = typeof address === 'object' && address ? address.port : 0;
		server = started;
	});
	afterAll(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));
	beforeEach(() => {
		got.length = 0;
		answers.length = 0;
	});
	return { url: (path = '/') => `http://127.0.0.1:${port}${path}`, got, answers };
}

export const object = (value: unknown): JsonObject => (isObject(value) ? value : {});

export const objects = (value: unknown): JsonObject[] =>
	Array.isArray(value) ? value.map(object) : [];

/** The results of Infobip webhooks, in the order they came. */
export const results = (received: readonly Received[]): JsonObject[] =>
	received.flatMap(({ body }) => objects(body['results']));

export const text = (overrides: JsonObject = {}): JsonObject => ({
	sender: 'DemoShop',
	destinations: [{ to: '447700900001', messageId: 'm1' }],
	content: { type: 'TEXT', text: 'Hello' },
	...overrides,
});
