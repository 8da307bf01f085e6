import { startTestService, type TestService, TOKEN } from '../service/support/world';
import { waitMemory } from '../../nodes/shared/waitMemory';
import { loadedAgain } from './rcsTriggerServiceWorld';
import { useWaits } from './rcsTriggerWaitsWorld';

/** A question that does not arrive: whoever hears of it tells the execution that waits. */

const waits = useWaits();
let service: TestService;
let messages = 0;
let messageId = '';
beforeAll(async () => {
	service = await startTestService();
});
afterAll(() => service.stop());
beforeEach(() => {
	messages += 1;
	messageId = `question-${messages}`;
});

const rejected = { groupId: 2, groupName: 'UNDELIVERABLE', id: 4, name: 'UNDELIVERABLE_REJECTED' };
const underWay = { groupId: 1, groupName: 'PENDING', id: 7, name: 'PENDING_ENROUTE' };

/** A delivery report of the provider about a message. */
const report = (status: object = rejected, more: object = {}): object => ({
	...{ messageId, to: waits.phone().slice(1), sender: 'DemoShop', status, channel: 'RCS' },
	error: { groupId: 1, id: 7002, name: 'EC_UNKNOWN_USER', description: 'No user', permanent: true },
	...{ sentAt: '2026-01-01T10:00:00.000+0000', doneAt: '2026-01-01T10:00:05.000+0000' },
	...more,
});

const nothing = { status: 200, items: [] };
const failed = { events: ['message.failed', 'message.received'] };

it('ends the wait, and starts a workflow that listens to Message Failed', async () => {
	const { path } = await waits.asked({ messageIds: [messageId] });
	const told = report();
	expect(await waits.receive([told], {}, 'workflow1', { parameters: failed })).toMatchObject({
		status: 200,
		items: [{ type: 'message.failed', messageId }],
	});
	expect(waits.handed).toMatchObject([
		{ path, json: { by: 'notDelivered', event: { type: 'message.failed', channel: 'rcs' } } },
	]);
	expect(await waits.receive([told], {}, 'workflow2')).toEqual(nothing);
	expect(waits.handed).toHaveLength(1);
	expect(waits.sent).toEqual([]);
});

it('is left to wait by what is no end, and by other messages', async () => {
	await waits.asked({ messageIds: [messageId] });
	const all = [report(underWay), report(rejected, { messageId: 'of another message' })];
	expect(await waits.receive(all)).toEqual(nothing);
	expect(waits.handed).toEqual([]);
});

it('that goes out over another channel waits on until that one fails, too', async () => {
	await waits.asked({ messageIds: [messageId] });
	waits.heard = () => ({ body: { rcsWait: 'noAnswer' } });
	expect(await waits.receive([report()])).toEqual(nothing);
	waits.heard = () => ({ body: { rcsWait: 'resumed' } });
	expect(await waits.receive([report(rejected, { channel: 'SMS' })])).toEqual(nothing);
	expect(waits.handed).toMatchObject([
		{ json: { event: { channel: 'rcs' } } },
		{ json: { event: { channel: 'sms' } } },
	]);
});

it('is told again while n8n cannot be reached', async () => {
	await waits.asked({ messageIds: [messageId] });
	const told = report();
	waits.heard = () => ({ hangUp: true });
	expect(await waits.receive([told])).toEqual({ status: 503, items: [] });
	waits.heard = () => ({ body: { rcsWait: 'resumed' } });
	expect(await waits.receive([told])).toEqual(nothing);
	expect(waits.handed).toHaveLength(2);
});

it('before its node said that it asks: the node hears of it then', async () => {
	await waits.receive([report()]);
	const { wait, path } = waits.question();
	const asked = { wait, path, provider: 'infobip', phone: waits.phone(), messageIds: [messageId] };
	expect(await waitMemory.add(asked)).toMatchObject([{ type: 'message.failed', messageId }]);
	const other = { ...asked, wait: 'other', messageIds: ['of no message'] };
	expect(await waitMemory.add(other)).toEqual([]);
	expect(await waitMemory.add({ ...asked, wait: 'third', provider: 'seven' })).toEqual([]);
	expect(await waitMemory.add({ ...asked, wait: 'fourth', phone: '+15550100000' })).toEqual([]);
});

describe('with the connector service', () => {
	const ask = async () => {
		const { wait, path } = waits.question();
		const about = { wait, path, provider: 'infobip', phone: waits.phone(), agent: 'DemoShop' };
		const answer = await service.post('/v1/waits', { ...about, messageIds: [messageId] });
		expect(answer.status).toBe(200);
		return { path, answer: answer.body };
	};
	const receive = (results: readonly object[], workflowId?: string) =>
		waits.receive(results, {}, workflowId, {
			parameters: { handOn: true },
			credentials: { rcsConnectorsApi: { baseUrl: service.url, token: TOKEN } },
			node: loadedAgain(),
		});

	it('ends the wait of another process, once', async () => {
		const { path, answer } = await ask();
		expect(answer).toMatchObject({ failures: [] });
		const told = report();
		expect(await receive([report(rejected, { messageId: 'of another message' })])).toEqual(nothing);
		expect(waits.handed).toEqual([]);
		expect(await receive([told])).toEqual(nothing);
		expect(await receive([told], 'workflow2')).toEqual(nothing);
		expect(waits.handed).toMatchObject([{ path, json: { by: 'notDelivered' } }]);
	});

	it('before its node said that it asks: the service tells the node', async () => {
		expect(await receive([report()])).toEqual(nothing);
		expect((await ask()).answer).toMatchObject({
			failures: [{ type: 'message.failed', messageId, channel: 'rcs' }],
		});
	});
});
