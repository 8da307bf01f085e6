import { askGate } from '../../service/gate';
import { doneOrWaiting, heldBefore } from './support/meanwhile';
import { startTestService, type TestService } from './support/world';

/** Embedded, transactions follow one another: only a server has two at one time. */

const phone = '+447700900123';

let service: TestService;
beforeAll(async () => {
	const purposes = { marketing: { quietHours: 'off', caps: [{ max: 1, hours: 24 }] } };
	service = await startTestService({ role: 'ingest', purposes });
});
afterAll(() => service.stop());

test('two processes that ask for one person at the same time do not both use the last place of a cap', async () => {
	const { store } = service.service;
	await service.post('/v1/consent', { statements: [{ phone, state: 'optedIn' }] });
	const ask = (database: typeof store, id: string) =>
		askGate({ ...service.service, store: database }, [{ id, phone }]);
	let other: ReturnType<typeof askGate> = Promise.resolve([]);
	const slow = heldBefore(store, 'insert into rcs.passes', async () => {
		other = ask(store, 'second');
		await doneOrWaiting(store, other);
	});
	const answers = [...(await ask(slow, 'first')), ...(await other)];
	expect(answers.map(({ outcome }) => outcome)).toEqual(['send', 'hold']);
});
