import { call, newPhone, sample, textOf, useWorkflow } from '../support/importedWorkflow';
import { outputs } from '../support/workflows';
import { arrived } from '../support/world';

const workflow = useWorkflow('back-in-stock');
const product = sample<{ variants: { id: number; inventory_quantity: number }[] }>(
	'shopify-product',
);

const wish = (phone: string, variant_id: number) =>
	workflow.startedBy(() => call('back-in-stock-wish', { phone, country: 'GB', variant_id }));

it('tells everybody who waits for what is back, once, and takes them off the list', async () => {
	const [one, two, other] = [await newPhone(57), await newPhone(58), await newPhone(59)];
	for (const phone of [one, two, one]) await wish(phone.number.replace('+44', '0'), 800001);
	await wish(other.number, 800003);
	const execution = await workflow.startedBy(() => call('back-in-stock', product));
	expect(execution.status).toBe('success');
	for (const phone of [one, two]) {
		const card = await phone.receives('The news', arrived);
		expect(textOf(card)).toBe('Canvas Backpack is back\nBlue is in stock again. There are 12.');
		expect(card.content).toMatchObject({
			card: {
				suggestions: [{ url: 'https://shop.example.com/products/canvas-backpack?variant=800001' }],
			},
		});
	}
	const again = await workflow.startedBy(() => call('back-in-stock', product));
	expect(outputs(again, 'Send News')).toEqual([]);
	for (const phone of [one, two]) expect(await phone.texts()).toHaveLength(1);
	expect(await other.texts()).toEqual([]);
});

it('keeps who could not be told on the list, with the reason', async () => {
	await wish('12', 800004);
	const variants = [{ ...product.variants[0], id: 800004, inventory_quantity: 1 }];
	for (let time = 0; time < 2; time++) {
		const execution = await workflow.startedBy(() =>
			call('back-in-stock', { ...product, variants }),
		);
		expect(outputs(execution, 'Not Sent')[0]?.[0]?.json).toMatchObject({
			...{ phone: '12', reason: expect.stringContaining('to must be a phone number') as string },
		});
	}
});
