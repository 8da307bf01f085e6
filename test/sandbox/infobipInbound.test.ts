import type { JsonObject } from '../../sandbox/json';
import { ANDROID, API_KEY, objects, results, text, useReceiver, useSandbox } from './world';
import { until } from '../until';

const { call, sendInfobip } = useSandbox();
const receiver = useReceiver();

const subscribe = () =>
	call(
		'POST',
		'/infobip/subscriptions/1/subscription/RCS',
		{
			subscriptionId: 'inbound',
			events: ['INBOUND_MESSAGE', 'SUGGESTION', 'TYPING_INDICATOR'],
			profile: { profileId: 'p', webhook: { notifyUrl: receiver.url() } },
		},
		API_KEY,
	);

describe('what a person does', () => {
	const suggestions = [
		{ type: 'REPLY', text: 'Yes', postbackData: 'yes' },
		{ type: 'OPEN_URL', text: 'Look', postbackData: 'look', url: 'https://shop.example' },
		{ type: 'REQUEST_LOCATION', text: 'Where?', postbackData: 'where' },
	];

	async function delivered(): Promise<void> {
		await sendInfobip(text({ content: { type: 'TEXT', text: 'Well?', suggestions } }));
		await subscribe();
		await until(async () => {
			const { body } = await call('GET', `/sandbox/phones/${ANDROID}`);
			return body['delivered'] === 1;
		});
	}

	const tap = (place: JsonObject) =>
		call('POST', `/sandbox/phones/${ANDROID}/tap`, { messageId: 'm1', ...place });

	it('comes as a message for a reply, as an event for an action', async () => {
		await delivered();
		await tap({ suggestionIndex: 0 });
		await tap({ postbackData: 'look' });
		await until(() => receiver.got.length === 2);
		const [reply, action] = results(receiver.got);
		expect(reply).toMatchObject({
			sender: '447700900001',
			to: 'DemoShop',
			interactionType: 'BASIC_MESSAGE',
			pairedMessageId: 'm1',
			message: { type: 'SUGGESTION', text: 'Yes', postbackData: 'yes' },
		});
		expect(action).toMatchObject({
			interactionType: 'EVENT',
			message: { type: 'SUGGESTION', text: 'Look', postbackData: 'look' },
			price: { trafficType: null },
		});
		expect(action).not.toHaveProperty('rcsCount');
	});

	it('comes with a place that is shared', async () => {
		await delivered();
		await tap({ suggestionIndex: 2 });
		await until(() => receiver.got.length === 2);
		expect(results(receiver.got)[1]).toMatchObject({
			message: { type: 'LOCATION', latitude: 51.4779 },
		});
	});

	it('comes as text, with its keyword, and as typing', async () => {
		await delivered();
		await call('POST', `/sandbox/phones/${ANDROID}/typing`);
		await call('POST', `/sandbox/phones/${ANDROID}/text`, { text: 'stop it' });
		await until(() => receiver.got.length === 2);
		expect(receiver.got[0]?.body).toMatchObject({
			results: [{ sender: '447700900001', to: 'DemoShop', event: { type: 'TYPING_INDICATOR' } }],
			eventCount: 1,
			pendingEventCount: 0,
		});
		expect(receiver.got[1]?.body).toMatchObject({
			results: [
				{ message: { type: 'TEXT', text: 'stop it' }, keyword: 'STOP', pairedMessageId: 'm1' },
			],
			messageCount: 1,
			pendingMessageCount: 0,
		});
	});

	it('is seen by the business when it says so', async () => {
		await delivered();
		const { body } = await call('POST', `/sandbox/phones/${ANDROID}/text`, { text: 'Hello' });
		const content = { type: 'SEEN', messageId: body['id'] };
		const event = { sender: 'DemoShop', destinations: [{ to: ANDROID }], content };
		const answer = await call('POST', '/infobip/rcs/1/events', { events: [event] }, API_KEY);
		expect(answer.body).toMatchObject({ messages: [{ status: { name: 'PENDING_ACCEPTED' } }] });
		const timeline = await call('GET', `/sandbox/phones/${ANDROID}/messages`);
		expect(objects(timeline.body['messages'])[1]).toHaveProperty('seenAt');
	});
});
