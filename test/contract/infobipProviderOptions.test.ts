import { asArray, asObject } from '../../core/json';
import type { RcsMessage } from '../../core/message/types';
import { batches, prepare } from '../../core/send';
import { schemaErrors } from '../fixtures/infobip/schema';
import { aMessage, NOW } from '../fixtures/messages';
import { provider, wire } from './infobipWire';

/**
 * Where `providerOptions` end up: in the message, and `schedule`, `tracking` and `messageOrdering` of
 * its `options` in those of the request.
 */

async function bodyOf(more: Partial<RcsMessage>): Promise<unknown> {
	const prepared = prepare(provider, aMessage({ id: 'out-1', ...more }), NOW);
	if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
	const { call, requests } = wire({});
	await provider.send(call, [prepared.message]);
	const body = requests[0]?.body;
	expect(schemaErrors(body)).toEqual([]);
	return body;
}

const firstMessage = (body: unknown) => asObject(asArray(asObject(body)['messages'])[0]);

test('an SMS failover gets its own validity and what its country asks for', async () => {
	const regional = {
		indiaDlt: {
			contentTemplateId: '1107000000000000001',
			principalEntityId: '1101000000000000001',
			telemarketerId: '1102000000000000001',
		},
		turkeyIys: { brandCode: 123456, recipientType: 'BIREYSEL' },
		southKorea: { title: 'Order', resellerCode: 123456789 },
	};
	const validityPeriod = { amount: 2, timeUnit: 'HOURS' };
	const body = await bodyOf({
		fallback: [{ channel: 'sms', from: 'InfoSMS', text: 'Your order is on its way' }],
		providerOptions: { options: { smsFailover: { validityPeriod, regional } } },
	});
	expect(body).not.toHaveProperty('options');
	expect(firstMessage(body)['options']).toEqual({
		smsFailover: {
			sender: 'InfoSMS',
			text: 'Your order is on its way',
			validityPeriod,
			regional,
		},
	});
});

test('an MMS failover gets its own validity; a list given replaces the one there was', async () => {
	const validityPeriod = { amount: 30, timeUnit: 'MINUTES' };
	const messageSegments = [
		{ type: 'SMIL', smil: '<smil/>' },
		{ type: 'UPLOADED_REFERENCE', uploadedContentId: 'content-1' },
	];
	const body = await bodyOf({
		fallback: [{ channel: 'mms', subject: 'Lamp', text: 'Look', mediaUrls: [] }],
		providerOptions: { options: { mmsFailover: { validityPeriod, content: { messageSegments } } } },
	});
	expect(firstMessage(body)['options']).toEqual({
		mmsFailover: { validityPeriod, content: { title: 'Lamp', messageSegments } },
	});
});

test('speed, bulk id and click tracking belong to the request', async () => {
	const body = await bodyOf({
		schedule: { at: '2030-01-02T10:00:00Z' },
		tracking: { clicks: true },
		providerOptions: {
			options: {
				schedule: { bulkId: 'BULK-1', sendingSpeedLimit: { amount: 10, timeUnit: 'MINUTE' } },
				tracking: { trackingUrl: 'https://hooks.example.com/clicks', customDomain: 'example.com' },
				validityPeriod: { amount: 5, timeUnit: 'MINUTES' },
			},
			webhooks: { delivery: { receiveTriggeredFailoverReports: true, intermediateReport: true } },
		},
	});
	expect(asObject(body)['options']).toEqual({
		schedule: {
			sendAt: '2030-01-02T10:00:00.000+0000',
			bulkId: 'BULK-1',
			sendingSpeedLimit: { amount: 10, timeUnit: 'MINUTE' },
		},
		tracking: {
			shortenUrl: true,
			trackClicks: true,
			trackingUrl: 'https://hooks.example.com/clicks',
			customDomain: 'example.com',
		},
	});
	expect(firstMessage(body)).toMatchObject({
		options: { validityPeriod: { amount: 5, timeUnit: 'MINUTES' } },
		webhooks: { delivery: { receiveTriggeredFailoverReports: true, intermediateReport: true } },
	});
});

test('what is given replaces what the message says', async () => {
	const body = await bodyOf({
		validity: { seconds: 60 },
		providerOptions: { sender: 'Other', options: { validityPeriod: { amount: 9 } } },
	});
	expect(firstMessage(body)).toMatchObject({
		sender: 'Other',
		options: { validityPeriod: { amount: 9, timeUnit: 'MINUTES' } },
	});
});

describe('messages in order', () => {
	const ordered = { options: { messageOrdering: { respectOrder: true, stopOnFailure: true } } };
	const message = (id: string, more: Partial<RcsMessage> = {}) =>
		aMessage({ id, providerOptions: ordered, ...more });
	const idsOf = (messages: Parameters<typeof batches>[1]) =>
		batches(provider, messages).map((batch) => batch.map(({ id }) => id));

	test('share the request of their person, with the order in its options', async () => {
		const to = '+447700900124';
		const messages = [message('a'), message('b', { to }), message('c'), message('d', { to })];
		expect(idsOf(messages)).toEqual([
			['a', 'c'],
			['b', 'd'],
		]);
		const { call, requests } = wire({});
		await provider.send(call, [message('a'), message('c')]);
		expect(requests[0]?.body).toMatchObject({
			messages: [{ destinations: [{ messageId: 'a' }] }, { destinations: [{ messageId: 'c' }] }],
			options: ordered.options,
		});
	});

	test('are alike in all that is not content', () => {
		const from = message('b', { from: 'Other' });
		const campaign = message('c', { correlation: { campaignId: 'spring' } });
		expect(idsOf([message('a'), from, campaign, message('d')])).toEqual([['a', 'd'], ['b'], ['c']]);
		const plain = (id: string, to: string) => aMessage({ id, to });
		expect(idsOf([plain('a', '+447700900123'), plain('b', '+447700900124')])).toEqual([['a', 'b']]);
	});
});
