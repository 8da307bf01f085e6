import { until } from '../../../scripts/n8n/until';
import { call, newPhone, sample, textOf, useWorkflow } from '../support/importedWorkflow';
import { MINUTE, nightUntil } from '../support/night';
import { outputs } from '../support/workflows';
import { api, arrived } from '../support/world';

/** What happens at night. */

const workflow = useWorkflow('delivered-review', () => ({
	'"quietHours": "country"': JSON.stringify(nightUntil()).slice(1, -1),
}));

it(
	'the question about an order that arrives at night is asked in the morning, once',
	async () => {
		const phone = await newPhone(42);
		const fulfillment = sample<{ destination: object }>('shopify-fulfillment-delivered');
		const destination = { ...fulfillment.destination, phone: phone.number };
		const body = { ...fulfillment, id: 6_000_042, order_id: 4_000_009_042, destination };
		await call('order-delivered', body);
		const card = await phone.receives('The question', arrived, 3 * MINUTE);
		expect(textOf(card)).toContain('How do you like 1 × Canvas Backpack');
		const execution = await until(20_000, 'the end', async () => {
			const [latest] = await api.executions(workflow.id, 1);
			return latest?.finished ? latest : undefined;
		});
		const [held] = outputs(execution, 'Ask for Review')[1] ?? [];
		expect(held?.json).toMatchObject({
			...{ to: phone.number, reason: { category: 'quietHours' } },
			holdUntil: expect.stringMatching(/:00\.000Z$/) as string,
		});
		expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(String(held?.json['holdUntil'])));
		const again = await workflow.startedBy(() =>
			call('order-delivered', { ...body, id: 6_100_042 }),
		);
		expect(outputs(again, 'Ask for Review')).toEqual([]);
		expect(await phone.texts()).toHaveLength(1);
	},
	4 * MINUTE,
);
