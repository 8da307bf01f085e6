import { startTestService, type TestService, TOKEN } from '../service/support/world';
import { loadedAgain } from './rcsTriggerServiceWorld';
import { tap, text, useWaits } from './rcsTriggerWaitsWorld';

/** Answers to questions that the connector service knows, in several processes of n8n. */

const waits = useWaits();
let service: TestService;
beforeAll(async () => {
	service = await startTestService();
});
afterAll(() => service.stop());

const nothing = { status: 200, items: [] };

async function asked(more: object = {}) {
	const { wait, path, reference } = waits.question();
	const about = { wait, path, provider: 'infobip', phone: waits.phone(), agent: 'DemoShop' };
	expect((await service.post('/v1/waits', { ...about, ...more })).status).toBe(200);
	return { wait, path, reference };
}

/** A webhook to a trigger of a process of its own, which hands events on. */
const receive = (results: readonly object[], workflowId?: string) =>
	waits.receive(results, {}, workflowId, {
		parameters: { handOn: true },
		credentials: { rcsConnectorsApi: { baseUrl: service.url, token: TOKEN } },
		node: loadedAgain(),
	});

const consent = async () => {
	const checks = [{ phone: waits.phone() }];
	return (await service.post('/v1/consent/check', { checks })).body;
};

it('a text answers in the process that hears it, and starts nothing in any other', async () => {
	const { path } = await asked();
	const told = text('Tuesday');
	expect(await receive([told])).toEqual(nothing);
	expect(await receive([told], 'workflow2')).toEqual(nothing);
	expect(waits.handed.map((one) => one.path)).toEqual([path]);
	expect(waits.texts()).toEqual([]);
});

it('"Cancel" is the answer where a chip says it, and no opt-out in the ledger', async () => {
	const { path } = await asked({ words: ['confirm', 'cancel'] });
	expect(await receive([text('Cancel')])).toEqual(nothing);
	expect(waits.handed).toMatchObject([{ path, json: { by: 'text' } }]);
	expect(await consent()).toMatchObject({ results: [{ state: 'none' }] });
});

it('the same where only a process of n8n knows of the question', async () => {
	const { path } = await waits.asked({ words: ['confirm', 'cancel'] });
	const here = {
		parameters: { handOn: true },
		credentials: { rcsConnectorsApi: { baseUrl: service.url, token: TOKEN } },
	};
	expect(await waits.receive([text('Cancel')], {}, 'workflow1', here)).toEqual(nothing);
	expect(waits.handed).toMatchObject([{ path, json: { by: 'text' } }]);
	expect(await consent()).toMatchObject({ results: [{ state: 'none' }] });
});

it('a tap that was taken is not late when another process hears of it, and the next one is, once', async () => {
	const { reference } = await asked();
	const told = tap(reference);
	expect(await receive([told])).toEqual(nothing);
	waits.heard = () => ({ body: { rcsWait: 'closed' } });
	expect(await receive([told], 'workflow2')).toEqual(nothing);
	expect(waits.texts()).toEqual([]);
	await receive([tap(reference)]);
	await receive([tap(reference)]);
	expect(waits.texts()).toHaveLength(1);
});

it('nobody who said STOP is told that a tap is late', async () => {
	const { reference } = await asked({ words: ['yes'] });
	const other = await asked({ until: '2020-01-01T00:00:00Z' });
	expect((await receive([text('STOP')])).items).toMatchObject([{ type: 'user.optedOut' }]);
	waits.heard = () => ({ body: { rcsWait: 'closed' } });
	await receive([tap(reference), tap(other.reference)]);
	expect(waits.texts()).toEqual([]);
});

it('a tap on a question that is over is late also while its execution goes on', async () => {
	const { reference } = await asked({ until: '2020-01-01T00:00:00Z' });
	const open = await asked();
	const status = 409;
	waits.heard = () => ({ status, body: { message: 'The execution "231" is running already.' } });
	expect(await receive([tap(reference)])).toEqual(nothing);
	expect(waits.texts()).toHaveLength(1);
	expect(await receive([tap(open.reference)])).toEqual({ status: 503, items: [] });
	expect(waits.texts()).toHaveLength(1);
});
