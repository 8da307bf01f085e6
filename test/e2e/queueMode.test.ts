import { Phone } from '../../scripts/world/phone';
import { shipOrder } from '../../scripts/world/shop';
import { putWorkflow } from '../../scripts/world/workflows';
import { type QueueMode, startQueueMode } from './support/queueMode';
import { outputs } from './support/workflows';
import { arrived } from './support/world';

/** Our nodes in an n8n whose webhooks, executions and editor are processes of their own. */

let n8n: QueueMode;
let android: Phone;
let orderShipped: string;

beforeAll(async () => {
	n8n = await startQueueMode();
	android = new Phone(n8n.sandboxUrl, '+447700900001');
	orderShipped = await putWorkflow(n8n.api, 'order-shipped', n8n.sandboxUrl);
}, 120_000);

afterAll(async () => {
	process.stdout.write(`${n8n.figures()}\n`);
	await n8n.stop();
}, 60_000);

describe('an order that has shipped', () => {
	it('is reported to the webhook process, handled by the worker, and read on the phone', async () => {
		await shipOrder(n8n.webhooks.url, '07700 900001', 301);
		const execution = await n8n.api.waitForExecution({ workflowId: orderShipped });
		expect(execution.status).toBe('success');
		const id = outputs(execution, 'Sent')[0]?.[0]?.json['messageId'];
		await android.receives('The card', (entry) => entry.id === id && arrived(entry));
		expect(n8n.webhooks.log).toContain(`Enqueued execution ${execution.id} `);
		expect(n8n.worker.log).toContain(`Worker finished execution ${execution.id} `);
	});
});
