import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixtures as infobip } from '../fixtures/infobip';
import { samples } from '../fixtures/messages';
import { rcs, rcsJson } from './rcs';

// Each test starts processes, which takes a slow machine seconds.
const hello = { to: '+447700900123', content: { kind: 'text', text: "It's here" } };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'rcs-cli-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

function settingsFile(content: unknown): string {
	const file = join(folder, 'settings.json');
	writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	return file;
}

async function problems(args: string[], stdin: unknown): Promise<{ path: string }[]> {
	const { status, stdout, stderr } = await rcs(['encode', ...args], stdin);
	expect(status).toBe(2);
	expect(stderr).not.toContain('    at ');
	const { errors } = JSON.parse(stdout);
	for (const { path, message } of errors) {
		expect(path).toEqual(expect.any(String));
		expect(message).toMatch(/\w/);
	}
	return errors;
}

test('a message as the request it becomes, without an account', async () => {
	expect(await rcsJson(['encode', '--provider', 'infobip'], hello)).toEqual([
		{
			method: 'POST',
			url: 'https://api.infobip.com/rcs/2/messages',
			headers: {
				Authorization: 'App ***',
				'Content-Type': 'application/json',
				Accept: 'application/json',
			},
			body: {
				messages: [
					{
						destinations: [{ to: '447700900123', messageId: expect.stringMatching(UUID) }],
						content: { type: 'TEXT', text: "It's here" },
					},
				],
			},
		},
	]);
	expect(await rcsJson(['encode', '--provider', 'conversation'], hello)).toMatchObject([
		{
			url: 'https://rcs.example.com/v1/messages',
			headers: { Authorization: 'Bearer ***' },
			body: { conversationId: '+447700900123', message: { text: "It's here" } },
		},
	]);
});

test('a settings file', async () => {
	const file = settingsFile(infobip.settings);
	const { message } = samples['content: carousel'] ?? {};
	expect(await rcsJson(['encode', '--provider', 'infobip', '--settings', file], message)).toEqual([
		infobip.requests['content: carousel'],
	]);
});

test('an array becomes the bulk call of a provider that has one', async () => {
	const two = [
		{ ...hello, id: 'a' },
		{ ...hello, id: 'b', to: '+447700900124' },
	];
	expect(await rcsJson(['encode', '--provider', 'infobip'], two)).toMatchObject([
		{
			body: {
				messages: [
					{ destinations: [{ to: '447700900123', messageId: 'a' }] },
					{ destinations: [{ to: '447700900124', messageId: 'b' }] },
				],
			},
		},
	]);
	expect(await rcsJson(['encode', '--provider', 'conversation'], two)).toMatchObject([
		{ body: { messageId: 'a' } },
		{ body: { messageId: 'b' } },
	]);
	expect(await rcsJson(['encode', '--provider', 'infobip'], [])).toEqual([]);
});

test('cURL', async () => {
	const message = { ...hello, id: 'a' };
	const { stdout, status } = await rcs(['encode', '--provider', 'conversation', '--curl'], message);
	expect(status).toBe(0);
	expect(stdout).toBe(
		[
			"curl -X POST 'https://rcs.example.com/v1/messages'",
			"-H 'Authorization: Bearer ***'",
			"-H 'Content-Type: application/json'",
			`-d '{"conversationId":"+447700900123","messageId":"a","message":{"text":"It'\\''s here"}}'\n`,
		].join(' \\\n  '),
	);
});

test('downgrade says what it changed', async () => {
	const message = {
		...hello,
		content: { kind: 'text', text: 'x'.repeat(3073) },
		traffic: 'promotion',
	};
	const args = ['encode', '--provider', 'infobip', '--if-not-supported', 'downgrade'];
	const { status, stdout, stderr } = await rcs(args, [hello, message]);
	expect(status).toBe(0);
	expect(JSON.parse(stdout)[0].body.messages[1].content.text).toHaveLength(3072);
	expect(
		stderr
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line)),
	).toEqual([
		{ path: '[1].traffic', action: 'dropped', message: expect.any(String) },
		{ path: '[1].content.text', action: 'cut', message: expect.any(String) },
	]);
});

test('every problem of every message, with its place and numbers', async () => {
	const tooLong = { ...hello, content: { kind: 'text', text: 'x'.repeat(3073) } };
	expect(await problems(['--provider', 'infobip'], tooLong)).toEqual([
		{ path: 'content.text', limit: 3072, actual: 3073, message: expect.stringContaining('3073') },
	]);
	const found = await problems(
		['--provider', 'infobip'],
		[hello, tooLong, { ...hello, to: '123' }, { ...hello, txt: 1 }, 5],
	);
	expect(found.map(({ path }) => path)).toEqual([
		'[1].content.text',
		'[2].to',
		'[3].txt',
		'[4].message',
	]);
});

test('what the account lacks for a message', async () => {
	const message = { ...hello, fallback: [{ channel: 'sms', text: 'Hello' }] };
	expect(await problems(['--provider', 'agile-telecom'], message)).toEqual([
		{ path: 'settings', message: expect.stringContaining('no sender') },
	]);
});

test('an id is not empty, and belongs to one message', async () => {
	expect(await problems(['--provider', 'infobip'], { ...hello, id: '' })).toEqual([
		{ path: 'id', message: expect.stringContaining('empty') },
	]);
	const ids = ['a', 'b', 'a', 'constructor', 'a'].map((id) => ({ ...hello, id }));
	expect(await problems(['--provider', 'infobip'], [...ids, hello, hello])).toEqual([
		{ path: '[2].id', message: expect.stringContaining('"a", which is the id of [0]') },
		{ path: '[4].id', message: expect.stringContaining('"a", which is the id of [0]') },
	]);
});

test.each([
	['no provider', [], hello, '--provider'],
	['an unknown provider', ['--provider', 'toString'], hello, '--provider'],
	['an unknown option', ['--provider', 'infobip', '--curls'], hello, 'arguments'],
	[
		'an unknown choice',
		['--provider', 'infobip', '--if-not-supported', 'maybe'],
		hello,
		'--if-not-supported',
	],
	['no JSON', ['--provider', 'infobip'], '{', 'stdin'],
	['nothing', ['--provider', 'infobip'], '', 'stdin'],
	['no such file', ['--provider', 'infobip', '--settings', 'no-such.json'], hello, '--settings'],
])('%s is explained', async (_name, args, stdin, path) => {
	expect(await problems(args, stdin)).toEqual([{ path, message: expect.any(String) }]);
});

test.each([
	['{', ['--settings']],
	[{ apiKey: 'hidden' }, ['settings.apiKey']],
	[{ auth: 'hidden' }, ['settings.auth']],
	[{ auth: { kind: 'apiKey', apiKey: 'hidden', extra: 1 } }, ['settings.auth.extra']],
	[{ auth: { kind: 'apiKey', apiKey: 'hidden' } }, ['settings.auth.kind']],
])('settings that are wrong are explained, without their secrets: %j', async (content, paths) => {
	const found = await problems(
		['--provider', 'conversation', '--settings', settingsFile(content)],
		hello,
	);
	expect(found.map(({ path }) => path)).toEqual(paths);
	expect(JSON.stringify(found)).not.toContain('hidden');
});
