import { asObject } from '../../core/json';
import { startTestService, type TestService } from './support/world';

/** Of the United States as its people write it; with a + before it, of Egypt. */
const NATIONAL = '2015550123';

let service: TestService;
beforeAll(async () => {
	service = await startTestService({
		role: 'ingest',
		providers: {
			shop: { provider: 'infobip', settings: { auth: { kind: 'apiKey', apiKey: 'a-key' } } },
		},
	});
});
afterAll(() => service.stop());

const content = { kind: 'text', text: 'Hello' };
const sending = { purpose: 'transactional', dryRun: true };

test.each<[string, (phone: string) => object]>([
	['/v1/consent', (phone) => ({ statements: [{ phone, state: 'optedOut' }] })],
	['/v1/consent/check', (phone) => ({ checks: [{ phone }] })],
	['/v1/consent/history', (phone) => ({ phone })],
	['/v1/consent/export', (phone) => ({ phone })],
	['/v1/consent/erase', (phone) => ({ phone })],
	['/v1/gate', (phone) => ({ requests: [{ id: 'a', phone }], dryRun: true })],
	['/v1/messages', (to) => ({ ...sending, message: { to, content } })],
	['/v1/messages/simple', (to) => ({ ...sending, to, text: 'Hello' })],
])('%s refuses digits that may be a national number, and says what to write', async (path, of) => {
	const refused = await service.post(path, of(NATIONAL));
	expect(refused.status).toBe(400);
	const { message } = asObject(asObject(refused.body)['error']);
	expect(message).toMatch(/country code/);
	expect(message).toMatch(/\+/);
	expect(message).not.toContain(NATIONAL);
	for (const written of ['+447700900123', '00447700900123', 'tel:+44 (0) 7700 900123'])
		expect(await service.post(path, of(written))).toMatchObject({ status: 200 });
});

test('the look-up of messages finds nobody else by them', async () => {
	await service.service.store.query(
		`insert into rcs.messages (provider, message_id, phone, connection) values ('infobip', 'm', '+${NATIONAL}', 'shop')`,
	);
	const look = async (query: string) => (await service.post('/v1/page/messages', { query })).body;
	expect(await look(NATIONAL)).toEqual({ messages: [] });
	expect(asObject(await look(`+${NATIONAL}`))['messages']).not.toEqual([]);
});

test.each([
	['+12015550123', ['US']],
	['+2015550123', ['EG']],
	['+447700900123', ['GB', 'GG', 'IM', 'JE']],
])('the history of %s names its country', async (phone, countries) => {
	const { body } = await service.post('/v1/consent/history', { phone });
	expect(body).toMatchObject({ phone, countries });
});
