import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../core/json';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { runResourceMapping, runSearch } from './harness';
import { people, useSendRcs } from './sends';

const nodeType = new SendRcs();
const sends = useSendRcs();
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ port: 0, speed: 0.01 });
	const content = {
		type: 'TEXT',
		text: 'Hi {{first_name}}, {{parcel}} is on its way. {{first_name}}!',
	};
	const answer = await fetch(`${sandbox.url}/infobip/rcs/1/senders/DemoShop/templates`, {
		method: 'POST',
		headers: { authorization: 'App sandbox-infobip-key', 'content-type': 'application/json' },
		body: JSON.stringify({ templateName: 'order_shipped', providers: [], content }),
	});
	expect(answer.status).toBeLessThan(300);
});
afterAll(() => sandbox.stop());

const form = (more: IDataObject = {}) => ({
	nodeType,
	parameters: { provider: 'infobip', messageType: 'template', ...more },
	credentials: {
		rcsInfobipApi: {
			baseUrl: `${sandbox.url}/infobip`,
			apiKey: 'sandbox-infobip-key',
			agent: 'DemoShop',
		},
	},
});
const chosen = (value: string) => ({ templateId: { __rl: true, mode: 'list', value } });

describe('while the node is filled in', () => {
	it('templates are found by a part of their name', async () => {
		const { results } = await runSearch(form(), 'searchTemplates', 'SHIP');
		expect(results).toEqual([
			{ name: expect.stringContaining('order_shipped'), value: 'order_shipped' },
		]);
		expect((await runSearch(form(), 'searchTemplates', 'none')).results).toEqual([]);
	});

	it.each([
		['chosen from the list', chosen('order_shipped')],
		['a plain name, as workflows made earlier have it', { templateId: 'order_shipped' }],
	])('the variables of a template are fields: %s', async (_how, parameters) => {
		const { fields } = await runResourceMapping(form(parameters), 'getTemplateVariables');
		expect(fields.map(({ id, type, required }) => ({ id, type, required }))).toEqual([
			{ id: 'first_name', type: 'string', required: true },
			{ id: 'parcel', type: 'string', required: true },
		]);
	});

	it('are asked for by the sender that is chosen among the options', async () => {
		const other = { options: { from: { __rl: true, mode: 'id', value: 'OtherShop' } } };
		await expect(
			runResourceMapping(form({ ...chosen('order_shipped'), ...other }), 'getTemplateVariables'),
		).rejects.toThrow();
	});

	it('without a template, there is nothing to fill in and a word why', async () => {
		expect(await runResourceMapping(form(chosen('')), 'getTemplateVariables')).toEqual({
			fields: [],
			emptyFieldsNotice: 'Choose a template first.',
		});
	});

	it('senders are found by a part of their name', async () => {
		const { results } = await runSearch(form(), 'searchAgents', 'demo');
		expect(results).toEqual([{ name: expect.stringContaining('DemoShop'), value: 'DemoShop' }]);
	});
});

const field = (id: string) => ({
	id,
	displayName: id,
	required: true,
	display: true,
	type: 'string',
});
const mapped = (value: IDataObject) => ({
	templateValues: {
		mappingMode: 'defineBelow',
		value,
		matchingColumns: [],
		schema: [field('first_name'), field('parcel')],
	},
});
const template = { provider: 'infobip', to: '={{ $json.phone }}', messageType: 'template' };
const filled = { first_name: '={{ $json.name }}', parcel: 'P-1' };

async function sent(parameters: IDataObject): Promise<unknown[]> {
	await sends.send({ ...template, ...parameters }, people.slice(0, 1));
	return sends.bodies();
}
const body = (sender: string, parameters: object[]) => [
	{
		messages: [
			expect.objectContaining({
				sender,
				content: { type: 'PROVIDER_TEMPLATE', templateId: 'order_shipped', parameters },
			}),
		],
	},
];
const both = [
	{ name: 'first_name', value: 'One' },
	{ name: 'parcel', value: 'P-1' },
];

describe('when the node runs', () => {
	it('variables are sent as they were filled in, by the sender that was chosen', async () => {
		const options = { from: { __rl: true, mode: 'list', value: 'OtherShop' } };
		expect(await sent({ ...chosen('order_shipped'), ...mapped(filled), options })).toEqual(
			body('OtherShop', both),
		);
	});

	it('a workflow made earlier, with plain fields, sends the same', async () => {
		const templateVariables = { variable: both };
		const options = { from: 'OtherShop' };
		expect(await sent({ templateId: 'order_shipped', templateVariables, options })).toEqual(
			body('OtherShop', both),
		);
	});

	it('a variable that is named by hand counts more than its field', async () => {
		const templateVariables = { variable: [{ name: 'parcel', value: 'P-2' }] };
		const [first] = both;
		expect(
			await sent({ ...chosen('order_shipped'), ...mapped(filled), templateVariables }),
		).toEqual(body('DemoShop', [first ?? {}, { name: 'parcel', value: 'P-2' }]));
	});

	it('one that turns out to be empty is named, and its message is not sent', async () => {
		const values = { ...filled, parcel: '={{ $json.parcel }}' };
		const { outputs } = await sends.send(
			{ ...template, ...chosen('order_shipped'), ...mapped(values) },
			[{ ...people[0] }, { ...people[1], parcel: 7 }],
		);
		const [ok = [], not = []] = outputs;
		expect([ok.length, not.length]).toEqual([1, 1]);
		expect(asObject(not[0]?.json)['reason']).toMatchObject({
			category: 'validation',
			message: expect.stringContaining("The template variable 'parcel' is empty"),
		});
		expect(JSON.stringify(sends.bodies())).toContain('"value":"7"');
	});
});
