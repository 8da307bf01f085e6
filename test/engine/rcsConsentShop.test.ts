import { asArray, asObject } from '../../core/json';
import { ann, bob, cat, consentOf, useRcsConsent } from './consentRuns';

const { service, run } = useRcsConsent();

const customer = (phone: string, state: string, more: object = {}) => ({
	body: {
		phone,
		sms_marketing_consent: {
			...{ state, opt_in_level: 'confirmed_opt_in', consent_collected_from: 'SHOPIFY' },
			...{ consent_updated_at: '2026-11-01T10:00:00+00:00', ...more },
		},
	},
});

const record = (items: Parameters<typeof run>[1]) =>
	run({ operation: 'recordFromShop', shopPayload: '={{ $json }}', purpose: 'marketing' }, items);

it('records what Shopify says, and only asks where it says nothing', async () => {
	service.tell(cat, 'optedOut');
	const { optedIn, notOptedIn, failed } = await record([
		customer(ann, 'subscribed'),
		customer(cat, 'not_subscribed'),
		customer(bob, 'unsubscribed'),
		customer(bob, 'subscribed', { consent_updated_at: null }),
		{ nothing: true },
	]);
	const told = service.asked('/v1/consent').flatMap((body) => asArray(body['statements']));
	expect(told).toMatchObject([
		{ phone: ann, state: 'optedIn', level: 'double', origin: 'person', source: 'shop' },
		{ phone: bob, state: 'optedOut', purpose: '*', origin: 'person', source: 'shop' },
	]);
	expect(asObject(told[0])).toMatchObject({ occurredAt: '2026-11-01T10:00:00.000Z' });
	expect(optedIn.map(consentOf)).toMatchObject([{ phone: ann, shopState: 'subscribed' }]);
	expect(notOptedIn.map(consentOf)).toMatchObject([
		{ phone: cat, state: 'optedOut', shopState: 'not_subscribed', recorded: false },
		{ phone: bob, shopState: 'unsubscribed' },
	]);
	const reasons = failed.map((item) => String(asObject(consentOf(item)['reason'])['message']));
	expect(reasons).toEqual([
		expect.stringContaining('does not say when the person agreed'),
		expect.stringContaining("The field 'Payload' does not hold"),
	]);
});

it('tells the same webhook twice with the same id', async () => {
	await record([customer(ann, 'subscribed')]);
	await record([customer(ann, 'subscribed')]);
	const ids = service
		.asked('/v1/consent')
		.flatMap((body) => asArray(body['statements']).map((one) => asObject(one)['id']));
	expect(new Set(ids.slice(-2)).size).toBe(1);
});
