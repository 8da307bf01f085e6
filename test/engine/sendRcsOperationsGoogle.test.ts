import type { IDataObject } from 'n8n-workflow';
import { CheckCapability } from '../../nodes/CheckCapability/CheckCapability.node';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { runNode } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';

let google: RecordingServer;
let answer: (request: Recorded) => Reply;

beforeAll(async () => {
	google = await recordingServer((asked) => answer(asked));
});
afterAll(() => google.stop());
beforeEach(() => {
	google.requests.length = 0;
	answer = () => ({ body: {} });
});

const credentials = () => ({
	rcsGoogleRbmApi: {
		authentication: 'serviceAccount',
		baseUrl: google.url,
		agent: 'demo-agent',
		accessToken: 'token',
	},
});
const paths = () =>
	google.requests.map(
		({ method, path }) => `${method} ${decodeURIComponent(path.split('?')[0] ?? '')}`,
	);

function operate(operation: string, item: IDataObject) {
	return runNode({
		nodeType: new SendRcs(),
		parameters: {
			provider: 'google-rbm',
			operation,
			to: '={{ $json.phone }}',
			messageId: '={{ $json.id }}',
		},
		items: [{ json: item }],
		credentials: credentials(),
	});
}

describe('Send RCS at Google', () => {
	const item = { phone: '+447700900123', id: 'm1' };

	it('revokes, types and marks as read', async () => {
		for (const operation of ['revoke', 'sendTyping', 'markAsRead']) {
			const [done] = await operate(operation, item);
			expect(done).toHaveLength(1);
		}
		expect(paths()).toEqual([
			'DELETE /v1/phones/+447700900123/agentMessages/m1',
			'POST /v1/phones/+447700900123/agentEvents',
			'POST /v1/phones/+447700900123/agentEvents',
		]);
		expect(google.requests.map(({ json }) => json)).toEqual([
			undefined,
			{ eventType: 'IS_TYPING' },
			{ eventType: 'READ', messageId: 'm1' },
		]);
	});

	it.each([
		['revoke', { id: 'm1', phone: '' }, 'Google needs the phone number'],
		['markAsRead', { phone: item.phone }, 'Google needs the id of the message'],
	])('says what %s lacks', async (operation, lacking, message) => {
		const [, notDone = []] = await operate(operation, lacking);
		expect(notDone).toMatchObject([
			{
				json: {
					status: 'notDone',
					reason: { message: expect.stringContaining(message) as string },
				},
			},
		]);
		expect(google.requests).toEqual([]);
	});
});

describe('Check Capability at Google', () => {
	const check = (count: number) =>
		runNode({
			nodeType: new CheckCapability(),
			parameters: { provider: 'google-rbm', phoneNumber: '={{ $json.phone }}' },
			items: Array.from({ length: count }, (_, i) => ({
				json: { phone: `+4477009${String(i).padStart(5, '0')}` },
			})),
			credentials: credentials(),
		});

	it('asks for 499 numbers one by one, with their features', async () => {
		answer = () => ({ body: { features: ['RICHCARD_STANDALONE'] } });
		const [yes = []] = await check(499);
		expect(google.requests).toHaveLength(499);
		expect(yes[498]?.json).toMatchObject({ capability: { features: ['RICHCARD_STANDALONE'] } });
	});

	it('asks for 500 numbers in one call', async () => {
		answer = () => ({ body: { reachableUsers: ['+447700900000'] } });
		const [yes = [], no = []] = await check(500);
		expect(paths()).toEqual(['POST /v1/users:batchGet']);
		expect([yes.length, no.length]).toEqual([1, 499]);
	});
});
