import { createHmac } from 'node:crypto';

import type { JsonObject } from '../../sandbox/json';
import { API_KEY, OFFLINE, objects, results, text, useReceiver, useSandbox } from './world';
import { until } from '../until';

const { call, sendInfobip } = useSandbox();
const receiver = useReceiver();

const SUBSCRIPTIONS = '/infobip/subscriptions/1/subscription/RCS';

const subscribe = (change: JsonObject = {}, profile: JsonObject = {}) =>
	call(
		'POST',
		SUBSCRIPTIONS,
		{
			subscriptionId: 'all',
			events: ['DELIVERY', 'SEEN', 'INBOUND_MESSAGE', 'SUGGESTION', 'TYPING_INDICATOR'],
			profile: { profileId: 'p', webhook: { notifyUrl: receiver.url('/hook') }, ...profile },
			...change,
		},
		API_KEY,
	);

const to = (number: string) => ({
	destinations: [{ to: number.replace('+', ''), messageId: 'm1' }],
});
const smsFailover = { sender: 'Shop', text: 'By SMS' };

describe('delivery webhooks', () => {
	it('say delivered, then seen, and echo what was sent along', async () => {
		await subscribe();
		await sendInfobip(
			text({
				webhooks: { callbackData: 'order 7' },
				options: { campaignReferenceId: 'spring', platform: { entityId: 'e1' } },
			}),
		);
		await until(() => receiver.got.length === 2);
		const [delivered, seen] = results(receiver.got);
		expect(delivered).toMatchObject({
			messageId: 'm1',
			to: '447700900001',
			sender: 'DemoShop',
			status: { groupName: 'DELIVERED', name: 'DELIVERED_TO_HANDSET' },
			error: { id: 0, name: 'NO_ERROR' },
			callbackData: 'order 7',
			campaignReferenceId: 'spring',
			platform: { entityId: 'e1' },
		});
		expect(delivered).not.toHaveProperty('channel');
		expect(String(delivered?.['doneAt'])).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/);
		expect(seen).toMatchObject({ messageId: 'm1', campaignReferenceId: 'spring' });
		expect(seen).toHaveProperty('seenAt');
	});

	it('of a failover: the RCS leg pending with its error, then the SMS under the same id', async () => {
		await sendInfobip(
			text({
				...to('+447700900003'),
				options: { smsFailover },
				webhooks: { delivery: { url: receiver.url() } },
			}),
		);
		await until(() => receiver.got.length === 2);
		expect(results(receiver.got)).toMatchObject([
			{ messageId: 'm1', channel: 'RCS', status: { name: 'PENDING_ENROUTE' }, error: { id: 7002 } },
			{ messageId: 'm1', channel: 'SMS', status: { name: 'DELIVERED_TO_HANDSET' }, sender: 'Shop' },
		]);
	});

	it.each([
		['a blocking phone', '+447700900005', 7003],
		['a phone without RCS', '+447700900003', 7002],
		['an unknown subscriber', '+447700900321', 7002],
	])('say why %s got nothing', async (_name, number, id) => {
		await sendInfobip(text({ ...to(number), webhooks: { delivery: { url: receiver.url() } } }));
		await until(() => receiver.got.length === 1);
		expect(results(receiver.got)).toMatchObject([
			{ status: { groupName: 'UNDELIVERABLE' }, error: { id, permanent: true } },
		]);
	});

	it('of an offline phone: expired, or delivered once it is on', async () => {
		const webhooks = { delivery: { url: receiver.url() } };
		const options = { validityPeriod: { amount: 2, timeUnit: 'SECONDS' } };
		await sendInfobip(text({ ...to(OFFLINE), options, webhooks }));
		await until(() => receiver.got.length === 1);
		expect(results(receiver.got)).toMatchObject([{ status: { groupName: 'EXPIRED' } }]);

		const waiting = { destinations: [{ to: OFFLINE, messageId: 'm2' }], webhooks };
		await sendInfobip(text(waiting));
		await call('PATCH', `/sandbox/phones/${OFFLINE}`, { online: true });
		await until(() => receiver.got.length === 2);
		expect(results(receiver.got)[1]).toMatchObject({
			messageId: 'm2',
			status: { groupName: 'DELIVERED' },
		});
	});

	it('can be fetched instead, once', async () => {
		await sendInfobip(text());
		const fetchReports = async () =>
			objects((await call('GET', '/infobip/rcs/2/reports', undefined, API_KEY)).body['results']);
		const [report] = await until(async () => {
			const reports = await fetchReports();
			return reports.length > 0 && reports;
		});
		expect(report).toMatchObject({ messageId: 'm1', status: { groupName: 'DELIVERED' } });
		expect(report).not.toHaveProperty('price');
		expect(await fetchReports()).toEqual([]);
	});
});

describe('the security of a subscription', () => {
	it('signs the raw body with the key and algorithm asked for', async () => {
		const credentials = { secretKey: 'secret', algorithm: 'HMAC_SHA_512' };
		await subscribe(
			{},
			{ security: { authId: 'a', type: 'HMAC', credentials }, headers: { 'X-Shared': 'x' } },
		);
		await sendInfobip(text());
		const { raw, headers } = await until(() => receiver.got[0]);
		expect(headers['x-infobip-signature']).toBe(
			createHmac('sha512', 'secret').update(raw).digest('hex'),
		);
		expect(headers['x-shared']).toBe('x');
	});

	it('sends Basic credentials', async () => {
		const credentials = { username: 'hook', password: 'pass' };
		await subscribe({}, { security: { authId: 'a', type: 'BASIC', credentials } });
		await sendInfobip(text());
		const { headers } = await until(() => receiver.got[0]);
		expect(headers.authorization).toBe(`Basic ${Buffer.from('hook:pass').toString('base64')}`);
	});
});

describe('subscriptions', () => {
	it('are listed by page, without addresses, and follow their filters', async () => {
		const created = await subscribe({ resources: ['OtherShop'] });
		expect([created.status, created.body]).toEqual([
			201,
			{ subscriptionId: 'all', profile: { profileId: 'p' } },
		]);
		expect((await subscribe()).status).toBe(400);
		const { body } = await call('GET', SUBSCRIPTIONS, undefined, API_KEY);
		expect(body).toMatchObject({ paging: { totalResults: 1 } });
		expect(JSON.stringify(body)).not.toContain(receiver.url('/hook'));
		const profile = await call('GET', '/infobip/subscriptions/1/profiles/p', undefined, API_KEY);
		expect(profile.body).toMatchObject({ webhook: { notifyUrl: receiver.url('/hook') } });

		const change = { events: ['SEEN'], profile: { profileId: 'p' } };
		expect((await call('PUT', `${SUBSCRIPTIONS}/all`, change, API_KEY)).status).toBe(200);
		await sendInfobip(text());
		await until(() => receiver.got.length === 1);
		expect(results(receiver.got)[0]).toHaveProperty('seenAt');

		expect((await call('DELETE', `${SUBSCRIPTIONS}/all`, undefined, API_KEY)).status).toBe(200);
		expect((await call('GET', `${SUBSCRIPTIONS}/all`, undefined, API_KEY)).status).toBe(404);

		// The profile stays, until it is deleted itself.
		const path = '/infobip/subscriptions/1/profiles/p';
		expect((await call('GET', path, undefined, API_KEY)).status).toBe(200);
		expect((await call('DELETE', path, undefined, API_KEY)).status).toBe(200);
		expect((await call('GET', path, undefined, API_KEY)).status).toBe(404);
	});

	it('refuse in the words of the older API', async () => {
		const { status, body } = await subscribe({ events: ['DANCE'] });
		expect(status).toBe(400);
		expect(body).toMatchObject({
			requestError: {
				serviceException: { validationErrors: { 'events[0]': [expect.anything()] } },
			},
		});
	});

	it('get several results in one request, up to their bucket size', async () => {
		await subscribe({ events: ['DELIVERY'] }, { maxBucketSize: 3 });
		const destinations = Array.from({ length: 7 }, () => ({ to: '447700900001' }));
		await sendInfobip(text({ destinations }));
		await until(() => results(receiver.got).length === 7);
		const sizes = receiver.got.map(({ body }) => objects(body['results']).length);
		expect(Math.max(...sizes)).toBeLessThanOrEqual(3);
		expect(sizes.length).toBeLessThan(7);
	});
});
