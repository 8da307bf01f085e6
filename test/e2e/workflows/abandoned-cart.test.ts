import { until } from '../../../scripts/n8n/until';
import type { PhoneEntry } from '../../../scripts/world/phone';
import {
	call,
	newPhone,
	sample,
	textOf,
	useConnectors,
	useWorkflow,
} from '../support/importedWorkflow';
import { outputs } from '../support/workflows';
import { api, arrived, sandbox } from '../support/world';

const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
/** An hour and a day as long as the test needs: nothing else of the file is another. */
const workflow = useWorkflow('abandoned-cart', () => ({
	'"amount": 60,': '"amount": 0.1,',
	'"amount": 1440,': '"amount": 0.2,',
}));

interface Checkout {
	token: string;
	line_items: { title: string }[];
	shipping_address: object;
	[field: string]: unknown;
}
const checkout = sample<Checkout>('shopify-checkout');
const unpaid = sample<{ billing: object; payment_url: string }>('woocommerce-order-unpaid');

function cartOf(phone: string, token: string) {
	const shipping_address = { ...checkout.shipping_address, phone };
	const abandoned_checkout_url = `https://shop.example.com/checkouts/ac/${token}/recover?key=k1`;
	return (second: number, more: object = {}) => ({
		...{ ...checkout, token, shipping_address, abandoned_checkout_url },
		updated_at: `2026-11-20T18:05:${String(second).padStart(2, '0')}+00:00`,
		...more,
	});
}

const ordered = (checkout_token: string) =>
	call('abandoned-cart-ordered', { ...sample('shopify-order'), checkout_token });

const optIn = (phone: string) =>
	service.post('/v1/consent', {
		statements: [
			{
				id: `e2e-cart-${phone}`,
				phone,
				agent: '*',
				purpose: 'marketing',
				state: 'optedIn',
				source: 'shop',
				occurredAt: '2026-11-01T09:00:00.000Z',
			},
		],
	});

async function customer(last: number) {
	const phone = await newPhone(last);
	await optIn(phone.number);
	return phone;
}

/** What is started from here on: gives the executions when as many of them have ended. */
async function following() {
	const before = new Set((await api.executions(workflow.id, 100)).map(({ id }) => id));
	return (count: number) =>
		until(60_000, 'all executions to end', async () => {
			const all = (await api.executions(workflow.id, 100)).filter(({ id }) => !before.has(id));
			if (all.length < count || !all.every(({ finished }) => finished)) return undefined;
			expect(all.map(({ status }) => status)).not.toContain('error');
			return all;
		});
}

const cards = ({ content }: PhoneEntry) =>
	(content as { cards: { title: string; description: string; suggestions: { url: string }[] }[] })
		.cards;
const url = (entry: PhoneEntry) => cards(entry)[0]?.suggestions[0]?.url;

it('sends the cart as it was last, then once more with a code, and no more', async () => {
	await workflow.fillIn({ code: 'BACK10' });
	const ended = await following();
	const phone = await customer(52);
	const cart = cartOf(phone.number, 'e2e-latest');
	await call('abandoned-cart', cart(1, { line_items: checkout.line_items.slice(0, 1) }));
	await call('abandoned-cart', cart(2));
	const reminder = await phone.receives('The reminder', arrived);
	expect(cards(reminder).map(({ title }) => title)).toEqual(['Canvas Backpack', 'Water Bottle']);
	expect(cards(reminder)[0]?.description).toBe('Blue\n1 × £49.00');
	await call('abandoned-cart', cart(0, { line_items: [{ title: 'Told too late', quantity: 1 }] }));
	const discount = await phone.receives(
		'The discount',
		(entry) => arrived(entry) && entry.id !== reminder.id,
	);
	expect(cards(discount)[0]?.description).toBe('Blue\n1 × £49.00\nUse code BACK10');
	expect(url(discount)).toBe(
		'https://shop.example.com/checkouts/ac/e2e-latest/recover?key=k1&discount=BACK10',
	);
	await ended(3);
	await workflow.fillIn({});
	expect(await phone.texts()).toHaveLength(2);
});

it('says nothing of a code where the shop has none, and leads to the cart, also by SMS', async () => {
	const ended = await following();
	const phone = await customer(86);
	const sms = await customer(87);
	await sandbox('PATCH', `/sandbox/phones/${encodeURIComponent(sms.number)}`, { rcs: false });
	await call('abandoned-cart', cartOf(phone.number, 'e2e-no-code')(1));
	await call('abandoned-cart', cartOf(sms.number, 'e2e-no-code-sms')(1));
	const reminder = await phone.receives('The reminder', arrived);
	const last = await phone.receives(
		'The last reminder',
		(entry) => arrived(entry) && entry.id !== reminder.id,
	);
	expect(cards(last)).toEqual(cards(reminder));
	expect(cards(last)[0]?.description).toBe('Blue\n1 × £49.00');
	expect(url(last)).toBe('https://shop.example.com/checkouts/ac/e2e-no-code/recover?key=k1');
	const text = await sms.receives('The SMS', (entry) => textOf(entry).includes('still waiting'));
	expect(textOf(text)).toBe(
		'Your cart of £79.00 is still waiting: https://shop.example.com/checkouts/ac/e2e-no-code-sms/recover?key=k1 Reply STOP to opt out.',
	);
	await ended(2);
});

it('sends nothing more for a cart that was ordered, before the first message or after it', async () => {
	const ended = await following();
	const [early, late] = [await customer(53), await customer(70)];
	await call('abandoned-cart', cartOf(early.number, 'e2e-early')(1));
	await ordered('e2e-early');
	await call('abandoned-cart', cartOf(late.number, 'e2e-late')(1));
	await late.receives('The reminder', arrived);
	await ordered('e2e-late');
	await ended(4);
	expect(await early.texts()).toEqual([]);
	expect(await late.texts()).toHaveLength(1);
});

it('takes an order of WooCommerce that is not paid for a cart, until it is', async () => {
	const ended = await following();
	const phone = await customer(71);
	const tell = (more: object = {}) =>
		call('abandoned-cart-woocommerce', {
			...{ ...unpaid, ...more, id: 7271 },
			billing: { ...unpaid.billing, phone: phone.number },
		});
	await tell();
	const reminder = await phone.receives('The reminder', arrived);
	expect(cards(reminder).map(({ title }) => title)).toEqual([
		'Canvas Backpack',
		'Water Bottle & Cap',
	]);
	expect(url(reminder)).toBe(unpaid.payment_url);
	await tell({ status: 'processing', date_modified_gmt: '2026-11-20T18:45:00' });
	await ended(2);
	expect(await phone.texts()).toHaveLength(1);
});

it('takes a tap on Stop offers for an opt-out, and sends nothing to who never agreed', async () => {
	const ended = await following();
	const [phone, silent] = [await customer(72), await newPhone(54)];
	await call('abandoned-cart', cartOf(silent.number, 'e2e-silent')(1));
	await call('abandoned-cart', cartOf(phone.number, 'e2e-stop')(1));
	const reminder = await phone.receives('The reminder', arrived);
	expect(reminder.content).toMatchObject({ suggestions: [{ text: 'Stop offers' }] });
	await phone.tap(reminder.id, 'STOP');
	await until(20_000, 'the opt-out', async () => {
		const { consents } = await service.post<{ consents: { state: string }[] }>(
			'/v1/consent/history',
			{ phone: phone.number },
		);
		return consents.some(({ state }) => state === 'optedOut') || undefined;
	});
	const executions = await ended(3);
	const refused = (node: string) =>
		executions.flatMap((one) => outputs(one, node)[0] ?? []).map(({ json }) => json['phone']);
	expect(refused('Not Sent')).toEqual([silent.number]);
	expect(refused('Last Not Sent')).toEqual([phone.number]);
	expect(cards(reminder)).toHaveLength(2);
	expect(await phone.texts()).toHaveLength(1);
	expect(await silent.texts()).toEqual([]);
});
