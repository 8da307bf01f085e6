import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	NodeExecutionHint,
} from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { runNode } from './harness';
import { type Recorded, recordingServer, type RecordingServer, type Reply } from './httpServer';

const nodeType = new SendRcs();

export const text = {
	provider: 'infobip',
	to: '={{ $json.phone }}',
	messageType: 'text',
	text: '=Hi {{ $json.name }}',
};
export const people = [
	{ phone: '+447700900001', name: 'One' },
	{ phone: '+447700900002', name: 'Two' },
	{ phone: '+447700900003', name: 'Three' },
];

/** Accepts as both providers do. */
export function accept({ json }: Recorded): Reply {
	const messages = asArray(asObject(json)['messages']);
	const status = { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
	const ids = messages.map((message) => firstId(message));
	if (ids.length === 0) return { status: 200, body: { state: 'QUEUED', name: 'conversations/x' } };
	return {
		status: 200,
		body: { bulkId: 'b', messages: ids.map((messageId) => ({ messageId, status })) },
	};
}

export function firstId(message: unknown): unknown {
	return asObject(asArray(asObject(message)['destinations'])[0])['messageId'];
}

export const infobip = (baseUrl: string) => ({
	rcsInfobipApi: {
		baseUrl,
		authentication: 'apiKey',
		apiKey: 'secret-key',
		agent: 'DemoShop',
	},
});
const conversation = (baseUrl: string) => ({
	rcsConversationApi: { baseUrl: `${baseUrl}/`, token: 'secret-token' },
});

/** Send RCS with a provider of its own, which accepts unless it is told otherwise. */
export function useSendRcs() {
	let provider: RecordingServer;
	const sends = {
		/** `count` is 1 for the first request. */
		answer: accept as (request: Recorded, count: number) => Reply,
		requests: [] as Recorded[],
		url: (): string => provider.url,
		bodies: (): unknown[] => sends.requests.map(({ json }) => json),
		/** Runs the node; gives what leaves by its outputs, and what n8n would say about it. */
		async send(
			parameters: IDataObject,
			items: IDataObject[],
			more: Partial<Parameters<typeof runNode>[0]> = {},
		): Promise<{ outputs: INodeExecutionData[][]; hints: NodeExecutionHint[] }> {
			const hints: NodeExecutionHint[] = [];
			const account = parameters['provider'] === 'conversation' ? conversation : infobip;
			const outputs = await runNode({
				nodeType,
				parameters: parameters as INodeParameters,
				items: items.map((json) => ({ json })),
				credentials: account(provider.url),
				hints,
				...more,
			});
			return { outputs, hints };
		},
	};
	beforeAll(async () => {
		provider = await recordingServer((request, index) => sends.answer(request, index + 1));
		sends.requests = provider.requests;
	});
	afterAll(() => provider.stop());
	beforeEach(() => {
		provider.requests.length = 0;
		sends.answer = accept;
	});
	return sends;
}
