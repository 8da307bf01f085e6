import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { RcsAccount } from '../../nodes/RcsAccount/RcsAccount.node';
import { runNode, type Setup } from './harness';
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
	answer = () => ({ body: { name: 'files/f-1' } });
});

const credentials = () => ({
	rcsGoogleRbmApi: { baseUrl: server.url, accessToken: 'ready', agent: 'demo-agent@rbm.goog' },
	rcsAgileTelecomApi: { baseUrl: server.url, authentication: 'apiKey', apiKey: 'key' },
});

type More = Partial<Setup> & { items?: INodeExecutionData[] };

async function account(
	parameters: INodeParameters,
	more: More = {},
): Promise<INodeExecutionData[]> {
	const [items = []] = await runNode({ nodeType, credentials: credentials(), ...more, parameters });
	return items;
}

const google = (resource: string, operation: string) => ({
	provider: 'google-rbm',
	resource,
	operation,
});

describe('an upload', () => {
	const upload = google('media', 'upload');
	// No text: bytes that no encoding may touch.
	const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x0a]);
	const picture = { data: bytes.toString('base64'), mimeType: 'image/jpeg', fileName: 'lamp.jpg' };

	it('is the file that the item carries, byte by byte', async () => {
		const items = [{ json: {}, binary: { photo: picture } }];
		const parameters = { ...upload, fileFrom: 'binary', binaryPropertyName: 'photo' };
		const out = await account(parameters, { items });
		expect(server.requests).toMatchObject([
			{
				method: 'POST',
				path: '/upload/v1/files?agentId=demo-agent',
				headers: { 'content-type': 'image/jpeg', 'content-length': String(bytes.length) },
				body: bytes.toString('utf8'),
			},
		]);
		expect(out).toEqual([{ json: { url: 'files/f-1' }, pairedItem: { item: 0 } }]);
	});

	it('is a file of the web, for the chosen agent', async () => {
		const fileUrl = 'https://shop.example.com/lamp.jpg';
		await account({ ...upload, sender: 'other-agent', fileUrl, thumbnailUrl: '' });
		expect(server.requests).toMatchObject([{ path: '/v1/files?agentId=other-agent' }]);
		expect(server.requests[0]?.json).toEqual({ fileUrl, agentId: 'other-agent' });
	});

	it('says which item carries no file, and uploads the others', async () => {
		const items = [{ json: {} }, { json: {}, binary: { data: picture } }];
		const parameters = { ...upload, fileFrom: 'binary', binaryPropertyName: 'data' };
		const settings = { onError: 'continueRegularOutput' } as const;
		expect(await account(parameters, { items, settings })).toMatchObject([
			{ json: { error: expect.stringContaining('data') as string }, pairedItem: { item: 0 } },
			{ json: { url: 'files/f-1' }, pairedItem: { item: 1 } },
		]);
		await expect(account(parameters, { items })).rejects.toMatchObject({
			name: 'NodeOperationError',
			context: { itemIndex: 0 },
		});
	});

	it('of no URL is refused before any request', async () => {
		await expect(account(upload)).rejects.toThrow("The field 'File URL' is empty");
		expect(server.requests).toEqual([]);
	});
});

it('invites a tester, and says in the words of Google why another was refused', async () => {
	answer = ({ path }) =>
		path.includes('900002')
			? { status: 429, body: { error: { code: 429, message: 'Quota exceeded' } } }
			: { body: { inviteStatus: 'PENDING' } };
	const items = [1, 2, 3].map((n) => ({ json: { phone: `+44770090000${n}` } }));
	const parameters = { ...google('testNumber', 'add'), phoneNumber: '={{ $json.phone }}' };
	const settings = { onError: 'continueRegularOutput' } as const;
	expect(await account(parameters, { items, settings })).toEqual([
		{ json: { number: '+447700900001', status: 'PENDING' }, pairedItem: { item: 0 } },
		{ json: { error: 'Google: Quota exceeded' }, pairedItem: { item: 1 } },
		{ json: { number: '+447700900003', status: 'PENDING' }, pairedItem: { item: 2 } },
	]);
});

it('gives the address of a file that a person sent', async () => {
	const url = 'https://files.example.com/f-1?signature=s';
	answer = () => ({ body: { url } });
	const resource = { provider: 'agile-telecom', resource: 'media', operation: 'getUrl' };
	const items = [{ json: { media: { key: 'a/b' } } }];
	const out = await account({ ...resource, mediaKey: '={{ $json.media.key }}' }, { items });
	expect(server.requests).toMatchObject([{ path: '/api/files/a%2Fb?expireMinutes=180' }]);
	expect(out).toEqual([{ json: { url }, pairedItem: { item: 0 } }]);
});
