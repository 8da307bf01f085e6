import { asArray, asObject } from '../../core/json';
import { fixedClock } from './support/fixedClock';
import { startTestService, type TestService } from './support/world';

const phone = '+447700900123';
const clock = fixedClock('2026-11-23T12:00:00.000Z');
let service: TestService;

beforeAll(async () => {
	service = await startTestService({}, clock);
});
afterAll(() => service.stop());

async function asked(): Promise<object> {
	const requests = [{ id: 'm-1', phone, purpose: 'marketing' }];
	const { body } = await service.post('/v1/gate', { requests });
	return asObject(asArray(asObject(body)['results'])[0]);
}

/** The page remembers its numbers for a while, for each time that is asked about. */
async function toReview(until: string): Promise<unknown> {
	const day = `from=2026-11-01T00:00:00Z&to=${until}T00:00:00Z`;
	const { body } = await service.get(`/v1/page/overview?${day}`);
	return asObject(body)['possibleOptOuts'];
}

const event = {
	provider: 'infobip',
	type: 'message.replied',
	occurredAt: '2026-11-23T11:00:00.000Z',
	user: phone,
};

it('a text that may be an opt-out holds marketing until somebody decides', async () => {
	const optIn = { phone, state: 'optedIn', purpose: '*', occurredAt: '2026-11-20T10:00:00Z' };
	await service.post('/v1/consent', { statements: [optIn] });
	const doubtful = {
		...event,
		eventId: 'e-1',
		text: 'enough',
		optOut: { verdict: 'doubtful', why: 'It may be an opt-out' },
	};
	expect((await service.post('/v1/events', { events: [doubtful] })).status).toBe(200);
	expect(await asked()).toMatchObject({ outcome: 'refused', rule: 'optOutReview' });
	expect(await toReview('2026-12-01')).toBe(1);
	const history = await service.post('/v1/consent/history', { phone });
	expect(JSON.stringify(history.body)).toContain('"text":"enough"');
	for (const settlesNothing of [
		{ phone, state: 'optedIn', purpose: 'transactional' },
		{ phone, state: 'optedIn', purpose: '*', origin: 'admin', source: 'import' },
	])
		await service.post('/v1/consent', { statements: [settlesNothing] });
	expect(await asked()).toMatchObject({ outcome: 'refused', rule: 'optOutReview' });
	expect(await toReview('2026-12-03')).toBe(1);
	const decided = { phone, state: 'optedIn', purpose: '*', origin: 'admin', source: 'api' };
	await service.post('/v1/consent', { statements: [decided] });
	expect(await asked()).toMatchObject({ outcome: 'send' });
	expect(await toReview('2026-12-02')).toBe(0);
});

it('a text of people who opted out already waits for nobody, and a wish for messages is no doubt', async () => {
	const optOut = { verdict: 'doubtful', why: 'It may be an opt-out' };
	const wish = { verdict: 'optIn', why: 'It asks for messages' };
	const [out, keen] = ['+447700900124', '+447700900125'];
	const events = [
		{ ...event, eventId: 'e-2', user: out, type: 'user.optedOut', text: 'STOP' },
		{ ...event, eventId: 'e-3', user: out, text: 'enough', optOut },
		{ ...event, eventId: 'e-4', user: keen, text: 'sign me up', optOut: wish },
	];
	expect((await service.post('/v1/events', { events })).status).toBe(200);
	expect(await toReview('2026-12-04')).toBe(0);
	const { body } = await service.post('/v1/consent/history', { phone: keen });
	expect(asArray(asObject(body)['statements'])).toEqual([]);
});
