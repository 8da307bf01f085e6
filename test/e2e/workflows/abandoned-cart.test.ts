import type { Execution } from '../../../scripts/n8n/types';
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
import { arrived, sandbox } from '../support/world';

const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
/**
 * The hour and the day end when a test says so, and not a moment before: in their place n8n waits for a call, in its
 * database as for hours and days.
 */
const workflow = useWorkflow('abandoned-cart', () => ({
	'"amount": 60,': '"resume": "webhook",',
	'"amount": 1440,': '"resume": "webhook",',
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

/** Tells of a cart that was left, and gives the execution in which its hour has begun. */
const left = (cart: object, path = 'abandoned-cart') =>
	placed('Wait an Hour', () => workflow.startedBy(() => call(path, cart)));

/** Lets the hour of a cart end, and gives the execution in which its day has begun. */
const reminded = (execution: Execution) => placed('Wait a Day', () => workflow.resume(execution));

async function placed(place: string, act: () => Promise<Execution>): Promise<Execution> {
	const execution = await act();
	expect(execution).toMatchObject({
		status: 'waiting',
		data: { resultData: { lastNodeExecuted: place } },
	});
	return execution;
}

/** Lets the wait of a cart end, and gives its execution, which has ended well. */
async function over(execution: Execution): Promise<Execution> {
	const ended = await workflow.resume(execution);
	expect(ended.status).toBe('success');
	return ended;
}

const ordered = (checkout_token: string) =>
	workflow.startedBy(() =>
		call('abandoned-cart-ordered', { ...sample('shopify-order'), checkout_token }),
	);

const cards = ({ content }: PhoneEntry) =>
	(content as { cards: { title: string; description: string; suggestions: { url: string }[] }[] })
		.cards;
const url = (entry: PhoneEntry) => cards(entry)[0]?.suggestions[0]?.url;

it('sends the cart as it was last, then once more with a code, and no more', async () => {
	await workflow.fillIn({ code: 'BACK10' });
	const phone = await customer(52);
	const cart = cartOf(phone.number, 'e2e-latest');
	const first = await left(cart(1, { line_items: checkout.line_items.slice(0, 1) }));
	const latest = await left(cart(2));
	await over(first);
	const day = await reminded(latest);
	const reminder = await phone.receives('The reminder', arrived);
	expect(cards(reminder).map(({ title }) => title)).toEqual(['Canvas Backpack', 'Water Bottle']);
	expect(cards(reminder)[0]?.description).toBe('Blue\n1 × £49.00');
	const late = cart(0, { line_items: [{ title: 'Told too late', quantity: 1 }] });
	const ignored = await workflow.startedBy(() => call('abandoned-cart', late));
	expect(ignored.status).toBe('success');
	await over(day);
	const discount = await phone.receives(
		'The discount',
		(entry) => arrived(entry) && entry.id !== reminder.id,
	);
	expect(cards(discount)[0]?.description).toBe('Blue\n1 × £49.00\nUse code BACK10');
	expect(url(discount)).toBe(
		'https://shop.example.com/checkouts/ac/e2e-latest/recover?key=k1&discount=BACK10',
	);
	await workflow.fillIn({});
	expect(await phone.texts()).toHaveLength(2);
});

it('says nothing of a code where the shop has none, and leads to the cart, also by SMS', async () => {
	const phone = await customer(86);
	const sms = await customer(87);
	await sandbox('PATCH', `/sandbox/phones/${encodeURIComponent(sms.number)}`, { rcs: false });
	const day = await reminded(await left(cartOf(phone.number, 'e2e-no-code')(1)));
	const dayOfSms = await reminded(await left(cartOf(sms.number, 'e2e-no-code-sms')(1)));
	const reminder = await phone.receives('The reminder', arrived);
	await over(day);
	await over(dayOfSms);
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
});

it('sends nothing more for a cart that was ordered, before the first message or after it', async () => {
	const [early, late] = [await customer(53), await customer(70)];
	const hour = await left(cartOf(early.number, 'e2e-early')(1));
	await ordered('e2e-early');
	await over(hour);
	const day = await reminded(await left(cartOf(late.number, 'e2e-late')(1)));
	await late.receives('The reminder', arrived);
	await ordered('e2e-late');
	await over(day);
	expect(await early.texts()).toEqual([]);
	expect(await late.texts()).toHaveLength(1);
});

it('takes an order of WooCommerce that is not paid for a cart, until it is', async () => {
	const phone = await customer(71);
	const path = 'abandoned-cart-woocommerce';
	const order = (more: object = {}) => ({
		...{ ...unpaid, ...more, id: 7271 },
		billing: { ...unpaid.billing, phone: phone.number },
	});
	const day = await reminded(await left(order(), path));
	const reminder = await phone.receives('The reminder', arrived);
	expect(cards(reminder).map(({ title }) => title)).toEqual([
		'Canvas Backpack',
		'Water Bottle & Cap',
	]);
	expect(url(reminder)).toBe(unpaid.payment_url);
	const paid = order({ status: 'processing', date_modified_gmt: '2026-11-20T18:45:00' });
	expect((await workflow.startedBy(() => call(path, paid))).status).toBe('success');
	await over(day);
	expect(await phone.texts()).toHaveLength(1);
});

it('takes a tap on Stop offers for an opt-out, and sends nothing to who never agreed', async () => {
	const [phone, silent] = [await customer(72), await newPhone(54)];
	const refused = (execution: Execution, node: string) =>
		outputs(execution, node)[0]?.map(({ json }) => json['phone']);
	const unasked = await over(await left(cartOf(silent.number, 'e2e-silent')(1)));
	expect(refused(unasked, 'Not Sent')).toEqual([silent.number]);
	const day = await reminded(await left(cartOf(phone.number, 'e2e-stop')(1)));
	const reminder = await phone.receives('The reminder', arrived);
	expect(cards(reminder)).toHaveLength(2);
	expect(reminder.content).toMatchObject({ suggestions: [{ text: 'Stop offers' }] });
	await phone.tap(reminder.id, 'STOP');
	await until(90_000, 'the opt-out', async () => {
		const { consents } = await service.post<{ consents: { state: string }[] }>(
			'/v1/consent/history',
			{ phone: phone.number },
		);
		return consents.some(({ state }) => state === 'optedOut') || undefined;
	});
	expect(refused(await over(day), 'Last Not Sent')).toEqual([phone.number]);
	expect(await phone.texts()).toHaveLength(1);
	expect(await silent.texts()).toEqual([]);
});
