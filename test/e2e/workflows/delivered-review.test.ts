import { call, newPhone, sample, textOf, useWorkflow } from '../support/importedWorkflow';
import { crms } from '../support/crms';
import { outputs } from '../support/workflows';
import { arrived } from '../support/world';

/** Five days as long as the test needs: nothing else of the file is another. */
const workflow = useWorkflow('delivered-review', () => ({ '"amount": 5,': '"amount": 0.00001,' }));
const fulfillment = sample<{ destination: object }>('shopify-fulfillment-delivered');

beforeAll(() => workflow.run('Run Once'));

async function delivered(last: number) {
	const phone = await newPhone(last);
	await crms.hubspot.add({ name: `Customer ${last}`, phone: phone.number });
	const body = {
		...fulfillment,
		id: 6_000_000 + last,
		destination: { ...fulfillment.destination, phone: phone.number },
	};
	await workflow.startedBy(() => call('order-delivered', body));
	const card = await phone.receives('The question', arrived);
	const rate = (stars: number) =>
		workflow.startedBy(() => phone.tap(card.id, `review:4000001001:${stars}`));
	return { phone, card, rate };
}

it('asks with five chips, writes the rating to the CRM and thanks', async () => {
	const { phone, card, rate } = await delivered(55);
	expect(textOf(card)).toContain(
		'Order #1001 has been delivered\nHow do you like 1 × Canvas Backpack',
	);
	expect(card.content).toMatchObject({
		suggestions: [1, 2, 3, 4, 5].map((n) => ({ text: `${n} ★` })),
	});
	const execution = await rate(4);
	expect(execution.status).toBe('success');
	await phone.receives('The thanks', (entry) => textOf(entry).startsWith('Thank you!'));
	const { timeline } = await crms.hubspot.shows('The rating', phone.number, (contact) =>
		JSON.stringify(contact.timeline).includes('4 ★'),
	);
	expect(JSON.stringify(timeline)).toContain('replied: 4 ★');
	expect(outputs(execution, 'For Support')).toEqual([]);
});

it('hands a bad one to people', async () => {
	const { phone, rate } = await delivered(56);
	const execution = await rate(1);
	await phone.receives('The apology', (entry) => textOf(entry).startsWith('We are sorry.'));
	expect(outputs(execution, 'For Support')[0]?.[0]?.json).toMatchObject({
		...{ phone: phone.number, order: '4000001001' },
		rating: '1',
	});
});

it('asks about an order of WooCommerce some days after it is completed', async () => {
	const phone = await newPhone(75);
	await crms.hubspot.add({ name: 'Customer 75', phone: phone.number });
	const order = sample<{ billing: object }>('woocommerce-order-completed');
	const billing = { ...order.billing, phone: phone.number };
	await workflow.startedBy(() => call('order-delivered-woocommerce', { ...order, billing }));
	const card = await phone.receives('The question', arrived);
	expect(textOf(card)).toContain('Order #727 is complete\nHow do you like 1 × Canvas Backpack');
	await workflow.startedBy(() => phone.tap(card.id, 'review:727:5'));
	await crms.hubspot.shows('The rating', phone.number, (contact) =>
		JSON.stringify(contact.timeline).includes('5 ★'),
	);
});

it('asks nothing while the parcel is on its way', async () => {
	const execution = await workflow.startedBy(() =>
		call('order-delivered', { ...fulfillment, shipment_status: 'in_transit' }),
	);
	expect(outputs(execution, 'Ask for Review')).toEqual([]);
});
