import { type TestService, startTestService, TOKEN } from '../service/support/world';
import { loadedAgain, receive, wrote } from './rcsTriggerServiceWorld';

/** RCS Trigger with the connector service itself. */

let service: TestService;
beforeAll(async () => {
	service = await startTestService();
});
afterAll(() => service.stop());

const at = () => ({ service: { url: service.url, token: TOKEN } });
const started = (...texts: string[]) => ({ status: 200, texts });
const nothing = { status: 200, texts: undefined };

const stored = async () => {
	const rows = await service.service.store.query<{ text: string }>(
		`select event->>'text' as text from rcs.events order by seq`,
	);
	return rows.map(({ text }) => text);
};

it('hands every event on, and starts on those it listens to', async () => {
	const parameters = { events: ['user.optedOut'] };
	const results = [wrote('hello'), wrote('STOP', '447700900124')];
	expect(await receive(results, { ...at(), parameters })).toMatchObject(started('STOP'));
	expect(await stored()).toEqual(['hello', 'STOP']);
});

it('has an opt-out in the ledger when the provider gets its answer', async () => {
	await receive([wrote('STOP', '447700900125')], at());
	const checks = [{ phone: '+447700900125' }];
	expect((await service.post('/v1/consent/check', { checks })).body).toMatchObject({
		results: [{ state: 'optedOut' }],
	});
});

it('starts once over restarts and processes, alone and among new events', async () => {
	const [first, second] = [wrote('first'), wrote('second')];
	expect(await receive([first, first], at())).toMatchObject(started('first'));
	expect(await receive([first], { ...at(), node: loadedAgain() })).toMatchObject(nothing);
	const both = await receive([first, second], { ...at(), node: loadedAgain() });
	expect(both).toMatchObject(started('second'));
	expect(await receive([second], at())).toMatchObject(nothing);
});

it('starts in one of the processes that get the same event at the same time', async () => {
	const one = wrote('race');
	const nodes = Array.from({ length: 5 }, loadedAgain);
	const all = await Promise.all(nodes.map((node) => receive([one], { ...at(), node })));
	expect(all.flatMap(({ texts }) => texts ?? [])).toEqual(['race']);
	expect(await receive([one], { ...at(), node: loadedAgain() })).toMatchObject(nothing);
});

it('starts in another process where the first one ended before its provider had an answer', async () => {
	const one = wrote('taken over');
	// What it remembers is gone with it.
	const ended = { ...at(), node: loadedAgain(), failsAtAnswer: true };
	expect(await receive([one], ended)).toMatchObject({ status: 500, texts: undefined });
	const other = { ...at(), node: loadedAgain() };
	expect(await receive([one], other)).toMatchObject({ status: 503, texts: undefined });
	await service.service.store.query(
		`update rcs.event_consumers set claimed_at = claimed_at - interval '30 seconds'`,
	);
	expect(await receive([one], other)).toMatchObject(started('taken over'));
	expect(await receive([one], { ...at(), node: loadedAgain() })).toMatchObject(nothing);
});

it('starts when the event comes again after the trigger failed at it', async () => {
	const one = wrote('failed first');
	const first = { ...at(), failsAtAnswer: true };
	expect(await receive([one], first)).toMatchObject({ status: 500, texts: undefined });
	expect(await receive([one], at())).toMatchObject(started('failed first'));
	expect(await receive([one], at())).toMatchObject(nothing);
});

it('starts each workflow that hears of an event, and on what the service had from elsewhere', async () => {
	const one = wrote('shared');
	expect(await receive([one], at())).toMatchObject(started('shared'));
	const other = { ...at(), workflowId: 'another' };
	expect(await receive([one], other)).toMatchObject(started('shared'));
	expect(await receive([one], { ...other, node: loadedAgain() })).toMatchObject(nothing);
	expect((await stored()).filter((text) => text === 'shared')).toHaveLength(1);
});

it('starts each time in a test, and where duplicates are wanted', async () => {
	const one = wrote('again');
	expect(await receive([one], at())).toMatchObject(started('again'));
	expect(await receive([one], { ...at(), isTest: true })).toMatchObject(started('again'));
	expect(await receive([one], { ...at(), isTest: true })).toMatchObject(started('again'));
	const kept = { ...at(), options: { dropDuplicates: false } };
	expect(await receive([one], kept)).toMatchObject(started('again'));
});

it('a test takes nothing away from the published workflow', async () => {
	const one = wrote('tested first');
	await receive([one], { ...at(), isTest: true });
	expect(await receive([one], at())).toMatchObject(started('tested first'));
});

it('hands on only what is proven to be from the provider', async () => {
	const before = await stored();
	const forged = await receive([wrote('START')], { ...at(), secret: 'guessed' });
	expect(forged.status).toBe(401);
	const open = { ...at(), options: { verify: false }, secret: 'guessed' };
	expect(await receive([wrote('made up')], open)).toMatchObject(started('made up'));
	expect(await stored()).toEqual(before);
});

it('goes without a service as before: each process counts for itself', async () => {
	const one = wrote('alone');
	const off = { service: { url: 'http://127.0.0.1:9', token: '' }, parameters: { handOn: false } };
	expect(await receive([one], off)).toMatchObject(started('alone'));
	expect(await receive([one], off)).toMatchObject(nothing);
	expect(await receive([one], { ...off, node: loadedAgain() })).toMatchObject(started('alone'));
	expect(await stored()).not.toContain('alone');
});

it('hands on more events than one request takes', async () => {
	const many = Array.from({ length: 1001 }, (_, i) => wrote(`many ${i}`));
	const { status, texts } = await receive(many, at());
	expect([status, texts?.length]).toEqual([200, 1001]);
	expect((await stored()).filter((text) => text.startsWith('many '))).toHaveLength(1001);
	expect(await receive(many, { ...at(), node: loadedAgain() })).toMatchObject(nothing);
	expect(service.failures).toEqual([]);
});
