import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { RcsAccount } from '../../nodes/RcsAccount/RcsAccount.node';
import { runNode, runSearch, type Setup } from './harness';
import { type Recorded, type RecordingServer, recordingServer, type Reply } from './httpServer';

const nodeType = new RcsAccount();
let server: RecordingServer;
let answer: (request: Recorded) => Reply;

beforeAll(async () => {
	server = await recordingServer((request) => answer(request));
});
afterAll(() => server.stop());
beforeEach(() => {
	server.requests.length = 0;
	answer = () => ({ status: 204 });
});

const credentials = () => ({
	rcsRestV1Api: { baseUrl: server.url, authentication: 'apiKey', apiKey: 'key' },
});

type More = Partial<Setup> & { items?: INodeExecutionData[] };

async function contact(
	operation: string,
	parameters: INodeParameters = {},
	more: More = {},
): Promise<INodeExecutionData[]> {
	const [items = []] = await runNode({
		nodeType,
		credentials: credentials(),
		...more,
		parameters: { provider: 'rest-v1', resource: 'contact', operation, ...parameters },
	});
	return items;
}

const asked = () => server.requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`);
const continues: More = { settings: { onError: 'continueRegularOutput' } };
const byId = (value: string) => ({ contact: { __rl: true, mode: 'id', value } });
const person = (n: number) => ({
	id: `c-${n}`,
	phone: `+44770090000${n}`,
	opt_in_status: 'opted_in',
});

describe('one person after the other', () => {
	it('is added, with a number as people write it', async () => {
		answer = () => ({ status: 201, body: { id: 'c-1' } });
		const out = await contact('add', {
			phoneNumber: '07700 900001',
			additionalFields: {
				defaultCountry: 'GB',
				optIn: 'optedIn',
				tags: 'customer, , news ',
				attributes: { attribute: [{ name: 'city', value: 'Leeds' }] },
			},
		});
		expect(server.requests).toMatchObject([
			{
				method: 'POST',
				path: '/v1/contacts',
				json: {
					phone: '+447700900001',
					opt_in_status: 'opted_in',
					tags: ['customer', 'news'],
					attributes: { city: 'Leeds' },
				},
			},
		]);
		expect(out).toEqual([
			{
				json: {
					id: 'c-1',
					phone: '+447700900001',
					optIn: 'optedIn',
					tags: ['customer', 'news'],
					attributes: { city: 'Leeds' },
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('is changed in what is named, and in nothing else', async () => {
		answer = () => ({ body: person(2) });
		const parameters = { ...byId('c/2'), updateFields: { optIn: 'optedOut', tags: '' } };
		await contact('update', parameters);
		expect(server.requests).toMatchObject([{ method: 'PUT', path: '/v1/contacts/c%2F2' }]);
		expect(server.requests[0]?.json).toEqual({ opt_in_status: 'opted_out', tags: [] });
	});

	it('is removed by the ID of its item, and one that fails does not stop the others', async () => {
		answer = ({ path }) =>
			path.endsWith('/c-2')
				? { status: 404, body: { error: { code: 404, message: 'No such contact' } } }
				: { status: 204 };
		const items = [1, 2, 3].map((n) => ({ json: { id: `c-${n}` } }));
		const parameters = byId('={{ $json.id }}');
		expect(await contact('remove', parameters, { items, ...continues })).toEqual([
			{ json: { deleted: true }, pairedItem: { item: 0 } },
			{ json: { error: 'No such contact' }, pairedItem: { item: 1 } },
			{ json: { deleted: true }, pairedItem: { item: 2 } },
		]);
		server.requests.length = 0;
		await expect(contact('remove', parameters, { items })).rejects.toMatchObject({
			name: 'NodeApiError',
			message: 'No such contact',
			httpCode: '404',
			description: expect.stringMatching(/\S/) as string,
			context: { itemIndex: 1 },
		});
		expect(asked()).toEqual(['DELETE /v1/contacts/c-1', 'DELETE /v1/contacts/c-2']);
	});

	it('is refused without a valid number, before any request', async () => {
		const wrong = contact('add', { phoneNumber: '12' });
		await expect(wrong).rejects.toMatchObject({ name: 'NodeOperationError' });
		await expect(wrong).rejects.toThrow("'Phone Number' does not hold a valid phone number");
		await expect(contact('add')).rejects.toThrow("The field 'Phone Number' is empty");
		await expect(contact('remove', byId(' '))).rejects.toThrow("The field 'Contact' is empty");
		expect(server.requests).toEqual([]);
	});
});

describe('the address book', () => {
	beforeEach(() => {
		answer = () => ({ body: { contacts: [person(1), person(2), person(3)] } });
	});

	it('is listed in our words, all or up to a limit, or with what the service said', async () => {
		const all = await contact('getAll', { returnAll: true });
		expect(all).toHaveLength(3);
		expect(all[0]?.json).toEqual({ id: 'c-1', phone: '+447700900001', optIn: 'optedIn' });
		expect(await contact('getAll', { limit: 2 })).toHaveLength(2);
		const [raw] = await contact('getAll', { output: 'raw' });
		expect(raw?.json['raw']).toEqual(person(1));
	});

	it('is searched by number', async () => {
		const parameters = { provider: 'rest-v1', resource: 'contact', operation: 'remove' };
		const setup = { nodeType, credentials: credentials(), parameters };
		const { results } = await runSearch(setup, 'searchContacts', '900002');
		expect(results).toEqual([{ name: '+447700900002', value: 'c-2' }]);
	});
});

describe('an import', () => {
	const people = (count: number) =>
		Array.from({ length: count }, (_, n) => ({
			json: { phone: `+4477009${String(n).padStart(5, '0')}`, tag: `t${n}` },
		}));
	const parameters = {
		phoneNumber: '={{ $json.phone }}',
		additionalFields: { tags: '={{ $json.tag }}' },
	};
	const imported = () =>
		server.requests.map(({ json }) => asArray(asObject(json)['contacts']).length);

	beforeEach(() => {
		answer = ({ json }) => {
			const { length } = asArray(asObject(json)['contacts']);
			return { body: { accepted: length - 1, refused: 1 } };
		};
	});

	it('is one request for many items, which the answer belongs to', async () => {
		const items = people(3);
		const out = await contact('import', parameters, { items });
		expect(asked()).toEqual(['POST /v1/contacts/import']);
		expect(server.requests[0]?.json).toMatchObject({
			contacts: items.map(({ json }) => ({ phone: json.phone, tags: [json.tag] })),
		});
		expect(out).toEqual([
			{
				json: { accepted: 2, refused: 1 },
				pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }],
			},
		]);
	});

	it('is split where one request would be too large', async () => {
		const out = await contact('import', parameters, { items: people(2001) });
		expect(imported()).toEqual([1000, 1000, 1]);
		expect(out.map(({ json }) => json['accepted'])).toEqual([999, 999, 0]);
	});

	it('takes what can be read, and says for each item what could not be done', async () => {
		const items = [...people(1000), { json: { phone: 'none' } }, ...people(2)];
		answer = ({ json }) =>
			asArray(asObject(json)['contacts']).length === 2 ? { status: 500 } : { body: {} };
		const out = await contact('import', parameters, { items, ...continues });
		expect(imported()).toEqual([1000, 2]);
		const failed = out.filter(({ json }) => 'error' in json);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 1000 },
			{ item: 1001 },
			{ item: 1002 },
		]);
		expect(out).toHaveLength(4);
	});

	it('sends nothing when an item cannot be read and the node is to stop', async () => {
		const items = [...people(2), { json: { phone: 'none' } }];
		await expect(contact('import', parameters, { items })).rejects.toMatchObject({
			context: { itemIndex: 2 },
		});
		expect(server.requests).toEqual([]);
	});
});

it('says for a provider without contacts that it cannot do this, and what to do then', async () => {
	const more = { credentials: { rcsInfobipApi: { baseUrl: server.url, apiKey: 'key' } } };
	const parameters = { provider: 'infobip', phoneNumber: '+447700900001' };
	await expect(contact('add', parameters, more)).rejects.toMatchObject({
		message: 'The provider has no such operation',
		description: expect.stringContaining("field 'Provider'") as string,
	});
	expect(server.requests).toEqual([]);
});

it('says so of a resource that the provider has with other operations', async () => {
	const parameters = { resource: 'media', mediaKey: 'key' };
	const more = { credentials: { rcsGoogleRbmApi: { authentication: 'accessToken' } } };
	await expect(
		contact('getUrl', { provider: 'google-rbm', ...parameters }, more),
	).rejects.toMatchObject({
		message: 'Google RBM cannot do this',
		description: expect.stringContaining("field 'Provider'") as string,
		context: { itemIndex: 0 },
	});
});
