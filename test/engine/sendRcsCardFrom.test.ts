import { asArray, asObject } from '../../core/json';
import { payloads } from '../fixtures/commerce';
import { useSendRcs } from './sends';

const sends = useSendRcs();
const base = { provider: 'infobip', to: '{shop.phone}', messageType: 'carousel' };

/** The content of the messages that went out, in their order. */
function contents(): unknown[] {
	const messages = sends.bodies().flatMap((body) => asArray(asObject(body)['messages']));
	return messages.map((message) => asObject(asObject(message)['content']));
}

describe('a message of what a shop tells', () => {
	it('is a carousel of the cart, to the phone of its address, with the facts for what follows', async () => {
		const { outputs } = await sends.send(
			{
				...base,
				cardsFrom: 'shopifyCheckout',
				shopPayload: '={{ $json }}',
				shopDiscountCode: 'BACK10',
				shopCardOptions: { viewCartLabel: 'Finish for {shop.total}' },
				fallback: 'sms',
				fallbackText: 'Your cart of {shop.total} waits, {shop.firstName}',
				options: { clientRef: 'cart-{{shop.token}}' },
			},
			[{ body: payloads.checkout }],
		);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			status: 'accepted',
			to: '+447700900001',
			shop: { kind: 'shopifyCheckout', total: '£79.00', totalAmount: 79, itemCount: 3 },
		});
		expect(contents()).toMatchObject([
			{
				type: 'CAROUSEL',
				contents: [
					{
						title: 'Canvas Backpack',
						description: 'Blue\n1 × £49.00\nUse code BACK10',
						suggestions: [
							{
								text: 'Finish for £79.00',
								url: 'https://shop.example.com/checkouts/ac/c1/recover?key=k1&discount=BACK10',
							},
						],
					},
					{ title: 'Water Bottle', description: '500 ml\n2 × £15.00\nUse code BACK10' },
				],
			},
		]);
		expect(JSON.stringify(sends.bodies()[0])).toContain('Your cart of £79.00 waits, Customer');
		expect(JSON.stringify(sends.bodies()[0])).not.toMatch(/\{shop/);
	});

	it('is one card where Card is chosen, and where there is one thing to show', async () => {
		await sends.send({ ...base, cardsFrom: 'shopifyOrder', messageType: 'card' }, [payloads.order]);
		await sends.send({ ...base, cardsFrom: 'shopifyFulfillment' }, [payloads.fulfillment]);
		expect(contents()).toMatchObject([
			{
				type: 'CARD',
				content: {
					title: 'Order #1001',
					description: '1 × Canvas Backpack, 2 × Water Bottle\nTotal: £84.95',
				},
			},
			{ type: 'CARD', content: { title: 'Order #1001 is on its way' } },
		]);
	});

	it('knows by itself which shop a payload is of', async () => {
		const { outputs } = await sends.send(
			{ ...base, cardsFrom: 'shopPayload', messageType: 'card' },
			[{ body: payloads.order }, { body: payloads.woocommerce }, { body: { line_items: [] } }],
		);
		const [sent = [], notSent = []] = outputs;
		expect(sent.map(({ json }) => asObject(json['shop'])['kind'])).toEqual([
			'shopifyOrder',
			'woocommerceOrder',
		]);
		expect(JSON.stringify(notSent)).toContain("Pick in 'Card From' what it is");
	});

	it('is a card a parcel, each with its own button', async () => {
		await sends.send({ ...base, cardsFrom: 'shopifyFulfillment' }, [payloads.parcels]);
		expect(contents()).toMatchObject([
			{
				contents: [1, 2].map((n) => ({
					description: `Parcel ${n} of 2\nRoyal Mail: RM00000000${n}GB`,
					suggestions: [{ url: `https://carrier.example.com/RM00000000${n}GB` }],
				})),
			},
		]);
	});

	it('fails for an item that cannot be read, says what to pick, and sends the others', async () => {
		const { outputs } = await sends.send({ ...base, cardsFrom: 'shopifyOrder' }, [
			payloads.fulfillment,
			{ nothing: true },
			{
				...payloads.order,
				shipping_address: null,
				billing_address: null,
				customer: null,
				phone: '12',
			},
			payloads.order,
		]);
		const reasons = outputs[1]?.map(({ json }) => String(asObject(json['reason'])['message']));
		expect(reasons).toEqual([
			expect.stringContaining("pick 'Shopify Fulfillment' in 'Card From'"),
			expect.stringContaining("The field 'Payload' holds no products of a Shopify Order"),
			expect.stringContaining("The field 'To' is {shop.phone}"),
		]);
		expect(outputs[0]).toHaveLength(1);
	});

	it('is not sent with a name that no shop tells', async () => {
		const { outputs } = await sends.send(
			{ ...base, cardsFrom: 'shopifyOrder', shopCardOptions: { title: 'Hi {shop.nmae}' } },
			[payloads.order],
		);
		expect(JSON.stringify(outputs[1])).toContain('There is no {shop.nmae}');
		expect(contents()).toEqual([]);
	});

	it('leaves saved workflows alone: a card without Card From, a carousel of a list', async () => {
		await sends.send(
			{ ...base, to: '+447700900001', messageType: 'card', cardTitle: '{shop.name}' },
			[{}],
		);
		await sends.send(
			{ ...base, to: '+447700900001', cardsFrom: 'list', listItems: '={{ $json.cart }}' },
			[{ cart: [{ title: 'Lamp' }] }],
		);
		expect(contents()).toMatchObject([
			{ content: { title: '{shop.name}' } },
			{ content: { title: 'Lamp' } },
		]);
	});
});
