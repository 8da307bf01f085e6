import type { JsonObject } from '../../sandbox/json';
import { ANDROID, object, objects, useSandbox } from './world';
import { until } from '../until';

const { call, oracle } = useSandbox();

const KEY = { authorization: 'Bearer sandbox-rest-v1-key' };
const api = (method: string, path: string, body?: unknown) =>
	call(method, `/rest-v1/v1${path}`, body, KEY);
const backstage = (method: string, path: string, body?: unknown) =>
	call(method, `/sandbox/console/rest-v1${path}`, body);

const text = (more: JsonObject = {}): JsonObject => ({
	message_id: 'm1',
	to: ANDROID,
	content: { text: 'Hello' },
	...more,
});
const content = (more: JsonObject): JsonObject => text({ content: more });
const chip = { reply: { text: 'Yes', postback_data: 'yes' } };
const card = { title: 'Mug' };
const many = (count: number): string => 'x'.repeat(count);
const inAnHour = (): string => new Date(Date.now() + 3_600_000).toISOString();
const aMinuteAgo = (): string => new Date(Date.now() - 60_000).toISOString();

/** The fields an error names. */
const fieldsIn = (body: JsonObject): unknown[] =>
	objects(object(body['error'])['details']).map(({ field }) => field);

describe('messages', () => {
	it('the example of the guide is taken, with the id its sender gave it', async () => {
		await api('POST', '/templates', { name: 'Cart recovery', content: { text: 'Hi {{name}}' } });
		await backstage('POST', '/templates/cart_recovery', { status: 'approved' });
		const sent = await api('POST', '/messages', {
			to: ANDROID,
			template_id: 'cart_recovery',
			variables: { name: 'Ann', cart_items: [{ name: 'Mug' }] },
		});
		expect(sent.status).toBe(202);
		expect(sent.body).toMatchObject({ status: 'queued', id: expect.any(String) });
		const named = await api('POST', '/messages', text());
		expect(named.body).toMatchObject({ id: 'm1', message_id: 'm1', status: 'queued' });
	});

	it.each<[string, JsonObject, string]>([
		['no number', { content: { text: 'Hi' } }, 'to'],
		['a number without +', text({ to: '447700900001' }), 'to'],
		['no content', { to: ANDROID }, 'content'],
		['content and a template', text({ template_id: 'x' }), 'content'],
		[
			'two contents',
			content({ text: 'Hi', file: { content_url: 'https://a.example/x' } }),
			'content',
		],
		['a text of 3073', content({ text: many(3073) }), 'content.text'],
		['camelCase', text({ campaignId: 'x' }), 'campaignId'],
		['12 chips', content({ text: 'Hi', suggestions: Array(12).fill(chip) }), 'content.suggestions'],
		[
			'a label of 26',
			content({ text: 'Hi', suggestions: [{ reply: { text: many(26), postback_data: 'x' } }] }),
			'content.suggestions[0].reply.text',
		],
		[
			'an action that does nothing',
			content({ text: 'Hi', suggestions: [{ action: chip.reply }] }),
			'content.suggestions[0].action',
		],
		[
			'a carousel of one',
			content({ rich_card: { carousel_card: { card_width: 'SMALL', card_contents: [card] } } }),
			'content.rich_card.carousel_card.card_contents',
		],
		[
			'an empty card',
			content({ rich_card: { standalone_card: { card_content: { description: 'x' } } } }),
			'content.rich_card[0]',
		],
		['no validity', text({ validity_seconds: 0 }), 'validity_seconds'],
		['a past expiry', text({ expires_at: aMinuteAgo() }), 'expires_at'],
		['two expiries', text({ expires_at: inAnHour(), validity_seconds: 60 }), 'expires_at'],
		['a time for now', text({ send_at: inAnHour() }), 'send_at'],
		['another sender', text({ from: 'Nobody' }), 'from'],
		['variables of no template', text({ variables: { a: 'b' } }), 'variables'],
	])('refuses %s', async (_name, body, field) => {
		const answer = await api('POST', '/messages', body);
		expect(answer.status).toBe(400);
		expect(answer.body).toMatchObject({ error: { code: 'INVALID_REQUEST' } });
		expect(fieldsIn(answer.body)).toContain(field);
		expect(await oracle('rest-v1')).toEqual([]);
	});

	it('refuses a used id, a wrong key, a message and a path there is not', async () => {
		await api('POST', '/messages', text());
		const again = await api('POST', '/messages', text());
		expect([again.status, again.body]).toMatchObject([
			409,
			{ error: { code: 'DUPLICATE_MESSAGE' } },
		]);
		const answers = [
			await call('GET', '/rest-v1/v1/templates', undefined, { authorization: 'Bearer x' }),
			await api('GET', '/messages/unknown'),
			await api('GET', '/reports'),
		];
		expect(answers.map(({ status, body }) => [status, object(body['error'])['code']])).toEqual([
			[401, 401],
			[404, 404],
			[404, 404],
		]);
	});

	it('names the refused ones of many, and takes the others', async () => {
		const messages = [text(), text({ message_id: 'm2', to: '12' }), text({ message_id: 'm3' })];
		const { status, body } = await api('POST', '/messages/bulk', { messages });
		expect(status).toBe(202);
		expect(body['results']).toMatchObject([
			{ message_id: 'm1', status: 'queued' },
			{ message_id: 'm2', status: 'rejected', error: { details: [{ field: 'to' }] } },
			{ message_id: 'm3', status: 'queued' },
		]);
		const tooMany = await api('POST', '/messages/bulk', { messages: Array(101).fill(text()) });
		expect(fieldsIn(tooMany.body)).toEqual(['messages']);
		expect(await oracle('rest-v1')).toHaveLength(2);
	});

	it('waits until a scheduled time, which has to be named and to come', async () => {
		const schedule = (body: JsonObject) => api('POST', '/messages/schedule', body);
		expect(fieldsIn((await schedule(text())).body)).toEqual(['send_at']);
		expect(fieldsIn((await schedule(text({ send_at: aMinuteAgo() }))).body)).toEqual(['send_at']);
		const { status, body } = await schedule(text({ send_at: inAnHour() }));
		expect([status, body['status']]).toEqual([202, 'scheduled']);
		expect((await api('GET', '/messages/m1')).body).toMatchObject({ status: 'scheduled' });
	});

	it('tells how a message is, and why it failed', async () => {
		await api('POST', '/messages', text());
		await api('POST', '/messages', text({ message_id: 'm2', to: '+447700900005' }));
		await until(async () => (await api('GET', '/messages/m1')).body['status'] === 'read');
		await until(async () => (await api('GET', '/messages/m2')).body['status'] === 'failed');
		expect((await api('GET', '/messages/m1')).body).toMatchObject({
			channel: 'rcs',
			to: ANDROID,
			delivered_at: expect.any(String),
		});
		expect((await api('GET', '/messages/m2')).body).toMatchObject({ error: { code: 'BLOCKED' } });
	});

	it('has a rate limit, and tells of it in headers', async () => {
		await backstage('PUT', '/rate-limit', { per_second: 3 });
		const messages = (count: number) => ({
			messages: Array.from({ length: count }, (_, i) => text({ message_id: `m${count}-${i}` })),
		});
		const tooMany = await api('POST', '/messages/bulk', messages(4));
		expect(tooMany.status).toBe(429);
		expect(tooMany.headers.get('x-ratelimit-remaining')).toBe('0');
		expect(tooMany.headers.get('retry-after')).toBeNull();
		expect(Number(tooMany.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000 - 2);
		const enough = await api('POST', '/messages/bulk', messages(3));
		expect(enough.status).toBe(202);
		expect(enough.headers.get('x-ratelimit-limit')).toBe('3');
	});
});

describe('signing in', () => {
	const auth = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
		call(body === undefined ? 'GET' : 'POST', `/rest-v1/v1/auth/${path}`, body, headers);
	const templatesWith = async (token: unknown) =>
		(
			await call('GET', '/rest-v1/v1/templates', undefined, {
				authorization: `Bearer ${String(token)}`,
			})
		).status;

	it('gives tokens to the client, in two ways, and to nobody else', async () => {
		const client = { client_id: 'sandbox', client_secret: 'sandbox' };
		const basic = (pair: string) => ({
			authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
		});
		const login = await auth('login', client);
		const token = await auth('token', undefined, basic('sandbox:sandbox'));
		for (const { status, body } of [login, token]) {
			expect([status, body['expires_in']]).toEqual([200, 3600]);
			expect(await templatesWith(body['access_token'])).toBe(200);
		}
		const wrong = [
			await auth('login', { ...client, client_secret: 'x' }),
			await auth('token', undefined, basic('sandbox:x')),
			await auth('refresh', { refresh_token: 'x' }),
		];
		expect(wrong.map(({ status }) => status)).toEqual([401, 401, 401]);
	});

	it('rotates refresh tokens: each is good once', async () => {
		const { body } = await auth('login', { client_id: 'sandbox', client_secret: 'sandbox' });
		await backstage('DELETE', '/tokens');
		expect(await templatesWith(body['access_token'])).toBe(401);
		const refresh = { refresh_token: body['refresh_token'] };
		const renewed = await auth('refresh', refresh);
		expect(await templatesWith(renewed.body['access_token'])).toBe(200);
		expect(renewed.body['refresh_token']).not.toBe(body['refresh_token']);
		expect((await auth('refresh', refresh)).status).toBe(401);
	});
});

describe('templates', () => {
	const draft = { name: 'Sale', language: 'en', content: { text: 'Sale on {{day}}' } };

	it('are drafts until they are submitted, and drafts again when they are changed', async () => {
		const created = await api('POST', '/templates', draft);
		expect([created.status, created.body]).toMatchObject([
			201,
			{ id: 'sale', version: 1, status: 'draft', variables: ['day'] },
		]);
		expect((await api('POST', '/templates', draft)).status).toBe(409);
		expect((await api('POST', '/templates', { ...draft, language: 'de' })).status).toBe(201);
		const submitted = await api('POST', '/templates/sale/submit');
		expect([submitted.status, submitted.body['status']]).toEqual([202, 'pending']);
		expect((await api('POST', '/templates/sale/submit')).status).toBe(409);
		const statuses = async () =>
			objects((await api('GET', '/templates')).body['templates']).map(({ status }) => status);
		await until(async () => (await statuses()).every((status) => status === 'approved'));
		const changed = await api('PUT', '/templates/sale', { ...draft, content: { text: 'Now' } });
		expect(changed.body).toMatchObject({ version: 2, status: 'draft' });
		expect((await api('DELETE', '/templates/sale')).status).toBe(204);
		expect((await api('DELETE', '/templates/sale')).status).toBe(404);
	});

	it('send nothing before they are approved, or without their variables', async () => {
		await api('POST', '/templates', draft);
		const send = (variables: JsonObject) =>
			api('POST', '/messages', { to: ANDROID, template_id: 'sale', language: 'en', variables });
		expect((await send({ day: 'Monday' })).body).toMatchObject({
			error: { code: 'INVALID_TEMPLATE' },
		});
		await backstage('POST', '/templates/sale', { status: 'approved' });
		expect((await send({})).status).toBe(400);
		expect((await send({ day: 'Monday' })).status).toBe(202);
	});
});

describe('contacts', () => {
	it('are added, changed, imported, listed by page and removed', async () => {
		const contact = { phone: '+447700900101', opt_in_status: 'opted_in', tags: ['vip'] };
		const added = await api('POST', '/contacts', contact);
		expect([added.status, added.body]).toMatchObject([201, contact]);
		expect((await api('POST', '/contacts', contact)).status).toBe(409);
		expect((await api('POST', '/contacts', { phone: 'x' })).status).toBe(400);
		const id = String(added.body['id']);
		const changed = await api('PUT', `/contacts/${id}`, { opt_in_status: 'opted_out' });
		expect(changed.body).toMatchObject({ opt_in_status: 'opted_out', tags: ['vip'] });
		const imported = await api('POST', '/contacts/import', {
			contacts: [contact, { phone: '+447700900102' }, { phone: 'x' }],
		});
		expect(imported.body).toMatchObject({ accepted: 2, refused: 1, errors: [{ index: 2 }] });
		const page = await api('GET', '/contacts?page=2&per_page=1');
		expect(page.body).toMatchObject({ contacts: [{ phone: '+447700900102' }], total_pages: 2 });
		expect((await api('DELETE', `/contacts/${id}`)).status).toBe(204);
		expect((await api('DELETE', `/contacts/${id}`)).status).toBe(404);
	});
});
