import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providers } from '../../core/providers';
import { operationsOf } from '../../core/provider';
import { fixtures } from '../fixtures/conversation';
import { rcs, rcsJson } from './rcs';

// Each test starts processes, which takes a slow machine seconds.
const body = fixtures.inboundText('Arrêt 👋 stop');
const [scheme] = fixtures.schemes;

let file = '';
let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'rcs-cli-'));
	file = join(folder, 'settings.json');
	writeFileSync(file, JSON.stringify(scheme?.settings(['old', 'new'])));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

function signed(secret: string) {
	const [signature] = Object.values(scheme?.headers(Buffer.from(body), secret) ?? {});
	return {
		method: 'POST',
		url: 'https://x.example.com',
		headers: { 'X-SIGNATURE': signature },
		body,
	};
}

const command = ['webhook', '--provider', 'conversation'];

test('a webhook with its signature gives its events', async () => {
	expect(await rcsJson([...command, '--settings', file], signed('new'))).toEqual({
		verified: 'ok',
		reply: null,
		events: [expect.objectContaining({ type: 'message.received', text: 'Arrêt 👋 stop' })],
	});
});

test('a forged webhook gives none', async () => {
	expect(await rcsJson([...command, '--settings', file], signed('wrong'))).toEqual({
		verified: 'failed',
		reason: 'mismatch',
		reply: null,
		events: [],
	});
	expect(
		await rcsJson([...command, '--settings', file], { ...signed('new'), headers: {} }),
	).toMatchObject({ verified: 'failed', reason: 'missing', events: [] });
});

test('without a secret the events are shown, and that nothing was checked', async () => {
	expect(await rcsJson(command, { body: '{"messageStatus":"READ"}' })).toMatchObject({
		verified: 'notConfigured',
		events: [{ type: 'message.read' }],
	});
	expect(await rcsJson(command, { body: 'no JSON' })).toMatchObject({
		events: [{ type: 'unknown' }],
	});
});

test.each([
	[{ body: { a: 1 } }, 'body'],
	[{ headers: {} }, 'body'],
	[{ body: '', headers: { a: 5 } }, 'headers.a'],
	[{ body: '', headers: [] }, 'headers'],
	[{ body: '', query: 1 }, 'query'],
	[[], 'stdin'],
])('%j is explained', async (delivery, path) => {
	const { status, stdout } = await rcs(command, delivery);
	expect(status).toBe(2);
	expect(JSON.parse(stdout)).toEqual({ errors: [{ path, message: expect.any(String) }] });
});

test('providers', async () => {
	expect(await rcsJson(['providers'])).toEqual(
		Object.entries(providers).map(([id, provider]) => ({
			id,
			profile: provider.profile,
			operations: operationsOf(provider),
		})),
	);
});

test('help', async () => {
	for (const args of [['--help'], ['encode', '--help'], ['webhook', '-h'], ['providers', '--help']])
		expect(await rcs(args)).toEqual({
			status: 0,
			stderr: '',
			stdout: expect.stringContaining('Usage: rcs'),
		});
});

test('an unknown command', async () => {
	for (const args of [[], ['encod'], ['constructor']])
		expect(await rcs(args)).toMatchObject({ status: 2, stdout: '' });
	expect((await rcs(['encod'])).stderr).toContain('Usage: rcs');
});
