import { spawn } from 'node:child_process';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from '@hubspot/api-client';
import { RcsError } from '../../core/errors';
import type { Http, HttpRequest } from '../../core/http';
import { type RecordingServer, recordingServer } from '../engine/httpServer';
import { useSandbox } from '../sandbox/world';
import { transports } from './transports';

/** What connections do that are not as they should be. */

const { call, url } = useSandbox();

/** Long enough for a machine that is busy with something else. */
const SHORT_MS = 400;

async function codeOf(answer: Promise<unknown>): Promise<string | undefined> {
	const error = await answer.catch((reason: unknown) => reason);
	if (!(error instanceof RcsError)) throw new Error(`Not an RcsError: ${String(error)}`);
	expect(error.detail.category).toBe('network');
	return error.detail.code;
}

let said: jest.SpyInstance[];
beforeEach(() => {
	said = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
		jest.spyOn(console, method).mockImplementation(() => undefined),
	);
});
afterEach(() => {
	for (const spy of said) {
		expect(spy).not.toHaveBeenCalled();
		spy.mockRestore();
	}
});

const write = (baseUrl: string): HttpRequest => ({
	method: 'POST',
	url: `${baseUrl}/write`,
	body: { phone: '+447700900001' },
});

describe.each(transports)('$id: a connection that', ({ id, ...make }) => {
	let server: Server;
	let baseUrl: string;
	let requests: number;
	let answer: (response: ServerResponse) => void;
	beforeAll(async () => {
		server = createServer((request, response) => {
			requests += 1;
			request.resume().on('end', () => answer(response));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	beforeEach(() => {
		requests = 0;
	});
	const send = (http: Http = make.withToken(baseUrl, 't', SHORT_MS)) => http(write(baseUrl));

	it('never answers is given up, and what comes later harms nobody', async () => {
		const responses: ServerResponse[] = [];
		answer = (response) => void responses.push(response);
		expect(await codeOf(send())).toBe('ETIMEDOUT');
		expect(await codeOf(send(make.withApp(baseUrl, 's', SHORT_MS)))).toBe('ETIMEDOUT');
		for (const response of responses) response.destroy();
		expect(requests).toBeLessThanOrEqual(2);
	});

	it('stops inside an answer is given up', async () => {
		answer = (response) => void response.writeHead(200).write('{"results":');
		expect(await codeOf(send())).toBe('ETIMEDOUT');
	});

	it.each(['GET', 'POST'] as const)('is cut inside an answer is told, once: %s', async (method) => {
		answer = (response) => {
			response.writeHead(200, { 'content-type': 'application/json' }).write('{"results":');
			setImmediate(() => response.destroy());
		};
		const http = make.withToken(baseUrl, 't');
		expect(await codeOf(http({ method, url: `${baseUrl}/x` }))).toMatch(
			/ECONNRESET|UND_ERR_SOCKET/,
		);
		expect(requests).toBe(1);
	});

	it.each(['GET', 'POST'] as const)('is cut before an answer is told, once: %s', async (method) => {
		answer = (response) => void response.destroy();
		const http = make.withToken(baseUrl, 't');
		expect(await codeOf(http({ method, url: `${baseUrl}/x` }))).toMatch(
			/ECONNRESET|UND_ERR_SOCKET/,
		);
		expect(requests).toBe(1);
	});

	it.each([429, 500, 503])('answers HTTP %i is asked once', async (status) => {
		answer = (response) => response.writeHead(status, { 'retry-after': '7' }).end('{}');
		const http = make.withToken(baseUrl, 't');
		const response = await http({ method: 'GET', url: `${baseUrl}/x` });
		expect(response).toMatchObject({ status, headers: { 'retry-after': '7' }, body: '{}' });
		expect(requests).toBe(1);
	});

	it('nobody takes is told as one that never was', async () => {
		const nobody = createServer();
		await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
		const dead = `http://127.0.0.1:${(nobody.address() as AddressInfo).port}`;
		await new Promise((resolve) => nobody.close(resolve));
		expect(await codeOf(make.withToken(dead, 't')(write(dead)))).toBe('ECONNREFUSED');
		expect(await codeOf(make.withApp(dead)(write(dead)))).toBe('ECONNREFUSED');
	});

	it.each(['resetBefore', 'resetAfter'])('the emulator cuts: %s', async (kind) => {
		const crm = `${url()}/${id}`;
		const http = make.withApp(crm);
		await http({ method: 'GET', url: `${crm}${make.question}` });
		await call('POST', '/sandbox/faults', { provider: id, kind, path: make.question });
		expect(await codeOf(http({ method: 'GET', url: `${crm}${make.question}` }))).toBeDefined();
	});
});

it('answers and ends that come too late do no harm to the process', async () => {
	const open: ServerResponse[] = [];
	const slow = createServer((request, response) => {
		request.resume();
		if (request.url === '/x') response.writeHead(200).write('{');
		open.push(response);
	});
	await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
	const baseUrl = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
	const script = join(__dirname, 'impatient.ts');
	const child = spawn(process.execPath, ['--import', 'tsx', script, baseUrl], {
		env: { ...process.env, NODE_OPTIONS: '' },
	});
	const ended = new Promise((resolve) => child.on('close', resolve));
	const stderr = text(child.stderr);
	let stdout = '';
	for await (const words of child.stdout) {
		stdout += String(words);
		if (!stdout.endsWith('waits\n')) continue;
		for (const response of open) response.destroy();
		await new Promise((resolve) => slow.close(resolve));
		child.stdin.end();
	}
	expect([await ended, await stderr, stdout]).toEqual([0, '', `${'ETIMEDOUT\n'.repeat(4)}waits\n`]);
});

describe.each(transports)('$id: a redirect', ({ ...make }) => {
	let elsewhere: RecordingServer;
	let moved: RecordingServer;
	let status = 302;
	beforeAll(async () => {
		elsewhere = await recordingServer(() => ({ body: { access_token: 'stolen' } }));
		moved = await recordingServer(({ path }) => ({
			status,
			// Another host by its name.
			headers: { location: `${elsewhere.url.replace('127.0.0.1', 'localhost')}${path}` },
		}));
	});
	afterAll(() => Promise.all([elsewhere.stop(), moved.stop()]));

	it.each([301, 302, 303, 307, 308])('is not followed: HTTP %i', async (code) => {
		status = code;
		for (const method of ['GET', 'POST'] as const) {
			const body = method === 'POST' ? { body: { phone: '+447700900001' } } : {};
			const http = make.withToken(moved.url, 'secret');
			expect(await http({ method, url: `${moved.url}/x`, ...body })).toMatchObject({
				status: code,
			});
		}
		await expect(make.withApp(moved.url)(write(moved.url))).rejects.toMatchObject({
			detail: { category: 'configuration', advice: expect.stringContaining('base URL') },
		});
		expect(elsewhere.requests).toEqual([]);
	});
});

describe.each(transports)('$id: two accounts', ({ ...make }) => {
	let server: RecordingServer;
	beforeAll(async () => {
		server = await recordingServer(() => ({ status: 503 }));
	});
	afterAll(() => server.stop());

	it('share nothing, and nothing with the SDK’s own clients in the same process', async () => {
		const [a, b] = [make.withToken(server.url, 'a'), make.withToken(server.url, 'b')];
		// Its retries would belong to every client of the process.
		const other = new Client({ accessToken: 'other', numberOfApiCallRetries: 3 });
		expect(other).toBeDefined();
		await Promise.all([a(write(server.url)), b(write(server.url)), a(write(server.url))]);
		const tokens = server.requests.map(({ headers }) => headers.authorization).toSorted();
		expect(tokens).toEqual(['Bearer a', 'Bearer a', 'Bearer b']);
	});
});
