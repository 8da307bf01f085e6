import { ExecuteContext, WebhookContext } from 'n8n-core';
import {
	createRunExecutionData,
	type IExecuteFunctions,
	type ISourceData,
	type IWebhookFunctions,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { keepWait, type KeptWait } from '../../nodes/SendRcs/wait/keptWait';
import { leaveWhenTimeIsOver } from '../../nodes/SendRcs/wait/noReply';
import { resume } from '../../nodes/SendRcs/wait/resume';
import { post, TestResponse } from './webhookRequest';
import { build, webhookData } from './workflow';

/** What a node kept while it waited, read again when the answer comes. */

const kept = {
	wait: 'second',
	choices: [{ label: 'Yes', value: 'y' }],
	takesText: false,
	lastChannel: 'rcs',
	item: {},
} satisfies KeptWait;

/** The node as it asks and as it is answered, within one execution. */
function execution(name: string) {
	const setup = { nodeType: new SendRcs(), settings: { name } };
	const { workflow, node, additional } = build(setup);
	const run = createRunExecutionData({});
	const items = [{ json: {} }];
	const source: ISourceData[] = [{ previousNode: 'Before' }];
	const data = { node, data: { main: [items] }, source: { main: source } };
	const closing: (() => Promise<void>)[] = [];
	const asks = new ExecuteContext(
		...([workflow, node, additional, 'manual', run, 0] as const),
		...([items, data.data, data, closing] as const),
	) as unknown as IExecuteFunctions;
	const answered = (wait: string, body: object) => {
		const httpRequest = { ...post(''), query: { wait }, body };
		const http = { ...additional, httpRequest, httpResponse: new TestResponse() };
		const withHttp = http as unknown as IWorkflowExecuteAdditionalData;
		const webhook = webhookData(setup, withHttp, false);
		const context = new WebhookContext(workflow, node, withHttp, 'webhook', webhook, [], run);
		return resume(context as unknown as IWebhookFunctions);
	};
	return { asks, answered, data };
}

const tapped = { by: 'chip', choice: 0, event: {} };

it.each(['Ask', 'Ask {{ them }} "now"', 'Ask }} $node["x"]'])(
	'a chip goes on in a node named %s, and one of an earlier question does not',
	(name) => {
		const { asks, answered } = execution(name);
		keepWait(asks, kept);
		expect(answered('first', tapped)).toEqual({ webhookResponse: { rcsWait: 'closed' } });
		expect(answered('second', { ...tapped, choice: 1 })).toEqual({
			webhookResponse: { rcsWait: 'noAnswer' },
		});
		expect(answered('second', tapped)).toMatchObject({
			webhookResponse: { rcsWait: 'resumed' },
			workflowData: [[{ json: { replied: true, reply: { value: 'y', by: 'chip' } } }], [], []],
		});
	},
);

it('each way out has a source when the time is over, by which n8n finds the items before', () => {
	const { asks, data } = execution('Ask');
	leaveWhenTimeIsOver(asks, { json: { replied: false } });
	expect(data.data.main).toEqual([[], [], [{ json: { replied: false } }]]);
	expect(data.source.main).toEqual(Array.from({ length: 3 }, () => ({ previousNode: 'Before' })));
});

it.each<[KeptWait['lastChannel'], string | undefined, boolean]>([
	['rcs', 'rcs', true],
	['rcs', undefined, true],
	['rcs', 'sms', true],
	['sms', 'rcs', false],
	['sms', undefined, false],
	['sms', 'whatsapp', false],
	['sms', 'sms', true],
])(
	'a question that goes out over %s at last and fails over %s is over: %s',
	(lastChannel, channel, isOver) => {
		const { asks, answered } = execution('Ask');
		keepWait(asks, { ...kept, lastChannel });
		const error = { category: 'unreachable', message: 'No route', code: 'X1', retryable: false };
		const event = { type: 'message.failed', error, ...(channel ? { channel } : {}) };
		const { webhookResponse, workflowData } = answered('second', { by: 'notDelivered', event });
		expect(webhookResponse).toEqual({ rcsWait: isOver ? 'resumed' : 'noAnswer' });
		const failure = { message: 'No route', code: 'X1' };
		const left = [[], [], [{ json: { replied: false, reason: 'notDelivered', failure } }]];
		if (isOver) expect(workflowData).toMatchObject(left);
		else expect(workflowData).toBeUndefined();
	},
);

it('that another channel took over is no end of a question', () => {
	const { asks, answered } = execution('Ask');
	keepWait(asks, kept);
	const event = { type: 'message.fallback', channel: 'sms' };
	expect(answered('second', { by: 'notDelivered', event })).toEqual({
		webhookResponse: { rcsWait: 'noAnswer' },
	});
});
