import { picturesFrom } from '../../../core/commerce/pictures';
import { buttonKinds, saleKinds, saleSources } from '../../../core/commerce/sale';
import { type CardOptions, shopCards } from '../../../core/commerce/shopCards';
import { languages, wordsOf } from '../../../core/commerce/words';
import { rcsLimits } from '../../../core/message/limits';
import { payloads } from '../../fixtures/commerce';

type Kind = (typeof saleSources)[number];

function made(kind: Kind, payload: unknown, options: CardOptions = {}) {
	const read = shopCards(kind, payload, options);
	if (!read.ok) throw new Error(read.message);
	return read.cards;
}

const refused = (kind: Kind, payload: unknown) => {
	const read = shopCards(kind, payload, {});
	return read.ok ? undefined : read.message;
};

const lines = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ title: `Thing ${i + 1}`, quantity: 1 }));

describe('what a shop tells', () => {
	it('is the same whether the webhook put it into body, and as a text', () => {
		const whole = made('shopifyOrder', payloads.order);
		expect(made('shopifyOrder', { headers: {}, body: payloads.order })).toEqual(whole);
		expect(made('shopifyOrder', { body: JSON.stringify(payloads.order) })).toEqual(whole);
	});

	it('is named where another kind was picked', () => {
		const by = {
			shopifyCheckout: 'checkout',
			shopifyOrder: 'order',
			shopifyFulfillment: 'fulfillment',
			woocommerceOrder: 'woocommerce',
		} as const;
		for (const chosen of saleKinds)
			for (const is of saleKinds)
				expect([chosen, is, refused(chosen, payloads[by[is]])]).toEqual([
					chosen,
					is,
					chosen === is
						? undefined
						: (expect.stringMatching(/holds a (Shopify|Woo).*; pick '/) as string),
				]);
	});

	it('is known by itself where any shop may call', () => {
		const kinds = ['checkout', 'order', 'fulfillment', 'parcels', 'woocommerce'] as const;
		expect(kinds.map((name) => made('shopPayload', payloads[name]).facts.kind)).toEqual([
			...['shopifyCheckout', 'shopifyOrder', 'shopifyFulfillment', 'shopifyFulfillment'],
			'woocommerceOrder',
		]);
		expect(made('shopPayload', payloads.woocommerce)).toEqual(
			made('woocommerceOrder', payloads.woocommerce),
		);
		expect(refused('shopPayload', { line_items: lines(2) })).toContain(
			"WooCommerce Order. Pick in 'Card From' what it is",
		);
	});

	it.each([
		[undefined],
		[''],
		['{'],
		[[]],
		[{}],
		[{ line_items: [] }],
		[{ line_items: [null, 1, { quantity: 1 }] }],
		[{ line_items: [{ title: 'Gone', current_quantity: 0, quantity: 2 }] }],
	])('%j is refused with the name of the field', (payload) => {
		for (const source of saleSources)
			expect(refused(source, payload)).toContain("The field 'Payload'");
	});

	it('never throws, whatever is in its fields', () => {
		const odd = [null, 0, -1, 'x', '{{a}}', [], [null], {}, { a: [1] }, true, '‮', 1e300];
		for (const kind of saleKinds) {
			const payload = {
				shopifyCheckout: payloads.checkout,
				shopifyOrder: payloads.order,
				shopifyFulfillment: payloads.parcels,
				woocommerceOrder: payloads.woocommerce,
			}[kind];
			for (const key of Object.keys(payload))
				for (const value of odd)
					expect(() => shopCards(kind, { ...payload, [key]: value }, {})).not.toThrow();
			for (const value of odd)
				expect(() =>
					shopCards(
						kind,
						{
							line_items: [{ title: 'A', price: value, quantity: value, image: value }],
							currency: value,
							billing: value,
							customer: value,
						},
						{},
					),
				).not.toThrow();
		}
	});
});

describe('cards', () => {
	it('are ten at most; the last says how many more there are', () => {
		const { each } = made('shopifyOrder', { line_items: lines(14) });
		expect(each.map(({ title }) => title)).toEqual(lines(10).map(({ title }) => title));
		expect(each.map(({ description = '' }) => description.includes('more'))).toEqual([
			...Array.from({ length: 9 }, () => false),
			true,
		]);
		expect(each[9]?.description).toContain('and 4 more');
		expect(made('shopifyOrder', { line_items: lines(10) }).each[9]?.description).toBeUndefined();
	});

	it('say how many there are also where the price is not told', () => {
		const of = (quantity: number) =>
			made('shopifyOrder', { line_items: [{ title: 'A', quantity, price: null }] }).each[0];
		expect([of(1)?.description, of(2)?.description]).toEqual([undefined, '× 2']);
	});

	it('have four buttons at most, of any number of parcels', () => {
		const tracking_numbers = ['1', '2', '3', '4', '5', '6'];
		const tracking_urls = tracking_numbers.map((n) => `https://carrier.example.com/${n}`);
		const { all } = made('shopifyFulfillment', {
			...payloads.fulfillment,
			tracking_numbers,
			tracking_urls,
		});
		expect(all.suggestions?.map((each) => each.type === 'openUrl' && each.url)).toEqual(
			tracking_urls.slice(0, rcsLimits.suggestionsPerCard),
		);
	});

	it.each(['en', 'pl'] as const)('of 250 products keep to the limits, in %s', (language) => {
		const long = lines(250).map((line) => ({ ...line, title: `${line.title} ${'x'.repeat(20)}` }));
		const { each, all, facts } = made('shopifyOrder', { line_items: long }, { language });
		for (const { title, description = '' } of [all, ...each]) {
			expect([...(title ?? '')].length).toBeLessThanOrEqual(rcsLimits.title);
			expect([...description].length).toBeLessThanOrEqual(rcsLimits.description);
		}
		const products = String(facts.products);
		expect(products.length).toBeLessThanOrEqual(300);
		const shown = products.match(/Thing/g)?.length ?? 0;
		const more = wordsOf(language).more.replace('{more}', String(250 - shown));
		expect(products.endsWith(`, ${more}`)).toBe(true);
		expect(all.description).toContain(products);
		expect(facts.itemCount).toBe(250);
	});

	it('cut a name that is longer than a title', () => {
		const { each, facts } = made('shopifyOrder', {
			line_items: [{ title: 'y'.repeat(5000), quantity: 1 }, ...lines(2)],
		});
		expect(each[0]?.title).toBe(`${'y'.repeat(rcsLimits.title - 1)}…`);
		expect(String(facts.products)).toMatch(/^1 × y+…, and 2 more$/);
	});

	it('show the price that the customer saw, in its own currency and way of writing', () => {
		const of = (currency: string, amount: string, country: string, locale: string) =>
			made('shopifyOrder', {
				currency: 'USD',
				customer_locale: locale,
				shipping_address: { country_code: country },
				line_items: [
					{
						title: 'A',
						quantity: 2,
						price: '1.00',
						price_set: { presentment_money: { amount, currency_code: currency } },
					},
				],
			}).each[0]?.description?.replaceAll(/\s/g, ' ');
		expect(of('EUR', '9.90', 'DE', 'de')).toBe('2 × 9,90 €');
		expect(of('JPY', '4900', 'JP', 'ja')).toBe('2 × ¥4,900');
		expect(of('nonsense', '1', 'GB', 'en')).toBe('2 × US$1.00');
	});

	it('show what WooCommerce took with tax, names without entities, and its own pictures', () => {
		const { each, all, facts } = made('woocommerceOrder', payloads.woocommerce);
		expect(each).toMatchObject([
			{
				title: 'Canvas Backpack',
				description: 'Blue\n1 × £49.00',
				media: { url: 'https://shop.example.com/wp-content/uploads/backpack.png' },
			},
			{ title: 'Water Bottle & Cap', description: '2 × £15.00' },
		]);
		expect(each[1]?.media).toBeUndefined();
		expect(all.title).toBe('Order #727 is being prepared');
		expect(all.suggestions).toMatchObject([
			{
				text: 'View order',
				url: 'https://shop.example.com/checkout/order-received/727/?key=wc_order_k1',
			},
		]);
		expect(facts).toMatchObject({
			phone: '+447700900001',
			total: '£84.95',
			email: 'customer@example.com',
		});
	});

	it('show names as a person reads them, without entities and tags', () => {
		const title = (name: string) =>
			made('woocommerceOrder', {
				...payloads.woocommerce,
				line_items: [{ name, quantity: 1 }],
			}).each[0]?.title;
		expect(title('Salt &#038; Pepper &#8211; the cook&#8217;s &#x201C;best&#x201d;')).toBe(
			'Salt & Pepper – the cook’s “best”',
		);
		expect(title('Mug<br/><span class="size">0.3&nbsp;l</span> &trade;')).toBe('Mug 0.3 l ™');
		expect(title('5 < 6 &amp;lt;b&gt; &nonsense; &#1114112; &#0;')).toBe(
			'5 < 6 &lt;b> &nonsense; &#1114112; &#0;',
		);
	});

	it('show the parcels that plugins of WooCommerce note on an order', () => {
		const shown = (...items: unknown[]) =>
			made('woocommerceOrder', {
				...payloads.woocommerce,
				meta_data: [{ key: '_wc_shipment_tracking_items', value: items }],
			}).each.map(({ description, suggestions = [] }) => [
				description,
				...suggestions.map((one) => ('url' in one ? one.url : one.text)),
			]);
		const order = 'https://shop.example.com/checkout/order-received/727/?key=wc_order_k1';
		const custom = (link: string) => ({
			...{ tracking_number: 'A $& 1', custom_tracking_provider: 'Example Courier' },
			custom_tracking_link: link,
		});
		expect(
			shown(
				custom('https://x.example.com/%1$s'),
				{ tracking_number: 'B2', tracking_provider: 'USPS', custom_tracking_link: '' },
				{ tracking_provider: 'USPS' },
				null,
			),
		).toEqual([
			['Parcel 1 of 2\nExample Courier: A $& 1', 'https://x.example.com/A%20%24%26%201', order],
			['Parcel 2 of 2\nUSPS: B2', order],
		]);
		expect(shown(custom('javascript:alert(1)'))[0]?.slice(1)).toEqual([order]);
	});

	it.each([
		['pending', 'Order #727 awaits payment'],
		['failed', 'The payment for order #727 failed'],
		['checkout-draft', 'Your cart'],
	])('lead to the payment where a WooCommerce order is %s', (status, title) => {
		const { all } = made('woocommerceOrder', { ...payloads.woocommerce, status });
		expect(all).toMatchObject({
			title,
			suggestions: [
				{ text: 'View cart', url: payloads.woocommerce.payment_url },
				{ text: 'View order' },
			],
		});
	});

	it('carry the code in words, and in the links of Shopify only', () => {
		const options = { discountCode: 'A&B 10', buttons: buttonKinds };
		const shopify = made('shopifyCheckout', payloads.checkout, options).each[0];
		expect(shopify?.description).toContain('Use code A&B 10');
		expect(shopify?.suggestions).toMatchObject([
			{ url: 'https://shop.example.com/checkouts/ac/c1/recover?key=k1&discount=A%26B%2010' },
			{ url: 'https://shop.example.com/discount/A%26B%2010' },
		]);
		const woo = made('woocommerceOrder', payloads.woocommerce, options).all;
		expect(JSON.stringify(woo.suggestions)).not.toContain('A%26B');
	});

	it('take pictures by variant, product or SKU, from a map or from products as the shop lists them', () => {
		const media = (pictures: unknown) =>
			made('shopifyOrder', payloads.order, {
				pictures: picturesFrom(pictures),
				pictureFallback: 'https://x.example.com/f.png',
			}).each.map((card) => card.media?.url);
		expect(
			media({ 900001: 'https://x.example.com/p.png', 'BTL-02': 'https://x.example.com/s.png' }),
		).toEqual(['https://x.example.com/p.png', 'https://x.example.com/s.png']);
		expect(
			media([
				{
					id: 900001,
					image: { src: 'https://x.example.com/m.png' },
					images: [{ src: 'https://x.example.com/v.png', variant_ids: [800001] }],
				},
			]),
		).toEqual(['https://x.example.com/v.png', 'https://x.example.com/f.png']);
		expect(media('nonsense')).toEqual([
			'https://x.example.com/f.png',
			'https://x.example.com/f.png',
		]);
	});

	it('say in the words of the customer what became of the parcel', () => {
		const title = (shipment_status: string, language: 'de' | 'pl') =>
			made('shopifyFulfillment', { ...payloads.fulfillment, shipment_status }, { language }).all
				.title;
		expect(title('delivered', 'de')).toBe('Bestellung #1001 wurde zugestellt');
		expect(title('out_for_delivery', 'pl')).toBe('Zamówienie #1001 dotrze dzisiaj');
		expect(title('label_printed', 'de')).toBe('Bestellung #1001 ist unterwegs');
	});

	it('tell where all parcels are in one text, without a gap where a link is missing', () => {
		const tracking = (more: object) =>
			made('shopifyFulfillment', { ...payloads.fulfillment, ...more }).facts.tracking;
		const numbers = ['R1', 'R2'];
		expect(
			tracking({
				tracking_company: 'Royal Mail',
				tracking_numbers: numbers,
				tracking_urls: ['https://carrier.example.com/R1'],
			}),
		).toBe('Royal Mail R1: https://carrier.example.com/R1, Royal Mail R2');
		expect(
			tracking({
				...{ tracking_company: null, tracking_number: null, tracking_url: null },
				...{ tracking_numbers: [], tracking_urls: [] },
			}),
		).toBeUndefined();
		expect(made('woocommerceOrder', payloads.woocommerce).facts.tracking).toBe(
			'https://shop.example.com/checkout/order-received/727/?key=wc_order_k1',
		);
	});

	it('never hold double braces of a product, which would be taken for a placeholder', () => {
		const { each } = made('shopifyOrder', {
			line_items: [{ title: '{{phone}} {{{x}}}', quantity: 1 }],
		});
		expect(each[0]?.title).not.toMatch(/\{\{|\}\}/);
	});
});

describe('the phone', () => {
	const phone = (payload: object) =>
		made('shopifyCheckout', { line_items: lines(1), ...payload }).facts.phone;

	it('is read in the country of its address, and the first that is one is taken', () => {
		expect(phone({ shipping_address: { phone: '07700 900002', country_code: 'GB' } })).toBe(
			'+447700900002',
		);
		expect(
			phone({
				phone: '+15550100001',
				shipping_address: { phone: '07700 900002', country_code: 'GB' },
			}),
		).toBe('+15550100001');
		expect(
			phone({ phone: 'none', billing_address: { phone: '07700 900003', country_code: 'GB' } }),
		).toBe('+447700900003');
		expect(phone({ customer: { phone: '07700 900004' } })).toBeUndefined();
		expect(
			phone({
				billing_address: { phone: '07700 900005', country_code: 'GB' },
				shipping_address: { phone: 'none', country_code: 'FR' },
			}),
		).toBe('+447700900005');
	});
});

describe.each(languages)('the words in %s', (language) => {
	it('fit the buttons, name what they are filled with, and are no copy of English', () => {
		const { buttons, titles, parcel, total, more, code } = wordsOf(language);
		for (const text of Object.values(buttons))
			expect([...text].length).toBeLessThanOrEqual(rcsLimits.suggestionText);
		for (const [stage, text] of Object.entries(titles))
			expect([stage, text.includes('{number}')]).toEqual([stage, stage !== 'cart']);
		expect([parcel, total, more, code].join()).toMatch(
			/\{parcel\}.*\{parcels\}.*\{total\}.*\{more\}.*\{code\}/,
		);
		if (language !== 'en') expect(titles.shipped).not.toBe(wordsOf('en').titles.shipped);
	});
});
