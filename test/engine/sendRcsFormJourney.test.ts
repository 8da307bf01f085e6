import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { SendRcs } from '../../nodes/SendRcs/SendRcs.node';
import { ANDROID, type Received, useReceiver, useSandbox } from '../sandbox/world';
import { until } from '../until';
import { runNode, runWebhook } from './harness';
import { post, TestResponse } from './webhookRequest';

const { call, url } = useSandbox();
const receiver = useReceiver();
const secret = 's3cret';
const credentials = () => ({
	rcsConversationApi: {
		baseUrl: `${url()}/conversation`,
		token: 'sandbox-conversation-token',
		webhookSecret: secret,
	},
});

/** RCS Trigger, handed a webhook as it arrived. */
async function trigger({ raw, headers }: Received) {
	const signature = String(headers['x-signature']);
	const { workflowData } = await runWebhook(
		{
			nodeType: new RcsTrigger(),
			parameters: { provider: 'conversation', events: ['message.replied'] },
			credentials: credentials(),
		},
		post(raw, { 'x-signature': signature }),
		new TestResponse(),
	);
	return workflowData?.[0]?.map(({ json }) => json);
}

it('a form goes from Send RCS to the phone, and what is filled in there to RCS Trigger', async () => {
	await call('PUT', '/sandbox/console/conversation/webhook', { url: receiver.url(), secret });
	const [sent] = await runNode({
		nodeType: new SendRcs(),
		parameters: {
			provider: 'conversation',
			to: ANDROID,
			messageType: 'form',
			formTitle: 'When shall we deliver?',
			formFields: {
				field: [
					{ name: 'day', label: 'Which day?', type: 'date', required: true },
					{ name: 'time', label: 'When?', type: 'choice', choices: 'Morning\nEvening' },
				],
			},
			formPostbackData: 'delivery:1001',
		},
		credentials: credentials(),
	});
	const messageId = String(sent?.[0]?.json['messageId']);
	await until(() => receiver.got.some(({ body }) => body['messageStatus'] === 'READ'));
	const values = { day: '2030-05-01', time: 'Evening' };
	await call('POST', `/sandbox/phones/${ANDROID}/form`, { messageId, values });
	const told = await until(() => receiver.got.find(({ body }) => body['form'] !== undefined));
	expect(await trigger(told)).toMatchObject([
		{
			type: 'message.replied',
			user: ANDROID,
			messageId,
			postbackData: 'delivery:1001',
			form: values,
		},
	]);
});
