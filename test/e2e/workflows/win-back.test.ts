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
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

it('writes to who has been away and agreed, once, until they order again', async () => {
	const [away, here, silent] = [await newPhone(60), await newPhone(61), await newPhone(62)];
	const statements = [away, here].map(({ number: phone }) => ({
		...{ id: `e2e-back-${phone}`, phone, agent: '*', purpose: 'marketing', state: 'optedIn' },
		...{ source: 'shop', occurredAt: '2026-11-01T09:00:00.000Z' },
	}));
	await service.post('/v1/consent', { statements });
	await order(away.number, daysAgo(200));
	await order(away.number, daysAgo(100));
	await order(here.number, daysAgo(3));
	await order(silent.number, daysAgo(150));
	const first = await workflow.run('Try It');
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
