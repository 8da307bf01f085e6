import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { asObject } from '../../core/json';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { runWebhook } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';
import { post, TestResponse } from './webhookRequest';

const nodeType = new RcsTrigger();
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]);
let account: RecordingServer;
let elsewhere: RecordingServer;
let answer: (request: Recorded) => Reply;

beforeAll(async () => {
	account = await recordingServer((asked) => answer(asked));
	elsewhere = await recordingServer((asked) => answer(asked));
});
afterAll(() => Promise.all([account.stop(), elsewhere.stop()]));
beforeEach(() => {
	account.requests.length = 0;
	elsewhere.requests.length = 0;
	answer = () => ({ bytes: png, headers: { 'content-type': 'image/png' } });
});
afterEach(() => {
	jest.restoreAllMocks();
});

const registration = { id: 'n8n-1', url: '', events: [], terms: '', secret: 'known' };
let next = 0;

/** A file that a person sent, as Infobip tells of it. */
function file(url: string, more: object = {}) {
	next += 1;
	const message = { type: 'FILE', url, name: 'dog.png', contentType: 'image/png', ...more };
	return { sender: '447700900123', to: 'DemoShop', messageId: `file-${next}`, message };
}

async function receive(results: object[], options: INodeParameters = {}) {
	const response = new TestResponse();
	const { workflowData } = await runWebhook(
		{
			nodeType,
			parameters: {
				provider: 'infobip',
				events: ['message.received'],
				options: { downloadMedia: true, ...options },
			},
			credentials: { rcsInfobipApi: { baseUrl: `${account.url}/`, apiKey: 'account-key' } },
			staticData: { 'node:Node': { registration } },
		},
		post(JSON.stringify({ results }), { 'x-rcs-trigger-secret': 'known' }),
		response,
	);
	expect(response.statusCode).toBe(200);
	return workflowData?.[0] ?? [];
}

/** Why there is no file; the event itself is always there. */
async function whyNot(url: string, options: INodeParameters = {}): Promise<unknown> {
	const [item] = await receive([file(url)], options);
	expect(item).toMatchObject({
		json: { type: 'message.received', media: { url, fileName: 'dog.png' } },
	});
	expect(item?.binary).toBeUndefined();
	return asObject(item?.json['media'])['downloadError'];
}

describe('a file that a person sent', () => {
	it('becomes binary data of its item, byte by byte', async () => {
		const [item] = await receive([file(`${account.url}/files/1`)]);
		expect(item?.json['media']).not.toHaveProperty('downloadError');
		expect(item?.binary?.['data']).toMatchObject({ fileName: 'dog.png', mimeType: 'image/png' });
		expect(Buffer.from(item?.binary?.['data']?.data ?? '', 'base64')).toEqual(png);
	});

	it('is put where the option says, and named by its address when nothing else names it', async () => {
		const unnamed = file(`${account.url}/files/cat.png?x=1`, { name: '', contentType: '' });
		const [item] = await receive([unnamed], { binaryPropertyName: 'photo' });
		expect(item?.binary).toMatchObject({ photo: { fileName: 'cat.png', mimeType: 'image/png' } });
	});

	it('stays where it is unless it is to be downloaded', async () => {
		const [item] = await receive([file(`${account.url}/files/1`)], { downloadMedia: false });
		expect(item?.binary).toBeUndefined();
		expect(account.requests).toEqual([]);
	});

	it('is one of many in a webhook; each goes into its own item', async () => {
		answer = ({ path }) =>
			path.endsWith('2') ? { status: 404 } : { bytes: Buffer.from(path), headers: {} };
		const items = await receive([1, 2, 3, 4, 5, 6].map((i) => file(`${account.url}/${i}`)));
		const found = items.map(({ binary }) => binary?.['data']?.data ?? '');
		expect(found.map((data) => Buffer.from(data, 'base64').toString())).toEqual([
			'/1',
			'',
			'/3',
			'/4',
			'/5',
			'/6',
		]);
	});
});

describe('the key of the account', () => {
	const key = (server: RecordingServer) =>
		server.requests.map(({ headers }) => headers.authorization);

	it('goes to where the account is, and nowhere else', async () => {
		await receive([file(`${account.url}/files/1`), file(`${elsewhere.url}/files/1`)]);
		expect(key(account)).toEqual(['App account-key']);
		expect(key(elsewhere)).toEqual([undefined]);
	});

	it('does not follow a redirect to another server', async () => {
		answer = ({ headers }) =>
			headers.authorization
				? { status: 302, headers: { location: `${elsewhere.url}/cdn/1` } }
				: { bytes: png };
		const [item] = await receive([file(`${account.url}/files/1`)]);
		expect(item?.binary).toHaveProperty('data');
		expect(key(elsewhere)).toEqual([undefined]);
	});
});

describe('what cannot be downloaded is said in the item', () => {
	it('when the server refuses it', async () => {
		answer = () => ({ status: 403, body: 'no' });
		expect(await whyNot(`${account.url}/files/1`)).toBe('The server of the file answered HTTP 403');
	});

	it('when nobody answers', async () => {
		expect(await whyNot('http://127.0.0.1:1/a.png')).toBe(
			'The server of the file did not answer (ECONNREFUSED)',
		);
	});

	it('when it is larger than allowed', async () => {
		answer = () => ({ bytes: Buffer.alloc(1024 * 1024 + 1) });
		const url = `${account.url}/files/1`;
		expect(await whyNot(url, { maxFileSize: 1 })).toBe('The file has more than 1 MB');
	});

	it.each(['file:///etc/passwd', 'ftp://example.com/a', 'data:text/plain,x', 'nonsense'])(
		'when its address is %s',
		async (url) => {
			expect(await whyNot(url)).toBe('The address of the file is no web address');
		},
	);

	it('when a redirect leads to what is no web address, or goes round', async () => {
		answer = () => ({ status: 302, headers: { location: 'file:///etc/passwd' } });
		expect(await whyNot(`${elsewhere.url}/1`)).toBe('The address of the file is no web address');
		answer = () => ({ status: 302, headers: { location: '/again' } });
		expect(await whyNot(`${elsewhere.url}/1`)).toBe('The address of the file redirects too often');
		expect(elsewhere.requests).toHaveLength(5);
	});

	it('when it takes too long: the provider waits for its answer', async () => {
		const clock = new AbortController();
		const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
		answer = () => {
			clock.abort();
			return { bytes: png, delayMs: 60_000 };
		};
		expect(await whyNot(`${elsewhere.url}/slow`)).toBe('The download took more than 10 seconds');
		expect(timeout).toHaveBeenCalledWith(10_000);
	});

	it('when the webhook was not verified: anyone could have sent the address', async () => {
		expect(await whyNot(`${account.url}/1`, { verify: false })).toBe(
			'The webhook was not verified',
		);
		expect(account.requests).toEqual([]);
	});
});

describe('Agile Telecom, which tells a key', () => {
	const url = '/webhook/hook-1/webhook?token=url-token';

	async function inbound(options: IDataObject, originalUrl: string) {
		const response = new TestResponse();
		next += 1;
		const told = { eventType: 'INBOUND', messageId: `in-${next}`, source: '+447700900123' };
		const { workflowData } = await runWebhook(
			{
				nodeType,
				parameters: {
					provider: 'agile-telecom',
					events: ['message.received'],
					options: options as INodeParameters,
				},
				credentials: {
					rcsAgileTelecomApi: {
						baseUrl: account.url,
						apiKey: 'account-key',
						webhookSecret: 'url-token',
					},
				},
			},
			post(JSON.stringify({ ...told, messageType: 'IMAGE', mediaKey: 'k/1' }), {}, originalUrl),
			response,
		);
		return { items: workflowData?.[0] ?? [], status: response.statusCode };
	}

	it('is asked where the file is, which is then got without its key', async () => {
		answer = ({ path }) =>
			path.startsWith('/api/files/')
				? { body: { url: `${elsewhere.url}/signed.png` } }
				: { bytes: png, headers: { 'content-type': 'image/png' } };
		const { items } = await inbound({ downloadMedia: true }, url);
		expect(items[0]?.binary).toMatchObject({ data: { mimeType: 'image/png' } });
		expect(account.requests).toMatchObject([{ path: '/api/files/k%2F1?expireMinutes=180' }]);
		expect(elsewhere.requests[0]?.headers).not.toHaveProperty('x-api-key');
	});

	it('says why when the file is gone', async () => {
		answer = () => ({ status: 404, body: { message: 'No such file' } });
		const { items } = await inbound({ downloadMedia: true }, url);
		expect(items[0]?.json['media']).toMatchObject({
			key: 'k/1',
			downloadError: expect.stringContaining('No such file') as string,
		});
	});

	it.each([
		['without the token', '/webhook/hook-1/webhook'],
		['with another token', '/webhook/hook-1/webhook?token=guessed'],
	])('is not believed %s', async (_, originalUrl) => {
		const { items, status } = await inbound({}, originalUrl);
		expect([items, status]).toEqual([[], 401]);
	});
});
