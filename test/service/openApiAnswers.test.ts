import { sendStatuses } from '../../service/sending/sends';
import { until } from '../until';
import { type Infobip, REJECTED, startInfobip } from './support/infobip';
import { type Answer, unsaidBy } from './support/openApi';
import { stranger } from './support/stranger';
import { startTestService, type TestService } from './support/world';

const HOUR = 3_600_000;

describe('what the service answers is what its OpenAPI document says', () => {
	let provider: Infobip;
	let service: TestService;
	let unsaid: (method: string, path: string, answer: Answer) => unknown;

	beforeAll(async () => {
		provider = await startInfobip();
		const { settings } = provider;
		const clock = { now: () => Date.now(), wait: () => Promise.resolve() };
		const purposes = { marketing: { quietHours: 'off', caps: [{ max: 1, hours: 24 }] } };
		const providers = { infobip: { provider: 'infobip', settings } };
		service = await startTestService({ providers, purposes }, clock);
		unsaid = unsaidBy((await service.get('/openapi.json')).body);
	});
	afterAll(async () => {
		await service.stop();
		provider.stop();
	});
	beforeEach(() => provider.reset());

	async function post(path: string, body: object): Promise<Answer> {
		const answer = await service.post(path, body);
		expect({ answer, unsaid: unsaid('post', path, answer) }).toEqual({ answer, unsaid: [] });
		return answer;
	}

	async function message(id: string): Promise<Answer> {
		const answer = await service.get(`/v1/messages/${id}`);
		const found = unsaid('get', '/v1/messages/{id}', answer);
		expect({ answer, unsaid: found }).toEqual({ answer, unsaid: [] });
		return answer;
	}

	const simple = async (fields: object) => {
		const { body } = await post('/v1/messages/simple', { text: 'Sale', ...fields });
		return body as { id: string; status: string };
	};
	const agreed = async () => {
		const phone = stranger();
		await post('/v1/consent', { statements: [{ phone, state: 'optedIn', source: 'form' }] });
		return phone;
	};

	it('of messages, whatever became of them', async () => {
		const to = await agreed();
		const sent = await simple({ to, campaignId: 'spring' });
		expect(sent).toMatchObject({ status: 'accepted' });
		expect(await message(sent.id)).toMatchObject({ body: { state: 'accepted' } });
		const held = await simple({ to });
		expect(held).toMatchObject({ status: 'held' });
		expect(await message(held.id)).toMatchObject({ body: { state: 'held', purpose: 'marketing' } });
		expect(await simple({ to, whenHeld: 'refuse' })).toMatchObject({ status: 'refused' });
		expect(await simple({ to: stranger() })).toMatchObject({ status: 'refused' });
		provider.status = REJECTED;
		expect(await simple({ to: await agreed() })).toMatchObject({ status: 'rejected' });
		provider.status = undefined;
		const lost = await simple({ to: await agreed() });
		expect(lost).toMatchObject({ status: 'unknown' });
		expect(await message(lost.id)).toMatchObject({ body: { state: 'unknown' } });
	});

	it('of dry runs, with what was changed', async () => {
		const asked = { traffic: 'promotion', dryRun: true };
		expect(await simple({ ...asked, to: await agreed() })).toMatchObject({
			...{ status: 'dryRun', gate: { outcome: 'send' } },
			changes: [{ path: 'traffic' }],
		});
		expect(await simple({ ...asked, to: stranger() })).toMatchObject({
			gate: { outcome: 'refused' },
		});
	});

	it('of whole messages, and of those that are scheduled', async () => {
		const at = new Date(Date.now() + HOUR).toISOString();
		const content = { kind: 'text', text: 'Hello' };
		const whole = { to: stranger(), content, schedule: { at } };
		const { body } = await post('/v1/messages', { purpose: 'transactional', message: whole });
		expect(body).toMatchObject({ status: 'held' });
		await message((body as { id: string }).id);
	});

	it.each(sendStatuses)(
		'of a message that was only asked for: %s, also without its account',
		async (state) => {
			const { id } = await simple({ to: stranger() });
			await service.service.store.query(
				"update rcs.sends set status = $2, connection = 'gone' where id = $1",
				[id, state],
			);
			expect(await message(id)).toMatchObject({ body: { state, connection: 'gone' } });
		},
	);

	it.each([
		'queued',
		'sent',
		'delivered',
		'read',
		'clicked',
		'replied',
		'failed',
		'expired',
		'revoked',
	])('of a message with the event %s', async (type) => {
		const messageId = `message-${type}`;
		const error = { category: 'notReachable', message: 'No RCS', advice: 'Use SMS' };
		const event = {
			...{ eventId: messageId, messageId, type: `message.${type}`, provider: 'infobip' },
			...{ user: stranger(), occurredAt: '2026-11-01T10:00:00Z', channel: 'rcs' },
			...(type === 'failed' ? { error: { ...error, retryable: false } } : {}),
			...(type === 'replied' ? { reply: { text: 'Yes' } } : {}),
		};
		expect(await post('/v1/events', { events: [event] })).toMatchObject({
			body: { rejected: [] },
		});
		await until(async () => (await service.get(`/v1/messages/${messageId}`)).status === 200);
		await message(messageId);
	});

	it('of consent, from the first word to the last', async () => {
		const phone = stranger();
		const optIn = { phone, state: 'optedIn', id: `id of ${phone}`, proof: { text: 'Yes' } };
		await post('/v1/consent', { statements: [optIn, { phone, state: 'pending' }] });
		await post('/v1/consent', { statements: [{ phone, state: 'optedOut', agent: 'DemoShop' }] });
		expect(
			await post('/v1/consent', { statements: [{ ...optIn, state: 'optedOut' }] }),
		).toMatchObject({ status: 409 });
		await post('/v1/consent/check', { checks: [{ phone }, { phone: stranger() }] });
		await post('/v1/consent/history', { phone });
		await post('/v1/consent/export', { phone });
		await post('/v1/consent/erase', { phone });
	});

	it('of the gate, whatever it says', async () => {
		const phone = await agreed();
		const ids = [`1 ${phone}`, `2 ${phone}`];
		const requests = [...ids.map((id) => ({ id, phone })), { id: `3 ${phone}`, phone: stranger() }];
		expect(await post('/v1/gate', { requests })).toMatchObject({
			body: { results: [{ outcome: 'send' }, { outcome: 'hold' }, { outcome: 'refused' }] },
		});
		expect(await post('/v1/gate/release', { ids })).toMatchObject({ body: { released: 1 } });
	});

	it.each([
		['/v1/messages/simple', { to: 'nobody', text: 'Hello' }, 400],
		['/v1/messages', { message: {} }, 400],
		['/v1/consent', { statements: [] }, 400],
		['/v1/gate', { requests: [{ id: 'a' }] }, 400],
	])('of mistakes, at %s', async (path, body, code) => {
		expect(await post(path, body)).toMatchObject({ status: code });
	});

	it('of a key that is used twice, a message nobody knows, and tokens', async () => {
		const key = { idempotencyKey: 'twice', to: stranger() };
		await simple(key);
		const again = { ...key, to: stranger(), text: 'Sale' };
		expect(await post('/v1/messages/simple', again)).toMatchObject({ status: 409 });
		expect(await message('nobody')).toMatchObject({ status: 404 });
		const answer = await service.get('/v1/messages/nobody', 'no-token-of-anybody');
		expect(answer).toMatchObject({ status: 401 });
		expect(unsaid('get', '/v1/messages/{id}', answer)).toEqual([]);
	});

	it.each(['/v1/whoami', '/v1/figures', '/healthz', '/readyz'])('of %s', async (path) => {
		const answer = await service.get(path);
		expect({ answer, unsaid: unsaid('get', path, answer) }).toMatchObject({
			answer: { status: 200 },
			unsaid: [],
		});
	});
});
