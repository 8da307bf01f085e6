import { shopifyConsent, woocommerceConsent } from '../../../core/commerce/consent';
import { payloads } from '../../fixtures/commerce';

const consent = (state: string | null, more: object = {}) => ({
	...{ id: 1, phone: '+447700900001' },
	sms_marketing_consent: {
		...{ state, opt_in_level: 'single_opt_in', consent_collected_from: 'SHOPIFY' },
		...{ consent_updated_at: '2026-11-01T10:00:00+01:00', ...more },
	},
});

describe("a Shopify customer's consent", () => {
	it.each([
		['subscribed', 'optedIn'],
		['SUBSCRIBED', 'optedIn'],
		['unsubscribed', 'optedOut'],
		['redacted', 'optedOut'],
		['pending', 'pending'],
		['not_subscribed', undefined],
		['invalid', undefined],
		['constructor', undefined],
		[null, undefined],
	])('%s is %s', (told, state) => {
		expect(shopifyConsent({ body: consent(told) })?.state).toBe(state);
	});

	it('is double where it was confirmed, and the word of an admin where Shopify did not collect it', () => {
		const opened = shopifyConsent(consent('subscribed', { opt_in_level: 'confirmed_opt_in' }));
		expect(opened).toMatchObject({
			...{ phone: '+447700900001', level: 'double', origin: 'person' },
			occurredAt: '2026-11-01T09:00:00.000Z',
		});
		const other = { consent_collected_from: 'OTHER', consent_updated_at: null };
		expect(shopifyConsent(consent('subscribed', other))).toMatchObject({
			...{ level: 'single', origin: 'admin' },
		});
		expect(shopifyConsent(consent('subscribed', other))).not.toHaveProperty('occurredAt');
		expect(shopifyConsent(consent('unsubscribed', other))).toMatchObject({ origin: 'person' });
	});

	it('is not there in other payloads, and takes no number of an address', () => {
		expect(shopifyConsent(payloads.woocommerce)).toBeUndefined();
		expect(shopifyConsent(payloads.order)).toMatchObject({ state: 'optedIn' });
		expect(shopifyConsent(payloads.order)).not.toHaveProperty('phone');
	});
});

describe("a WooCommerce order's checkbox", () => {
	it.each([
		['yes', 'optedIn'],
		['1', 'optedIn'],
		[true, 'optedIn'],
		['no', undefined],
		['0', undefined],
		['', undefined],
		['not yes', undefined],
	])('with %j is %s', (value, state) => {
		const order = { ...payloads.woocommerce, meta_data: [{ key: 'agreed', value }] };
		expect(woocommerceConsent(order, 'agreed')?.state).toBe(state);
	});

	it('opts in as of the order, with the text that was read', () => {
		expect(woocommerceConsent(payloads.woocommerce, 'rcs_marketing_consent')).toMatchObject({
			...{ phone: '+447700900001', state: 'optedIn', level: 'single', origin: 'person' },
			occurredAt: '2026-11-20T18:30:00.000Z',
			proof: { text: 'Yes, send me offers as chat messages.' },
		});
		expect(woocommerceConsent(payloads.woocommerce, 'other')).not.toHaveProperty('state');
	});
});
