import type { SaleKind } from '../../../core/commerce/sale';
import { shopCards } from '../../../core/commerce/shopCards';
import { languages, wordsOf } from '../../../core/commerce/words';
import { payloads } from '../../fixtures/commerce';

function read(kind: SaleKind, payload: object) {
	const cards = shopCards(kind, payload, {});
	return cards.ok ? cards.cards : cards.message;
}

function made(kind: SaleKind, payload: object) {
	const cards = read(kind, payload);
	if (typeof cards === 'string') throw new Error(cards);
	return cards;
}

const shipment = (more: object) => made('shopifyFulfillment', { ...payloads.fulfillment, ...more });

describe('a Shopify fulfillment', () => {
	it.each([
		[null, 'Order #1001 is on its way'],
		['confirmed', 'Order #1001 is on its way'],
		['label_purchased', 'Order #1001 is on its way'],
		['label_printed', 'Order #1001 is on its way'],
		['carrier_picked_up', 'Order #1001 is on its way'],
		['in_transit', 'Order #1001 is on its way'],
		['out_for_delivery', 'Order #1001 arrives today'],
		['delayed', 'Order #1001 is delayed'],
		['attempted_delivery', 'Somebody tried to deliver order #1001'],
		['failure', 'Order #1001 could not be delivered'],
		['ready_for_pickup', 'Order #1001 is ready for pickup'],
		['picked_up', 'Order #1001 is complete'],
		['delivered', 'Order #1001 has been delivered'],
	])('whose shipment_status is %s says: %s', (shipment_status, title) => {
		const { all, each } = shipment({ shipment_status });
		expect([all.title, each[0]?.title]).toEqual([title, title]);
	});

	it('that was cancelled is the parcel, not the order, and cannot be tracked', () => {
		const { all, facts } = shipment({ status: 'cancelled', shipment_status: 'in_transit' });
		expect(all.title).toBe('The shipment of order #1001 was cancelled');
		expect(all.suggestions).toBeUndefined();
		expect(facts).toMatchObject({ status: 'cancelled' });
		expect(facts.trackingUrl).toBeUndefined();
	});

	it.each(['error', 'failure'])(
		'that never was one, with %s, is refused in plain words',
		(status) => {
			expect(read('shopifyFulfillment', { ...payloads.fulfillment, status })).toBe(
				`The field 'Payload' holds a fulfillment that Shopify could not make: its status is '${status}'. There is no parcel to tell of; let such items out before this node`,
			);
		},
	);
});

describe('a Shopify order', () => {
	const order = (more: object) => ({ ...payloads.order, ...more });

	it('that was cancelled is the order', () => {
		expect(made('shopifyOrder', order({ cancelled_at: '2030-01-02T00:00:00Z' })).all.title).toBe(
			'Order #1001 was cancelled',
		);
	});

	it('of which all was refunded is refused for what it is', () => {
		const line_items = [{ title: 'Backpack', quantity: 2, current_quantity: 0 }];
		expect(read('shopifyOrder', order({ line_items }))).toBe(
			"The field 'Payload' holds an order of which all products were refunded or removed, so there is none to make a card of. Send such items a message without cards, or let them out before this node",
		);
	});

	it('shows no variant where a product has only one', () => {
		const line_items = [
			{ title: 'Mug', variant_title: 'Default Title', quantity: 2 },
			{ title: 'Cup', variant_title: 'Blue', quantity: 1 },
		];
		const { each } = made('shopifyOrder', order({ line_items }));
		expect(each.map(({ description }) => description)).toEqual(['× 2', 'Blue']);
	});
});

describe('a Shopify checkout', () => {
	it.each([
		[null, 'open'],
		['2030-01-01T12:00:00Z', 'completed'],
	])('that was completed at %s is %s', (completed_at, status) => {
		expect(made('shopifyCheckout', { ...payloads.checkout, completed_at }).facts.status).toBe(
			status,
		);
	});
});

describe('a link of a shop', () => {
	it.each([
		['javascript:alert(1)'],
		['not an address'],
		['/orders/1'],
		['https:///x'],
		['https://x.example.com/a b'],
	])('that is no web address, such as %s, is on no button', (url) => {
		const links = [
			made('shopifyOrder', { ...payloads.order, order_status_url: url }),
			made('shopifyCheckout', { ...payloads.checkout, abandoned_checkout_url: url }),
			made('woocommerceOrder', { ...payloads.woocommerce, status: 'pending', payment_url: url }),
			made('shopifyFulfillment', {
				...payloads.fulfillment,
				tracking_urls: [url],
				tracking_url: url,
			}),
		].map(({ all, facts }) => JSON.stringify([all, facts]));
		for (const text of links) expect(text).not.toContain(JSON.stringify(url).slice(1, -1));
	});
});

it.each(languages)('no two states of an order have the same words, in %s', (language) => {
	const titles = Object.values(wordsOf(language).titles);
	expect(new Set(titles).size).toBe(titles.length);
});
