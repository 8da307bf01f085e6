import type { Execution } from '../../scripts/n8n/types';
import { shipOrder } from '../../scripts/world/shop';
import { call, newPhone, sample } from './support/importedWorkflow';
import { outputs } from './support/workflows';
import { api, arrived, latest, n8nUrl, phones, workflows } from './support/world';

const workflowId = workflows['order-shipped'];

/** Tells the workflow something and waits until it has dealt with it, so that no other test takes it for its own. */
async function told(tell: () => Promise<unknown>) {
	const after = await latest(workflowId);
	await tell();
	return await api.waitForExecution({ workflowId, after });
}

/** The id of the message that an execution sent: the phone may have others of this kind. */
const sentBy = (execution: Execution) => outputs(execution, 'Sent')[0]?.[0]?.json['messageId'];

const ship = (phone: string, number: number) => told(() => shipOrder(n8nUrl, phone, number));

describe('the workflow order-shipped', () => {
	it('sends a card with picture, button and replies to a phone with RCS', async () => {
		const execution = await ship('07700 900001', 101);
		expect(execution.status).toBe('success');
		const [rcs, ...others] = outputs(execution, 'Check Capability');
		expect(others.flat()).toEqual([]);
		expect(rcs?.[0]?.json['capability']).toMatchObject({ to: '+447700900001', reachable: 'yes' });
		expect(outputs(execution, 'Sent')[0]?.[0]?.json).toMatchObject({
			status: 'accepted',
			to: '+447700900001',
			provider: 'infobip',
		});
		const id = sentBy(execution);
		const { content } = await phones.android.receives(
			'The card',
			(entry) => entry.id === id && arrived(entry),
		);
		expect(content).toMatchObject({
			kind: 'card',
			card: {
				title: 'Your order #1001 is on its way',
				description: '1 × Canvas Backpack, 2 × Water Bottle\nRoyal Mail: RM123456789GB',
				media: { url: expect.stringMatching(/^http.*\/media\/parcel\.\w+$/) as string },
				suggestions: [{ text: 'Track Parcel', kind: 'openUrl' }],
			},
			suggestions: [{ text: 'When does it arrive?' }, { text: 'Talk to us' }],
		});
	});

	it('shows several parcels as a carousel, each with its own button', async () => {
		const parcels = sample<{ destination: object }>('shopify-fulfillment-parcels');
		const phone = await newPhone(69);
		const destination = { ...parcels.destination, phone: phone.number };
		await told(() => call('order-shipped', { ...parcels, id: 7_000_069, destination }));
		const { content } = await phone.receives('The carousel', arrived);
		expect(content).toMatchObject({
			kind: 'carousel',
			cards: [1, 2].map((n) => ({
				title: 'Your order #1001 is on its way',
				description: `Parcel ${n} of 2\nRoyal Mail: RM00000000${n}GB`,
				suggestions: [
					{ text: 'Track Parcel', url: `https://carrier.example.com/RM00000000${n}GB` },
				],
			})),
		});
	});

	it('shows the parcels of an order of WooCommerce, when it is completed', async () => {
		const phone = await newPhone(74);
		const order = sample<{ billing: object }>('woocommerce-order-completed');
		const billing = { ...order.billing, phone: phone.number };
		const tell = (more: object) =>
			told(() => call('order-shipped-woocommerce', { ...order, billing, ...more }));
		const unshipped = await tell({ status: 'processing' });
		expect(outputs(unshipped, 'Read Order')).toEqual([]);
		await tell({});
		const { content } = await phone.receives('The carousel', arrived);
		expect(content).toMatchObject({
			kind: 'carousel',
			cards: [1, 2].map((n) => ({
				title: 'Your order #727 is on its way',
				description: `Parcel ${n} of 2\nExample Courier: EX00000000${n}GB`,
				suggestions: [
					{ text: 'Track Parcel', url: `https://carrier.example.com/EX00000000${n}GB` },
					{ text: 'View order' },
				],
			})),
		});
	});

	it('sends one message for an order that is reported twice', async () => {
		const first = await ship('07700 900002', 102);
		const id = sentBy(first);
		await phones.iphone.receives('The card', (entry) => entry.id === id && arrived(entry));
		const again = await ship('07700 900002', 102);
		expect(outputs(again, 'Sent')[0]?.[0]?.json).toMatchObject({ messageId: id, duplicate: true });
		const same = (await phones.iphone.entries()).filter((entry) => entry.id === id);
		expect(same).toHaveLength(1);
	});

	it('tells a phone without RCS by SMS', async () => {
		const execution = await ship('07700 900003', 103);
		expect(outputs(execution, 'Check Capability')[1]?.[0]?.json['capability']).toMatchObject({
			to: '+447700900003',
			reachable: 'no',
		});
		expect(outputs(execution, 'Sent')[0]).toHaveLength(1);
		const { fallback } = await phones.smsOnly.receives(
			'The SMS',
			(entry) => entry.id === sentBy(execution) && entry.channel === 'SMS' && arrived(entry),
		);
		expect(fallback).toMatchObject({
			text: expect.stringMatching(
				/^Demo Shop: your order #1001 is on its way\. Royal Mail RM123456789GB: https:/,
			) as string,
		});
	});

	it('sends the SMS to a phone that blocks the agent', async () => {
		const execution = await ship('07700 900005', 104);
		expect(execution.status).toBe('success');
		const { legs } = await phones.blocked.receives(
			'The SMS',
			(entry) => entry.id === sentBy(execution) && entry.channel === 'SMS' && arrived(entry),
		);
		expect(legs).toMatchObject([
			{ channel: 'RCS', state: 'failed', reason: 'blocked' },
			{ channel: 'SMS', state: 'delivered' },
		]);
	});

	it('says why nothing was sent to a number that is none, and ends well', async () => {
		const execution = await ship('07700', 105);
		expect(execution.status).toBe('success');
		expect(outputs(execution, 'Sent')).toEqual([]);
		const { order, reason, advice } = outputs(execution, 'Not Sent')[0]?.[0]?.json ?? {};
		expect({ order: String(order), reason, advice }).toEqual({
			order: '4000001001',
			reason: expect.stringContaining("The field 'To' is {shop.phone}") as string,
			advice: 'Correct the named fields of this item and run it again.',
		});
	});
});
