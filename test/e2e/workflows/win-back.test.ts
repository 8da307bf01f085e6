import {
	call,
	newPhone,
	sample,
	textOf,
	useConnectors,
	useWorkflow,
} from '../support/importedWorkflow';
import { outputs } from '../support/workflows';
import { arrived } from '../support/world';

const service = useConnectors({ purposes: { '*': { quietHours: 'off' } } });
const workflow = useWorkflow('win-back');

const order = (phone: string, created_at: string) =>
	workflow.startedBy(() =>
		call('win-back-order', { ...sample('shopify-order'), phone, created_at }),
	);
const woocommerce = (phone: string, date: string, more: object = {}) => {
	const { billing, ...rest } = sample<{ billing: object }>('woocommerce-order');
	const date_created_gmt = date.replace(/\.\d+Z$/, '');
	const body = { ...rest, date_created_gmt, billing: { ...billing, phone }, ...more };
	return workflow.startedBy(() => call('win-back-order-woocommerce', body));
};
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

it('writes to who has been away and agreed, once, until they order again', async () => {
	const [away, here, silent] = [await newPhone(60), await newPhone(61), await newPhone(62)];
	const statements = [away, here].map(({ number: phone }) => ({
		...{ id: `e2e-back-${phone}`, phone, agent: '*', purpose: 'marketing', state: 'optedIn' },
		...{ source: 'shop', occurredAt: '2026-11-01T09:00:00.000Z' },
	}));
	await service.post('/v1/consent', { statements });
	await order(away.number.replace('+44', '0'), daysAgo(200));
	await order(away.number, daysAgo(100));
	await order(here.number, daysAgo(3));
	await order(silent.number, daysAgo(150));
	await workflow.fillIn({ code: 'MISSYOU10' });
	const first = await workflow.run('Try It');
	await workflow.fillIn({});
	expect(first.status).toBe('success');
	const card = await away.receives('The card', arrived);
	expect(textOf(card)).toContain(
		'We miss you, Customer\nHere is something for your next order: the code MISSYOU10.',
	);
	expect(card.content).toMatchObject({
		card: { suggestions: [{ url: 'https://shop.example.com/discount/MISSYOU10' }] },
	});
	expect(outputs(first, 'Not Sent')[0]?.map(({ json }) => json['phone'])).toEqual([silent.number]);
	const second = await workflow.run('Try It');
	expect(outputs(second, 'Remember Message')).toEqual([]);
	expect(await away.texts()).toHaveLength(1);
	expect(await here.texts()).toEqual([]);
	expect(await silent.texts()).toEqual([]);
});

it('counts orders of WooCommerce, and a tap on Stop offers ends all offers', async () => {
	const phone = await newPhone(76);
	const statement = { id: 'e2e-back-woo', phone: phone.number, agent: '*', purpose: 'marketing' };
	await service.post('/v1/consent', {
		statements: [
			{ ...statement, state: 'optedIn', source: 'shop', occurredAt: '2026-11-01T09:00:00.000Z' },
		],
	});
	const cart = await woocommerce(phone.number, daysAgo(1), { status: 'pending' });
	expect(outputs(cart, 'Remember Order')).toEqual([]);
	await woocommerce(phone.number.replace('+44', '0'), daysAgo(120));
	await workflow.run('Try It');
	const card = await phone.receives('The card', arrived);
	expect(textOf(card)).toBe('We miss you, Customer\nCome and see what is new.');
	expect(card.content).toMatchObject({
		card: { suggestions: [{ text: 'Shop Again', url: 'https://shop.example.com' }] },
	});
	await workflow.startedBy(() => phone.tap(card.id, 'STOP'));
	await woocommerce(phone.number, daysAgo(95), { id: 728 });
	const after = await workflow.run('Try It');
	expect(outputs(after, 'Not Sent')[0]?.map(({ json }) => json['phone'])).toContain(phone.number);
	expect((await phone.texts()).filter((text) => text.includes('We miss you'))).toHaveLength(1);
});

it('forgets who has not ordered for years, and nobody else', async () => {
	const [gone, kept] = [await newPhone(47), await newPhone(48)];
	await order(gone.number, daysAgo(1096));
	await order(kept.number, daysAgo(1094));
	const first = await workflow.run('Try It');
	const forgotten = (outputs(first, 'Forget Customers')[0] ?? []).map(({ json }) => json['phone']);
	expect(forgotten).toEqual([gone.number]);
	const second = await workflow.run('Try It');
	const away = (outputs(second, 'Who Was Away')[0] ?? []).map(({ json }) => json['phone']);
	expect(away).toContain(kept.number);
	expect(away).not.toContain(gone.number);
});
