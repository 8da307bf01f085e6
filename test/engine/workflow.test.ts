import type {
	IConnections,
	INode,
	INodeParameters,
	INodeType,
	NodeConnectionType,
} from 'n8n-workflow';
import { CheckCapability } from '../../nodes/CheckCapability/CheckCapability.node';
import { ManageTemplate } from '../../nodes/ManageTemplate/ManageTemplate.node';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { runWorkflow } from './harness';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ port: 0, speed: 50 });
});
afterAll(() => sandbox.stop());

/** Passes its items on. */
const pass: INodeType = {
	description: {
		displayName: 'Pass',
		name: 'pass',
		group: ['transform'],
		version: 1,
		description: 'Passes items on',
		defaults: { name: 'Pass' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

const types = {
	check: new CheckCapability(),
	manage: new ManageTemplate(),
	pass,
} satisfies Record<string, INodeType>;

function node(
	name: string,
	type: keyof typeof types,
	parameters: INodeParameters = {},
	more: Partial<INode> = {},
): INode {
	const credentials = { rcsInfobipApi: { id: '1', name: 'Sandbox' } };
	return {
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: { provider: 'infobip', ...parameters },
		credentials,
		...more,
	};
}

const main: NodeConnectionType = 'main';
const to = (...names: string[]) => names.map((name) => [{ node: name, type: main, index: 0 }]);

async function run(nodes: INode[], connections: IConnections, items: object[]) {
	const baseUrl = `${sandbox.url}/infobip`;
	const rcsInfobipApi = { baseUrl, apiKey: 'sandbox-infobip-key', agent: 'DemoShop' };
	const { data } = await runWorkflow({
		types,
		nodes,
		connections,
		credentials: { rcsInfobipApi },
		items: items.map((json) => ({ json: { ...json } })),
	});
	expect(data.resultData.error).toBeUndefined();
	return (name: string) =>
		(data.resultData.runData[name]?.[0]?.data?.['main']?.[0] ?? []).map(({ json }) => json);
}

it('orders go the three ways of Check Capability, with all their fields', async () => {
	const phoneNumber = '={{ $json.phone }}';
	const nodes = [
		node('Check', 'check', { phoneNumber }),
		node('RCS', 'pass'),
		node('SMS', 'pass'),
		node('Ask', 'pass'),
	];
	const output = await run(nodes, { Check: { main: to('RCS', 'SMS', 'Ask') } }, [
		{ order: 1, phone: '+447700900003' },
		{ order: 2, phone: '+447700900001' },
		{ order: 3, phone: 'none' },
	]);
	expect(output('RCS')).toMatchObject([{ order: 2, capability: { reachable: 'yes' } }]);
	expect(output('SMS')).toMatchObject([
		{ order: 1, capability: { reachable: 'no', code: 'UNREACHABLE' } },
	]);
	expect(output('Ask')).toMatchObject([
		{ order: 3, capability: { reachable: 'unknown', reason: expect.any(String) as string } },
	]);
});

it('what Manage Template could not do leaves by the error output, with the item it was about', async () => {
	const parameters = {
		operation: 'create',
		templateName: '={{ $json.name }}',
		messageType: 'text',
		text: 'Hello',
	};
	const nodes = [
		node('Orders', 'pass'),
		node('Create', 'manage', parameters, { onError: 'continueErrorOutput' }),
		node('Done', 'pass'),
		node('Failed', 'pass'),
	];
	const connections = { Orders: { main: to('Create') }, Create: { main: to('Done', 'Failed') } };
	const output = await run(nodes, connections, [
		{ name: 'bad-name', campaign: 'spring' },
		{ name: 'good', campaign: 'spring' },
	]);
	expect(output('Done')).toMatchObject([{ name: 'good', status: 'pending' }]);
	expect(output('Failed')).toMatchObject([
		{
			name: 'bad-name',
			campaign: 'spring',
			error: expect.stringContaining('Template Name must') as string,
		},
	]);
});
