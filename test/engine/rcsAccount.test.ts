import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { RcsAccount } from '../../nodes/RcsAccount/RcsAccount.node';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { runHook, runNode, runSearch, type Setup } from './harness';

const nodeType = new RcsAccount();
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ port: 0, speed: 50 });
});
afterAll(() => sandbox.stop());
beforeEach(() => fetch(`${sandbox.url}/sandbox/reset`, { method: 'POST' }));

const credentials = () => ({
	rcsInfobipApi: {
		baseUrl: `${sandbox.url}/infobip`,
		apiKey: 'sandbox-infobip-key',
		agent: 'DemoShop',
	},
});

type More = Partial<Setup> & { items?: INodeExecutionData[] };

async function account(
	[resource, operation]: [string, string],
	parameters: INodeParameters = {},
	more: More = {},
): Promise<INodeExecutionData[]> {
	const [items = []] = await runNode({
		nodeType,
		credentials: credentials(),
		...more,
		parameters: { provider: 'infobip', resource, operation, ...parameters },
	});
	return items;
}

const continues: More = { settings: { onError: 'continueRegularOutput' } };

describe('webhooks that nobody needs any more', () => {
	const trigger = (workflowId: string) => ({
		nodeType: new RcsTrigger(),
		parameters: { provider: 'infobip' },
		credentials: credentials(),
		workflowId,
	});
	beforeEach(async () => {
		for (const workflow of ['one', 'two', 'three']) await runHook(trigger(workflow), 'create');
	});

	const workflowsIn = (items: INodeExecutionData[]) =>
		items.map(({ json }) => String(json['id']).split('-')[1]).sort();

	it('are listed, all or up to a limit', async () => {
		const all = await account(['webhook', 'getAll'], { returnAll: true });
		expect(workflowsIn(all)).toEqual(['one', 'three', 'two']);
		expect(all[0]?.json['events']).toContain('message.replied');
		expect(await account(['webhook', 'getAll'], { limit: 2 })).toHaveLength(2);
	});

	it('are chosen from a list and removed', async () => {
		const setup = {
			nodeType,
			credentials: credentials(),
			parameters: { provider: 'infobip', resource: 'webhook', operation: 'remove' },
		};
		const { results } = await runSearch(setup, 'searchWebhooks', 'n8n-TWO');
		const [{ value } = { value: '' }] = results;
		expect(results).toEqual([{ name: expect.stringContaining('n8n-two-') as string, value }]);
		const webhook = { __rl: true, mode: 'list', value: String(value) };
		expect(await account(['webhook', 'remove'], { webhook })).toEqual([
			{ json: { deleted: true }, pairedItem: { item: 0 } },
		]);
		const left = await account(['webhook', 'getAll']);
		expect(workflowsIn(left)).toEqual(['one', 'three']);
	});
});

describe('the adoption in events', () => {
	const event = (type: string, user: string, more: object = {}) => ({
		json: { type, user, occurredAt: '2026-11-21T10:00:00.000Z', messageId: `of ${user}`, ...more },
	});
	const [rcs, sms, failed, none, busy] = [1, 2, 3, 4, 5].map((n) => `+44770090000${n}`);
	const items = [
		event('message.delivered', String(rcs), { channel: 'rcs' }),
		event('message.read', String(rcs), { channel: 'rcs' }),
		event('message.fallback', String(sms), { channel: 'sms' }),
		event('message.failed', String(failed), { error: { category: 'notReachable', message: '' } }),
		event('capability.result', '', { capability: { to: none, reachable: 'no' } }),
		event('message.failed', String(busy), { error: { category: 'credit', message: '' } }),
	];
	const summary: [string, string] = ['report', 'summarizeAdoption'];

	it('is counted over all items, without a provider or a credential', async () => {
		const out = await account(summary, {}, { credentials: {}, items });
		expect(out).toEqual([
			{
				json: {
					people: 4,
					rcs: 1,
					fallback: 1,
					unreached: 2,
					rate: 0.25,
					byChannel: { rcs: 1, sms: 1 },
				},
				pairedItem: items.map((_, item) => ({ item })),
			},
		]);
	});

	it('names an item that is no event', async () => {
		const some = [{ json: { order: 1 } }, ...items];
		await expect(account(summary, {}, { items: some })).rejects.toMatchObject({
			message: "The item is no event: its 'type' names none",
			context: { itemIndex: 0 },
		});
		const out = await account(summary, {}, { items: some, ...continues });
		expect(out).toMatchObject([
			{ json: { error: expect.stringContaining('no event') as string }, pairedItem: { item: 0 } },
			{ json: { people: 4 } },
		]);
	});
});

it('names the fields to choose in when there is no such operation', async () => {
	await expect(account(['webhook', '__CUSTOM_API_CALL__'])).rejects.toMatchObject({
		description: expect.stringContaining("'Resource' and 'Operation'") as string,
	});
});
