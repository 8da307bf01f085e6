import { until } from '../until';
import { startTestService, type TestService } from './support/world';

/** What no text in Postgres can hold: the character NUL, and halves of surrogate pairs. */

const PHONE = '+447700900123';
const odd = ['with \0 nul', 'with half \ud83d of a pair'];

let service: TestService;
beforeAll(async () => {
	service = await startTestService();
});
afterAll(() => service.stop());
afterEach(() => expect(service.failures).toEqual([]));

const stop = (eventId: string) => ({
	...{ eventId, messageId: `of ${eventId}`, provider: 'infobip', user: PHONE },
	...{ type: 'user.optedOut', occurredAt: '2026-11-01T10:00:00Z' },
});

it.each(odd)('an event with it in its id and text is worked on', async (text) => {
	const delivered = { ...stop(`${text} delivered`), type: 'message.delivered', text };
	const { body } = await service.post('/v1/events', [stop(text), delivered]);
	expect(body).toMatchObject({ accepted: 2, duplicates: 0, rejected: [] });
	const again = await service.post('/v1/events', [stop(text), delivered]);
	expect(again.body).toMatchObject({ accepted: 0, duplicates: 2, knownIndexes: [0, 1] });
	const consent = await service.post('/v1/consent/check', { checks: [{ phone: PHONE }] });
	expect(consent.body).toMatchObject({ results: [{ state: 'optedOut' }] });
	const { store } = service.service;
	await until(async () => {
		const found = await store.query(
			"select 1 from rcs.messages where state = 'delivered' and message_id like '%' || $1",
			[`${text.split(' ').at(-1)} delivered`],
		);
		return found.length > 0;
	});
});

const statement = { phone: PHONE, state: 'optedIn' };
const message = { to: PHONE, content: { kind: 'text', text: 'Hello' } };

it.each([
	['/v1/consent', { statements: [{ ...statement, id: odd[0] }] }, 'body.statements.0.id'],
	['/v1/consent', { statements: [{ ...statement, id: odd[1] }] }, 'body.statements.0.id'],
	['/v1/gate/release', { ids: [odd[0]] }, 'body.ids.0'],
	['/v1/page/messages', { query: odd[0] }, 'body.query'],
	[
		'/v1/messages',
		{ message: { ...message, providerOptions: { 'a\0': 1 } } },
		'body.message.providerOptions',
	],
	['/v1/page/forwards/replay', { ids: [1e25] }, 'body.ids.0'],
	['/v1/page/dead-letters/discard', { ids: [1e25] }, 'body.ids.0'],
])('what asks with it at %s is told where it is', async (path, asked, place) => {
	const { status, body } = await service.post(path, asked);
	expect(body).toMatchObject({ error: { problems: [{ path: place }] } });
	expect(status).toBe(400);
});

it.each([
	'/v1/messages/a%00b',
	'/v1/page/forwards?before=1e30',
	'/v1/page/dead-letters?before=1e30',
	'/v1/page/dead-letters?connection=a%00b',
])('asking for %s is refused', async (path) => {
	expect((await service.get(path)).status).toBe(400);
});
