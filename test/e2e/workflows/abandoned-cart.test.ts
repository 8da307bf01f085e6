import { until } from '../../../scripts/n8n/api';
import { call, newPhone, sample, useConnectors, useWorkflow } from '../support/importedWorkflow';
import { api, arrived } from '../support/world';

const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
/** An hour and a day as long as the test needs: nothing else of the file is another. */
const workflow = useWorkflow('abandoned-cart', () => ({
	'"amount": 60,': '"amount": 0.04,',
	'"amount": 1440,': '"amount": 0.04,',
}));

interface Checkout {
	token: string;
	line_items: { title: string }[];
	shipping_address: object;
	[field: string]: unknown;
}
const checkout = sample<Checkout>('shopify-checkout');

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

/** Waits until as many executions of the workflow as were started have ended, and gives them. */
const ended = (count: number) =>
	until(40_000, 'all executions to end', async () => {
		const all = await api.executions(workflow.id, 50);
		return all.length >= count &&
			all.every(({ status }) => status === 'success' || status === 'error')
			? all
			: undefined;
	});

const titles = ({ content }: { content?: unknown }) =>
	((content as { cards?: { title: string }[] }).cards ?? []).map(({ title }) => title);
const first = (content: unknown) =>
	(content as { cards: { description: string; suggestions: { url: string }[] }[] }).cards[0];

it('sends the cart as it was last, then once more with a code, and no more', async () => {
	const phone = await newPhone(52);
	await optIn(phone.number);
	const cart = cartOf(phone.number, 'e2e-latest');
	await call('abandoned-cart', cart(1, { line_items: checkout.line_items.slice(0, 1) }));
	await call('abandoned-cart', cart(2));
	const reminder = await phone.receives('The reminder', arrived);
	expect(titles(reminder)).toEqual(['Canvas Backpack', 'Water Bottle']);
	expect(first(reminder.content)).toMatchObject({ description: 'Blue\n1 × £49.00' });
	const discount = await phone.receives(
		'The discount',
		(entry) => arrived(entry) && entry.id !== reminder.id,
	);
	expect(first(discount.content)).toMatchObject({
		description: 'Blue\n1 × £49.00\nUse code BACK10',
		suggestions: [
			{ url: 'https://shop.example.com/checkouts/ac/e2e-latest/recover?key=k1&discount=BACK10' },
		],
	});
	const executions = await ended(2);
	expect(executions.map(({ status }) => status)).not.toContain('error');
	expect(await phone.texts()).toHaveLength(2);
});

it('sends nothing for a cart that was ordered, or whose person did not agree', async () => {
	const [ordered, silent] = [await newPhone(53), await newPhone(54)];
	await optIn(ordered.number);
	await call('abandoned-cart', cartOf(ordered.number, 'e2e-ordered')(1));
	await call('abandoned-cart', cartOf(silent.number, 'e2e-silent')(1));
	await call('abandoned-cart-ordered', {
		...sample('shopify-order'),
		checkout_token: 'e2e-ordered',
	});
	const executions = await ended(5);
	expect(executions.map(({ status }) => status)).not.toContain('error');
	expect(await ordered.texts()).toEqual([]);
	expect(await silent.texts()).toEqual([]);
	const reasons = executions.flatMap(({ data }) =>
		(data?.resultData.runData['Not Sent']?.[0]?.data?.main[0] ?? []).map(
			({ json }) => json['phone'],
		),
	);
	expect(reasons).toEqual([silent.number]);
});
