import { call, newPhone, sample, useConnectors, useWorkflow } from '../support/importedWorkflow';
import { outputs } from '../support/workflows';
import { arrived } from '../support/world';

const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
const workflow = useWorkflow('shop-consent');

interface Consent {
	phone: string;
	sms_marketing_consent: object;
}
const shopify = sample<Consent>('shopify-marketing-consent');

const told = (phone: string, state: string, consent_updated_at: string) => ({
	...{ ...shopify, phone },
	sms_marketing_consent: { ...shopify.sms_marketing_consent, state, consent_updated_at },
});

async function held(phone: string) {
	const { consents, statements } = await service.post<{
		consents: { state: string }[];
		statements: { state: string; level: string; source: string }[];
	}>('/v1/consent/history', { phone });
	return { state: consents[0]?.state, statements };
}

it("follows a customer's consent in Shopify, with its level, and welcomes once", async () => {
	const phone = await newPhone(63);
	const subscribed = told(phone.number, 'subscribed', '2026-11-20T18:30:00+00:00');
	for (let time = 0; time < 2; time++)
		await workflow.startedBy(() => call('shop-consent-shopify', subscribed));
	await phone.receives('The welcome', arrived);
	expect(await held(phone.number)).toMatchObject({
		...{ state: 'optedIn', statements: [{ level: 'double', source: 'shop' }] },
	});
	const pending = told(phone.number, 'not_subscribed', '2026-11-20T19:00:00+00:00');
	await workflow.startedBy(() => call('shop-consent-shopify', pending));
	expect((await held(phone.number)).statements).toHaveLength(1);
	const left = told(phone.number, 'unsubscribed', '2026-11-20T20:00:00+00:00');
	await workflow.startedBy(() => call('shop-consent-shopify', left));
	expect((await held(phone.number)).statements.map(({ state }) => state)).toContain('optedOut');
	expect(await phone.texts()).toHaveLength(1);
});

it('takes the checkbox of a WooCommerce checkout, and an empty one for nothing', async () => {
	const [agreed, silent] = [await newPhone(64), await newPhone(65)];
	const order = sample<{ billing: object }>('woocommerce-order');
	const of = (phone: string, more: object = {}) => ({
		...order,
		...more,
		billing: { ...order.billing, phone },
	});
	await workflow.startedBy(() => call('shop-consent-woocommerce', of(agreed.number)));
	const welcome = await agreed.receives('The welcome', arrived);
	expect(await held(agreed.number)).toMatchObject({
		...{
			state: 'optedIn',
			statements: [{ level: 'single', proof: { text: 'Yes, send me offers as chat messages.' } }],
		},
	});
	await workflow.startedBy(() => agreed.tap(welcome.id, 'STOP'));
	expect((await held(agreed.number)).statements.map(({ state }) => state)).toContain('optedOut');
	const none = await workflow.startedBy(() =>
		call('shop-consent-woocommerce', of(silent.number, { meta_data: [] })),
	);
	expect(outputs(none, 'Not Opted In')[0]).toHaveLength(1);
	expect(await held(silent.number)).toEqual({ state: 'none', statements: [] });
	const wrong = await workflow.startedBy(() => call('shop-consent-shopify', { id: 1 }));
	expect(outputs(wrong, 'Failed')[0]?.[0]?.json['reason']).toContain(
		"The field 'Payload' does not hold",
	);
});
