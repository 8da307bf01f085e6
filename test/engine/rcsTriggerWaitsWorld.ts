import type { INodeParameters, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { encodeReference } from '../../nodes/shared/replyReference';
import { waitMemory } from '../../nodes/shared/waitMemory';
import type { Wait } from '../../nodes/shared/waits';
import type { CredentialData } from './credentials';
import { runWebhook } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';
import { accept } from './sends';
import { post, TestResponse } from './webhookRequest';

export const SIGNATURE = 'a'.repeat(64);
const SECRET = 'secret-of-the-registration';
const nodeType = new RcsTrigger();
let next = 0;
/** Of the person of a test, whom nobody asked anything before. */
let phone = '';

/** A webhook with something a person said. */
function inbound(message: object, more: object = {}): object {
	next += 1;
	return {
		...{ sender: phone.slice(1), to: 'DemoShop', interactionType: 'SESSION' },
		...{ receivedAt: '2026-01-01T10:00:00.000+0000', messageId: `waits-${next}`, message },
		...more,
	};
}
export const tap = (postbackData: string, more: object = {}): object =>
	inbound({ type: 'SUGGESTION', text: 'Yes', postbackData }, { pairedMessageId: 'ours', ...more });
export const text = (words: string): object => inbound({ type: 'TEXT', text: words });

/** What differs from the usual trigger. */
interface More {
	parameters?: INodeParameters;
	credentials?: CredentialData;
	/** As another process of n8n has it. */
	node?: RcsTrigger;
}

/** RCS Trigger in an n8n where executions wait, with a provider of its own. */
export function useWaits() {
	let n8n: RecordingServer;
	let provider: RecordingServer;
	const world = {
		/** The id that this n8n has, as a node is told it. */
		instanceId: '',
		/** What n8n says to an answer; `count` is 1 for the first. */
		heard: (_request: Recorded, _count: number): Reply => ({ body: { rcsWait: 'resumed' } }),
		handed: [] as Recorded[],
		phone: (): string => phone,
		/** What the person is sent. */
		sent: [] as Recorded[],
		url: (): string => n8n.url,
		texts: (): string[] => world.sent.map(({ body }) => body),
		/** The reference of a question that nobody was asked before. */
		question(choice = 0) {
			next += 1;
			const wait = `wait-${next}`;
			const path = `/webhook-waiting/231/5b0c3f0e-7a51-4f43-9d0d-3c0d2b9a6f11?wait=${wait}&signature=${SIGNATURE}`;
			const reference = encodeReference(world.instanceId, `${n8n.url}${path}`, choice);
			return { wait, path, reference };
		},
		/** The same for one that this process knows the person was asked. */
		async asked(more: Partial<Wait> = {}) {
			const asked = world.question();
			const { wait, path } = asked;
			const about = { wait, path, provider: 'infobip', phone, agent: 'DemoShop' };
			await waitMemory.add({ ...about, ...more });
			return asked;
		},
		async receive(
			results: readonly object[],
			options: INodeParameters = {},
			workflowId = 'workflow1',
			{ parameters = {}, credentials = {}, node = nodeType }: More = {},
		) {
			const response = new TestResponse();
			const about = { id: 'n8n-workflow1-live-0', url: '', events: [], terms: '' };
			const { workflowData } = await runWebhook(
				{
					nodeType: node,
					parameters: { provider: 'infobip', options, ...parameters },
					credentials: {
						rcsInfobipApi: { baseUrl: provider.url, apiKey: 'k', agent: 'DemoShop' },
						...credentials,
					},
					staticData: { 'node:Node': { registration: { ...about, secret: SECRET } } },
					baseUrl: n8n.url,
					workflowId,
				},
				post(JSON.stringify({ results, messageCount: results.length }), {
					'x-rcs-trigger-secret': SECRET,
				}),
				response,
			);
			const items = workflowData?.[0]?.map(({ json }) => json) ?? [];
			return { status: response.statusCode, items };
		},
	};
	const resumes = world.heard;
	beforeAll(async () => {
		n8n = await recordingServer((request, index) => world.heard(request, index + 1));
		provider = await recordingServer(accept);
		world.handed = n8n.requests;
		world.sent = provider.requests;
		const { description } = nodeType;
		const asking = {
			description,
			async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
				world.instanceId = this.getInstanceId();
				return {};
			},
		};
		await runWebhook({ nodeType: asking }, post(''), new TestResponse());
	});
	afterAll(() => Promise.all([n8n.stop(), provider.stop()]));
	beforeEach(() => {
		next += 1;
		phone = `+447700900${String(next).padStart(3, '0')}`;
		world.heard = resumes;
		n8n.requests.length = 0;
		provider.requests.length = 0;
	});
	return world;
}
