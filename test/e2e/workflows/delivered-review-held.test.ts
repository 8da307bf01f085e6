import { call, newPhone, sample, textOf, useWorkflow } from '../support/importedWorkflow';
import { MINUTE, nightUntil } from '../support/night';
import { outputs } from '../support/workflows';
import { arrived } from '../support/world';

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
		const held = await workflow.startedBy(() => call('order-delivered', body));
		expect(held.status).toBe('waiting');
		const [reason] = outputs(held, 'Ask for Review')[1] ?? [];
		expect(reason?.json).toMatchObject({
			...{ to: phone.number, reason: { category: 'quietHours' } },
			holdUntil: expect.stringMatching(/:00\.000Z$/) as string,
		});
		expect(await phone.texts()).toEqual([]);
		const card = await phone.receives('The question', arrived, 3 * MINUTE);
		expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(String(reason?.json['holdUntil'])));
		expect(textOf(card)).toContain('How do you like 1 × Canvas Backpack');
		const again = await workflow.startedBy(() =>
			call('order-delivered', { ...body, id: 6_100_042 }),
		);
		expect(outputs(again, 'Ask for Review')).toEqual([]);
		expect(await phone.texts()).toHaveLength(1);
	},
	4 * MINUTE,
);
