import type { INodeParameters } from 'n8n-workflow';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { runWebhook } from './harness';
import { post, TestResponse } from './webhookRequest';

export const nodeType = new RcsTrigger();
const infobip = { rcsInfobipApi: { baseUrl: 'http://127.0.0.1:9', apiKey: 'k' } };
const registration = {
	id: 'n8n-workflow1-live-0',
	url: 'http://127.0.0.1:5678/webhook/hook-1/webhook',
	events: ['message.replied'],
	terms: '',
	secret: 'secret-of-the-registration',
};

let next = 0;
/** What a person wrote, as Infobip tells it; each has its own id. */
export function wrote(text: string, sender = '447700900123') {
	next += 1;
	return {
		sender,
		to: 'DemoShop',
		receivedAt: '2026-01-01T10:00:00.000+0000',
		messageId: `service-inbound-${next}`,
		interactionType: 'SESSION',
		message: { type: 'TEXT', text },
	};
}

interface Case {
	service: { url: string; token: string };
	parameters?: INodeParameters;
	options?: INodeParameters;
	workflowId?: string;
	isTest?: boolean;
	secret?: string;
	/** It fails after the service took the events and before the provider has its answer. */
	failsAtAnswer?: boolean;
	/** RCS Trigger as another process of n8n has it, with a memory of its own. */
	node?: RcsTrigger;
}

class FailingResponse extends TestResponse {
	override status(code: number): this {
		if (code === 200) throw new Error('It failed');
		return super.status(code);
	}
}

/** One webhook to an RCS Trigger that hands events on. */
export async function receive(results: readonly unknown[], setup: Case) {
	const { service, parameters = {}, options = {}, secret = registration.secret } = setup;
	const response = setup.failsAtAnswer ? new FailingResponse() : new TestResponse();
	const { workflowData } = await runWebhook(
		{
			nodeType: setup.node ?? nodeType,
			parameters: { provider: 'infobip', handOn: true, options, ...parameters },
			credentials: {
				...infobip,
				rcsConnectorsApi: { baseUrl: service.url, token: service.token },
			},
			staticData: { 'node:Node': { registration } },
			workflowId: setup.workflowId ?? 'workflow1',
		},
		post(JSON.stringify({ results, messageCount: results.length }), {
			'x-rcs-trigger-secret': secret,
		}),
		response,
		setup.isTest,
	);
	expect(response.answers).toBe(1);
	const texts = workflowData?.[0]?.map(({ json }) => json['text']);
	return { status: response.statusCode, body: response.body, texts };
}

/** RCS Trigger as another process of n8n, or the same one after a restart, loads it. */
export function loadedAgain(): RcsTrigger {
	let loaded: RcsTrigger | undefined;
	jest.isolateModules(() => {
		const { RcsTrigger: Again } = jest.requireActual<{ RcsTrigger: typeof RcsTrigger }>(
			'../../nodes/RcsTrigger/RcsTrigger.node',
		);
		loaded = new Again();
	});
	if (!loaded) throw new Error('RCS Trigger could not be loaded');
	return loaded;
}
