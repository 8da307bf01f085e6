import {
	call,
	newPhone,
	sample,
	textOf,
	useConnectors,
	useWorkflow,
} from '../support/importedWorkflow';
import { outputs } from '../support/workflows';
import { arrived } from '../support/world';

useConnectors({ purposes: { '*': { quietHours: 'off' } } });
const workflow = useWorkflow('back-in-stock');
const product = sample<{ variants: { id: number; inventory_quantity: number }[] }>(
	'shopify-product',
);

const ofShop = { 'X-Shopify-Shop-Domain': 'shop.example.com' };
const wish = (phone: string, variant_id: number) =>
	workflow.startedBy(() => call('back-in-stock-wish', { phone, country: 'GB', variant_id }));
const restocked = (id: number, inventory_quantity = 12) =>
	workflow.startedBy(() =>
		call(
			'back-in-stock',
			{ ...product, variants: [{ ...product.variants[0], id, inventory_quantity }] },
			ofShop,
		),
	);

it('tells everybody who waits for what is back, once, and takes them off the list', async () => {
	const [one, two, other] = [await newPhone(57), await newPhone(58), await newPhone(59)];
	for (const number of [one.number.replace('+44', '0'), two.number, one.number])
		await wish(number, 800001);
	await wish(other.number, 800003);
	const execution = await workflow.startedBy(() => call('back-in-stock', product, ofShop));
	expect(execution.status).toBe('success');
	expect(outputs(execution, 'Who Waits')[0]).toHaveLength(2);
	for (const phone of [one, two]) {
		const card = await phone.receives('The news', arrived);
		expect(textOf(card)).toBe('Canvas Backpack is back\nBlue is in stock again. There are 12.');
		expect(card.content).toMatchObject({
			card: {
				suggestions: [{ url: 'https://shop.example.com/products/canvas-backpack?variant=800001' }],
			},
		});
	}
	const again = await workflow.startedBy(() => call('back-in-stock', product, ofShop));
	expect(outputs(again, 'Send News')).toEqual([]);
	for (const phone of [one, two]) expect(await phone.texts()).toHaveLength(1);
	expect(await other.texts()).toEqual([]);
});

it('tells nobody who said STOP after they asked, and again who asks after a STOP', async () => {
	const phone = await newPhone(77);
	const news = async () =>
		(await phone.texts()).filter((text) => text.startsWith('Canvas Backpack'));
	await wish(phone.number, 800005);
	await workflow.startedBy(() => phone.write('STOP', 'DemoShop'));
	const execution = await restocked(800005);
	expect(outputs(execution, 'Not Sent')[0]?.map(({ json }) => json['phone'])).toEqual([
		phone.number,
	]);
	expect(await news()).toEqual([]);
	await wish(phone.number, 800006);
	await restocked(800006);
	await phone.receives('The news', (entry) => arrived(entry) && textOf(entry).includes('is back'));
	expect(await news()).toHaveLength(1);
});

it('tells of products of WooCommerce', async () => {
	const phone = await newPhone(78);
	const backpack = sample('woocommerce-product');
	await wish(phone.number, 94);
	const tell = (more: object) =>
		workflow.startedBy(() => call('back-in-stock-woocommerce', { ...backpack, ...more }));
	const soldOut = await tell({ stock_status: 'outofstock', stock_quantity: 0 });
	expect(outputs(soldOut, 'Send News')).toEqual([]);
	await tell({});
	const card = await phone.receives('The news', arrived);
	expect(textOf(card)).toBe('Canvas Backpack - Blue is back\nIt is in stock again. There are 12.');
	expect(card.content).toMatchObject({
		card: { suggestions: [{ text: 'Buy Now', url: backpack['permalink'] }] },
	});
});

it('says what is wrong with a number that is none, and notes no wish', async () => {
	const execution = await wish('12', 800004);
	expect(outputs(execution, 'Not Noted')[0]?.[0]?.json['reason']).toContain('phone number');
	expect(outputs(execution, 'Remember Wish')).toEqual([]);
});

it('has no button where nobody told which shop it is', async () => {
	const phone = await newPhone(79);
	await wish(phone.number, 800007);
	const variants = [{ ...product.variants[0], id: 800007 }];
	await workflow.startedBy(() => call('back-in-stock', { ...product, variants }));
	const card = await phone.receives('The news', arrived);
	expect(textOf(card)).toMatch(/^Canvas Backpack is back\n/);
	expect(JSON.stringify(card.content)).not.toContain('Buy Now');
});
