import type { INodeParameters } from 'n8n-workflow';
import { ManageTemplate } from '../../nodes/ManageTemplate/ManageTemplate.node';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { runNode, runSearch, type Setup } from './harness';
import { type RecordingServer, recordingServer } from './httpServer';

const nodeType = new ManageTemplate();
let sandbox: Sandbox;
let recorder: RecordingServer;

beforeAll(async () => {
	sandbox = await startSandbox({ port: 0, speed: 0.01 });
	recorder = await recordingServer(() => ({ body: {} }));
});
afterAll(() => Promise.all([sandbox.stop(), recorder.stop()]));
beforeEach(async () => {
	recorder.requests.length = 0;
	await fetch(`${sandbox.url}/sandbox/reset`, { method: 'POST' });
});

const credential = (baseUrl = `${sandbox.url}/infobip`) => ({
	rcsInfobipApi: { baseUrl, apiKey: 'sandbox-infobip-key', agent: 'DemoShop' },
});

async function manage(operation: string, parameters: INodeParameters = {}, more = {}) {
	const setup: Setup & { items?: { json: object }[] } = { nodeType, ...more };
	const [items = []] = await runNode({
		credentials: credential(),
		...setup,
		parameters: { provider: 'infobip', resource: 'template', operation, ...parameters },
	} as Setup);
	return items;
}

const by = (value: string) => ({ template: { __rl: true, mode: 'name', value } });
const text = (templateName: string) => ({
	templateName,
	messageType: 'text',
	text: 'Hi {{first_name}}, your order is on its way.',
});

describe('the life of a template', () => {
	it('is created, read, changed, submitted and deleted', async () => {
		const [created] = await manage('create', text('order_shipped'));
		expect(created).toMatchObject({
			json: { name: 'order_shipped', kind: 'TEXT', variables: ['first_name'] },
			pairedItem: { item: 0 },
		});
		const [found] = await manage('get', by('order_shipped'));
		expect(found?.json).toMatchObject({ name: 'order_shipped', status: 'pending' });
		const [status] = await manage('getStatus', by('order_shipped'));
		expect(status?.json).toMatchObject({ name: 'order_shipped', status: 'pending' });
		const changed = { ...by('order_shipped'), messageType: 'text', text: 'Hello {{name}}' };
		const [updated] = await manage('update', changed);
		expect(updated?.json).toMatchObject({ variables: ['name'] });
		const [deleted] = await manage('delete', by('order_shipped'));
		expect(deleted).toEqual({ json: { deleted: true }, pairedItem: { item: 0 } });
		await expect(manage('get', by('order_shipped'))).rejects.toMatchObject({ httpCode: '404' });
	});

	it('is listed, all or up to a limit, each list belonging to its item', async () => {
		for (const name of ['one', 'two', 'three']) await manage('create', text(name));
		expect(await manage('getAll', { returnAll: true })).toHaveLength(3);
		const items = [{ json: {} }, { json: {} }];
		const limited = await manage('getAll', { returnAll: false, limit: 2 }, { items });
		expect(limited.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 1 },
			{ item: 1 },
		]);
	});

	it('can be chosen from a list', async () => {
		for (const name of ['order_shipped', 'welcome']) await manage('create', text(name));
		const setup = { nodeType, credentials: credential(), parameters: { provider: 'infobip' } };
		const { results } = await runSearch(setup, 'searchTemplates', 'ORDER');
		expect(results).toEqual([{ name: 'order_shipped (pending)', value: 'order_shipped' }]);
		const wrong = { rcsInfobipApi: { ...credential().rcsInfobipApi, apiKey: 'wrong' } };
		const refused = runSearch({ ...setup, credentials: wrong }, 'searchTemplates');
		await expect(refused).rejects.toMatchObject({ name: 'NodeApiError', httpCode: '401' });
	});
});

describe('what arrives at the provider', () => {
	const written = async (operation: string, parameters: INodeParameters) => {
		await manage(operation, parameters, { credentials: credential(recorder.url) });
		return recorder.requests[0];
	};

	it('is a card with its buttons and carriers, at the chosen sender', async () => {
		const request = await written('create', {
			sender: 'Other Shop',
			templateName: 'cart',
			carriers: 'INDIA_VI, INDONESIA_TELKOMSEL',
			messageType: 'card',
			cardTitle: '{{title}}',
			cardMediaUrl: '{{picture}}',
			cardLayout: { mediaHeight: 'tall' },
			cardSuggestions: {
				suggestion: [
					{ type: 'openUrl', text: 'Look', url: 'https://shop.example/{{id}}' },
					{ type: 'dial', text: 'Call', phoneNumber: '{{phone}}' },
					{
						type: 'calendar',
						text: 'Save',
						title: 'Delivery',
						startTime: '{{start}}',
						endTime: '{{end}}',
					},
				],
			},
		});
		expect(request).toMatchObject({
			method: 'POST',
			path: '/rcs/1/senders/Other%20Shop/templates',
			json: {
				templateName: 'cart',
				providers: ['INDIA_VI', 'INDONESIA_TELKOMSEL'],
				content: {
					type: 'CARD',
					content: {
						title: '{{title}}',
						media: { file: { url: '{{picture}}' }, height: 'TALL' },
						suggestions: [
							{ type: 'OPEN_URL', url: 'https://shop.example/{{id}}' },
							{ type: 'DIAL_PHONE', phoneNumber: '{{phone}}' },
							{ type: 'CREATE_CALENDAR_EVENT', startTime: '{{start}}', endTime: '{{end}}' },
						],
					},
				},
			},
		});
	});

	it('is the content written as JSON, of any kind', async () => {
		const cards = [{ title: 'One' }, { title: 'Two' }];
		const messageJson = JSON.stringify({ content: { kind: 'carousel', cards } });
		const request = await written('update', { ...by('cart'), messageType: 'json', messageJson });
		expect(request).toMatchObject({
			method: 'PUT',
			path: '/rcs/1/senders/DemoShop/templates/cart',
			json: { type: 'CAROUSEL', contents: cards },
		});
	});

	it('is a submission to the named carriers', async () => {
		const request = await written('submit', { ...by('cart'), carriers: 'INDIA_VI' });
		expect(request).toMatchObject({
			method: 'PATCH',
			path: '/rcs/1/senders/DemoShop/templates/cart/register',
			json: { providers: ['INDIA_VI'] },
		});
	});
});

describe('what is refused before any request', () => {
	const at = () => ({ credentials: credential(recorder.url) });
	afterEach(() => {
		expect(recorder.requests).toEqual([]);
	});

	it.each<[string, string, INodeParameters, string]>([
		[
			'a name with a dash',
			'create',
			text('order-shipped'),
			'Template Name must be 1 to 20 letters',
		],
		['no name', 'create', text(''), 'Template Name must be 1 to 20 letters'],
		[
			'a text over the limit of templates',
			'create',
			{ ...text('long'), text: 'x'.repeat(2501) },
			'Text has 2501 characters, but Infobip takes at most 2500',
		],
		['no text', 'create', { ...text('empty'), text: '' }, 'Text is empty'],
		['no template', 'get', by(''), "The parameter 'Template' is empty"],
		['no carriers', 'submit', { ...by('a'), carriers: ' , ' }, "The parameter 'Carriers' is empty"],
		[
			'broken JSON',
			'update',
			{ ...by('a'), messageType: 'json', messageJson: '{' },
			'does not hold JSON',
		],
		[
			'a file',
			'update',
			{
				...by('a'),
				messageType: 'json',
				messageJson: '{"kind":"file","file":{"url":"https://shop.example/a.pdf"}}',
			},
			'cannot carry content of kind "file"',
		],
	])('%s', async (_, operation, parameters, message) => {
		await expect(manage(operation, parameters, at())).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining(message) as string,
			context: { itemIndex: 0 },
		});
	});
});

describe('what goes wrong', () => {
	it('fails at its item, in the words of the provider', async () => {
		await manage('create', text('twice'));
		await expect(manage('create', text('twice'))).rejects.toMatchObject({
			name: 'NodeApiError',
			description: expect.stringMatching(/\S/) as string,
			context: { itemIndex: 0 },
		});
	});

	it('lets the other items go on when the node is to continue', async () => {
		const items = [{ json: { name: 'bad-name' } }, { json: { name: 'good' } }];
		const parameters = { ...text(''), templateName: '={{ $json.name }}' };
		const out = await manage('create', parameters, {
			items,
			settings: { onError: 'continueRegularOutput' },
		});
		expect(out).toMatchObject([
			{ json: { error: expect.stringContaining('bad-name') as string }, pairedItem: { item: 0 } },
			{ json: { name: 'good' }, pairedItem: { item: 1 } },
		]);
	});
});
