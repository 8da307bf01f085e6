import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { ManageTemplate } from '../../nodes/ManageTemplate/ManageTemplate.node';
import { isShown } from '../nodes/parameters';
import { runLoadOptions, runNode, runSearch } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';

jest.mock('../../core/providers', () =>
	jest.requireActual<{ registryWithChatty(): unknown }>('./chatty').registryWithChatty(),
);

const nodeType = new ManageTemplate();
const { properties } = nodeType.description;
let server: RecordingServer;
let answer: (request: Recorded) => Reply;

beforeAll(async () => {
	server = await recordingServer((asked) => answer(asked));
});
afterAll(() => server.stop());
beforeEach(() => {
	server.requests.length = 0;
	answer = () => ({ body: { id: '42', name: 'order shipped', status: 'draft', variables: [] } });
});

const setup = (parameters: INodeParameters = {}) => ({
	nodeType,
	parameters: { provider: 'conversation', ...parameters },
	credentials: { rcsConversationApi: { baseUrl: server.url, token: 't' } },
});
const requests = () => server.requests.map(({ method, path, json }) => [method, path, json]);

/** The fields a person sees. */
function shown(values: Record<string, unknown>): INodeProperties[] {
	return properties.filter((one) => isShown(one, { resource: 'template', ...values }));
}
function field(name: string, values: Record<string, unknown>): INodeProperties | undefined {
	return shown(values).find((one) => one.name === name);
}
function choices(name: string, values: Record<string, unknown>): unknown[] {
	const options = asArray(field(name, values)?.options).map(asObject);
	return options.filter((one) => isShown(one, values)).map(({ value }) => value);
}
const chatty = (operation: string) => ({ provider: 'conversation', operation });
const infobip = (operation: string) => ({ provider: 'infobip', operation });

describe('what the form offers', () => {
	it('is the operations a provider has', () => {
		expect(choices('operation', { provider: 'infobip' })).toContain('delete');
		const offered = ['create', 'get', 'getAll', 'previewDraft', 'submit', 'update'];
		expect(choices('operation', { provider: 'conversation' })).toEqual(offered);
	});

	it('is the fields its templates have', () => {
		const names = (values: Record<string, unknown>) => shown(values).map(({ name }) => name);
		const own = ['language', 'templateDescription'];
		expect(names(chatty('create'))).toEqual(expect.arrayContaining([...own, 'carriers']));
		expect(names(chatty('create'))).not.toContain('sender');
		expect(names(chatty('update'))).toContain('templateName');
		expect(names(infobip('create'))).toEqual(expect.arrayContaining(['sender', 'carriers']));
		expect(names(infobip('create')).filter((name) => own.includes(name))).toEqual([]);
		expect(names(infobip('update'))).not.toContain('templateName');
	});

	it('is the content its templates may have', () => {
		expect(choices('messageType', chatty('create'))).toEqual(['file', 'json', 'text']);
		expect(choices('messageType', infobip('create'))).toEqual(['card', 'carousel', 'json', 'text']);
	});

	it('finds a template by its ID where it has one, else by its name', () => {
		const modes = (values: Record<string, unknown>) =>
			field('template', values)?.modes?.map(({ name }) => name);
		expect(modes(chatty('get'))).toEqual(['list', 'id']);
		expect(modes(infobip('get'))).toEqual(['list', 'name']);
	});
});

describe('a provider that creates templates and does nothing else with them', () => {
	const agile = { provider: 'agile-telecom' };

	it('offers that, chosen already, and asks for no template', () => {
		expect(field('operation', agile)?.default).toBe('create');
		expect(choices('operation', agile)).toEqual(['create', 'previewDraft']);
		expect(field('template', { ...agile, operation: 'get' })).toBeUndefined();
		expect(field('operation', { provider: 'infobip' })?.default).toBe('getAll');
	});

	it('creates one', async () => {
		answer = () => ({ body: { id: 42, status: 'PENDING' } });
		const [[made] = []] = await runNode({
			nodeType,
			parameters: {
				...agile,
				operation: 'create',
				templateName: 'Order shipped',
				templateDescription: 'Tells that an order has shipped',
				messageType: 'text',
				text: 'Hi {{name}}',
			},
			credentials: { rcsAgileTelecomApi: { baseUrl: server.url, apiKey: 'k' } },
		});
		expect(made?.json).toMatchObject({ id: '42', status: 'pending', variables: ['name'] });
		expect(server.requests[0]?.json).toMatchObject({
			name: 'Order shipped',
			description: 'Tells that an order has shipped',
		});
	});
});

describe('what can be chosen', () => {
	it('is carriers from a list', async () => {
		expect(field('carriers', chatty('submit'))).toMatchObject({
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getCarriers' },
		});
		answer = () => ({ body: ['INDIA_VI', 'INDIA_AIRTEL'] });
		expect(await runLoadOptions(setup(), 'getCarriers')).toEqual([
			{ name: 'INDIA_AIRTEL', value: 'INDIA_AIRTEL' },
			{ name: 'INDIA_VI', value: 'INDIA_VI' },
		]);
		answer = () => ({ status: 401, body: 'no' });
		await expect(runLoadOptions(setup(), 'getCarriers')).rejects.toMatchObject({ httpCode: '401' });
	});

	it('is a template in each of its languages', async () => {
		const one = { id: '42', name: 'sale', status: 'approved', variables: [] };
		answer = () => ({ body: [one, { ...one, language: 'pt-BR', status: 'draft' }] });
		expect((await runSearch(setup(), 'searchTemplates')).results).toEqual([
			{ name: 'sale (approved)', value: '42' },
			{ name: 'sale (pt-BR, draft)', value: '42' },
		]);
	});
});

describe('what arrives at the provider', () => {
	const text = { messageType: 'text', text: 'Hi {{name}}' };
	const content = { kind: 'text', text: 'Hi {{name}}' };
	const by = { template: { __rl: true, mode: 'id', value: '42' } };

	it('is everything a new template says', async () => {
		await runNode(
			setup({
				operation: 'create',
				templateName: 'order shipped',
				templateDescription: 'Tells that an order has shipped',
				language: ' en ',
				carriers: ['INDIA_VI', 'INDIA_AIRTEL'],
				...text,
			}),
		);
		const draft = {
			name: 'order shipped',
			description: 'Tells that an order has shipped',
			language: 'en',
			carriers: ['INDIA_VI', 'INDIA_AIRTEL'],
			content,
		};
		expect(requests()).toEqual([['POST', '/templates', draft]]);
	});

	it('is an update under its new name, or under the one it has', async () => {
		await runNode(setup({ operation: 'update', ...by, templateName: 'sale', ...text }));
		await runNode(setup({ operation: 'update', ...by, ...text }));
		expect(requests()).toEqual([
			['PUT', '/templates/42', { name: 'sale', carriers: [], content }],
			['GET', '/templates/42', undefined],
			['PUT', '/templates/42', { name: 'order shipped', carriers: [], content }],
		]);
	});

	it('is a submission to carriers that were chosen, or written with commas', async () => {
		for (const carriers of [['INDIA_VI'], 'INDIA_VI, OTHER'])
			await runNode(setup({ operation: 'submit', ...by, carriers }));
		expect(requests()).toEqual([
			['POST', '/templates/42/submit', { carriers: ['INDIA_VI'] }],
			['POST', '/templates/42/submit', { carriers: ['INDIA_VI', 'OTHER'] }],
		]);
	});

	it('is nothing for an operation the provider lacks', async () => {
		await expect(runNode(setup({ operation: 'getStatus', ...by }))).rejects.toThrow(
			'cannot do this',
		);
		expect(requests()).toEqual([]);
	});
});
