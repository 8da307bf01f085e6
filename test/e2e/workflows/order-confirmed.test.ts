import { call, newPhone, sample, textOf, useWorkflow } from '../support/importedWorkflow';
import { outputs } from '../support/workflows';
import { arrived } from '../support/world';

const workflow = useWorkflow('order-confirmed');

it('confirms an order of Shopify with a card, once', async () => {
	const phone = await newPhone(50);
	const order = sample('shopify-order');
	const here = {
		...order,
		shipping_address: { phone: phone.number, country_code: 'GB', first_name: 'Customer' },
	};
	const first = await workflow.startedBy(() => call('order-confirmed', here));
	expect(first.status).toBe('success');
	const card = await phone.receives('The card', arrived);
	expect(textOf(card)).toBe(
		'Thank you! Order #1001\n1 × Canvas Backpack, 2 × Water Bottle\nTotal: £84.95',
	);
	expect(card.content).toMatchObject({
		card: { suggestions: [{ text: 'View order', url: order['order_status_url'] }] },
	});
	const again = await workflow.startedBy(() => call('order-confirmed', here));
	expect(outputs(again, 'Sent')[0]?.[0]?.json).toMatchObject({
		duplicate: true,
		shop: { number: '#1001', totalAmount: 84.95 },
	});
	expect(await phone.texts()).toHaveLength(1);
});

it('confirms an order of WooCommerce when it is paid, and by SMS where there is no RCS', async () => {
	const phone = await newPhone(51);
	const order = sample<{ billing: object }>('woocommerce-order');
	const of = (number: string, more: object = {}) => ({
		...order,
		...more,
		billing: { ...order.billing, phone: number },
	});
	const pending = await workflow.startedBy(() =>
		call('order-confirmed-woocommerce', of(phone.number, { status: 'pending' })),
	);
	expect(outputs(pending, 'Send Confirmation')).toEqual([]);
	await workflow.startedBy(() => call('order-confirmed-woocommerce', of(phone.number)));
	await phone.receives(
		'The card',
		(entry) => arrived(entry) && textOf(entry).includes('Order #727'),
	);
	const none = await workflow.startedBy(() =>
		call('order-confirmed-woocommerce', of('12', { id: 728 })),
	);
	expect(outputs(none, 'Not Sent')[0]?.[0]?.json['reason']).toContain(
		"The field 'To' is {shop.phone}",
	);
});
