import { Phone, type PhoneEntry } from '../../../scripts/world/phone';
import { shipOrder } from '../../../scripts/world/shop';
import { putWorkflow } from '../../../scripts/world/workflows';
import type { QueueMode } from '../support/queueMode';
import { outputs } from '../support/workflows';
import { arrived } from '../support/world';

const textOf = ({ content }: PhoneEntry) => (content as { text?: string } | undefined)?.text ?? '';

/** The two workflows of a shop: what it sends, and what it answers. */
export function describeOrders(n8n: () => QueueMode): void {
	let phone: Phone;
	let workflowId: string;

	beforeAll(async () => {
		const { api, sandboxUrl } = n8n();
		phone = new Phone(sandboxUrl, '+447700900001');
		workflowId = await putWorkflow(api, 'order-shipped', sandboxUrl);
	});

	it('is reported to the webhook process, handled by the worker, and read on the phone', async () => {
		const { api, webhooks, worker } = n8n();
		await shipOrder(webhooks.url, '07700 900001', 301);
		const execution = await api.waitForExecution({ workflowId });
		expect(execution.status).toBe('success');
		const id = outputs(execution, 'Sent')[0]?.[0]?.json['messageId'];
		await phone.receives('The card', (entry) => entry.id === id && arrived(entry));
		await webhooks.says(`Enqueued execution ${execution.id} `);
		await worker.says(`Worker finished execution ${execution.id} `);
	});

	it('is answered by a tap, which the provider reports to the webhook process', async () => {
		const { api, sandboxUrl } = n8n();
		const replies = await putWorkflow(api, 'replies', sandboxUrl);
		const card = await phone.receives('The card', (entry) => entry.kind === 'card');
		await phone.tap(card.id, 'when:4000001001');
		await phone.receives('The answer', (entry) =>
			textOf(entry).startsWith('Your parcel for order 4000001001 is on its way'),
		);
		await api.deactivate(replies);
	});
}
