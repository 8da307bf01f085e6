import { Phone } from '../../../scripts/world/phone';
import { call, newPhone, sample, textOf, useWorkflow } from '../support/importedWorkflow';
import { crms } from '../support/crms';
import { outputs } from '../support/workflows';
import { arrived, sandboxUrl } from '../support/world';

/** Five days as long as the test needs, at any hour. */
const workflow = useWorkflow('delivered-review', () => ({
	'"amount": 5,': '"amount": 0.00001,',
	'"quietHours": "country"': '"quietHours": "off"',
}));
const fulfillment = sample<{ destination: object }>('shopify-fulfillment-delivered');

beforeAll(() => workflow.run('Run Once'));

async function delivered(last: number, inCrm = true) {
	const phone = await newPhone(last);
	if (inCrm) await crms.hubspot.add({ name: `Customer ${last}`, phone: phone.number });
	const order = 4_000_009_000 + last;
	const body = {
		...fulfillment,
		id: 6_000_000 + last,
		order_id: order,
		destination: { ...fulfillment.destination, phone: phone.number },
	};
	await workflow.startedBy(() => call('order-delivered', body));
	const card = await phone.receives('The question', arrived);
	const rate = (stars: number) =>
		workflow.startedBy(() => phone.tap(card.id, `review:${order}:${stars}`));
	return { phone, card, rate, order: String(order), body };
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
	await phone.receives('The thanks', (entry) =>
		textOf(entry).startsWith('Thank you! We have noted'),
	);
	const { timeline } = await crms.hubspot.shows('The rating', phone.number, (contact) =>
		JSON.stringify(contact.timeline).includes('4 ★'),
	);
	expect(JSON.stringify(timeline)).toContain('replied: 4 ★');
	expect(outputs(execution, 'For Support')).toEqual([]);
});

it('asks once for an order, and thanks once, also for a second parcel and a second tap', async () => {
	const { phone, rate, body } = await delivered(91);
	const second = await workflow.startedBy(() =>
		call('order-delivered', { ...body, id: 6_100_091 }),
	);
	expect(outputs(second, 'Ask for Review')).toEqual([]);
	expect(outputs(await rate(5), 'Remember Rating')[0]?.[0]?.json).toMatchObject({ rating: 5 });
	await phone.receives('The thanks', (entry) =>
		textOf(entry).startsWith('Thank you! We have noted'),
	);
	expect(outputs(await rate(1), 'Remember Rating')).toEqual([]);
	expect((await phone.texts()).filter((text) => !text.startsWith('Order'))).toHaveLength(1);
});

it('shows a rating of somebody whom the CRM does not know, and thanks all the same', async () => {
	const { phone, rate, order } = await delivered(92, false);
	const execution = await rate(3);
	expect(outputs(execution, 'Not in CRM')[0]?.[0]?.json).toMatchObject({
		...{ phone: phone.number, order, rating: 3 },
		reason: expect.stringMatching(/./) as string,
	});
	await phone.receives('The thanks', (entry) =>
		textOf(entry).startsWith('Thank you! We have noted'),
	);
});

it('takes a written number for the rating of who was asked, and no second one', async () => {
	const { phone } = await delivered(93);
	const execution = await workflow.startedBy(() => phone.write('4'));
	expect(outputs(execution, 'Remember Rating')[0]?.[0]?.json).toMatchObject({ rating: 4 });
	const later = await workflow.startedBy(() => phone.write('2'));

	expect(outputs(later, 'Remember Rating')).toEqual([]);
});

it('asks by SMS who has no RCS, for a number', async () => {
	const phone = new Phone(sandboxUrl, '+447700900746');
	const order = 4_000_009_046;
	const destination = { ...fulfillment.destination, phone: phone.number };
	const body = { ...fulfillment, id: 6_000_046, order_id: order, destination };
	const execution = await workflow.startedBy(() => call('order-delivered', body));
	const sms = await phone.receives('The SMS', ({ channel }) => channel === 'SMS');
	expect(textOf(sms)).toBe(
		'How do you like what you got with order #1001? Answer with a number from 1 to 5; 5 is best.',
	);
	expect(outputs(execution, 'Remember Request')[0]?.[0]?.json).toMatchObject({
		...{ order: String(order), phone: phone.number, rating: 0 },
	});
});

it('hands a bad one to people', async () => {
	const { phone, rate, order } = await delivered(56);
	const execution = await rate(1);
	await phone.receives('The apology', (entry) => textOf(entry).startsWith('We are sorry.'));
	expect(outputs(execution, 'For Support')[0]?.[0]?.json).toMatchObject({
		...{ phone: phone.number, order },
		rating: 1,
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
