import type { JsonObject } from '../../sandbox/json';
import { ANDROID, SMS_ONLY, TOKEN, objects, useReceiver, useSandbox } from './world';
import { until } from '../until';

const { call, oracle } = useSandbox();
const receiver = useReceiver();

const send = (message: JsonObject, conversationId = ANDROID) =>
	call('POST', '/conversation/v1/messages', { conversationId, messageId: 'm1', message }, TOKEN);

const day = { name: 'day', label: 'Which day?', type: 'DATE', required: true };
const time = { name: 'time', label: 'When?', type: 'CHOICE', options: ['Morning', 'Evening'] };
const submit = { text: 'Book', postbackData: 'visit' };
const form = (more: JsonObject = {}): JsonObject => ({
	form: { title: 'Book a visit', fields: [day, time], submit, ...more },
});

it('shows a form on the phone as it was sent', async () => {
	expect(await send(form({ description: 'We call you back' }))).toMatchObject({
		status: 200,
		body: { state: 'QUEUED' },
	});
	const { body } = await call('GET', `/sandbox/phones/${ANDROID}/messages`);
	expect(objects(body['messages'])[0]?.['content']).toEqual({
		kind: 'form',
		title: 'Book a visit',
		description: 'We call you back',
		fields: [
			{ name: 'day', label: 'Which day?', type: 'date', required: true, choices: [] },
			{
				name: 'time',
				label: 'When?',
				type: 'choice',
				required: false,
				choices: ['Morning', 'Evening'],
			},
		],
		submitText: 'Book',
		postbackData: 'visit',
		suggestions: [],
	});
});

it.each<[string, JsonObject]>([
	['no title', form({ title: '' })],
	['no fields', form({ fields: [] })],
	[
		'21 fields',
		form({ fields: Array.from({ length: 21 }, (_, i) => ({ ...day, name: `n${i}` })) }),
	],
	['two fields of a name', form({ fields: [day, { ...time, name: 'day' }] })],
	['a field of another type', form({ fields: [{ ...day, type: 'COLOUR' }] })],
	['a field without a label', form({ fields: [{ name: 'a', type: 'TEXT' }] })],
	['a choice without options', form({ fields: [{ ...day, type: 'CHOICE' }] })],
	['options of a text', form({ fields: [{ ...time, type: 'TEXT' }] })],
	['a part that is not known', form({ colour: 'red' })],
	['no button', { form: { title: 'Book', fields: [day] } }],
	['a long button', form({ submit: { ...submit, text: 'x'.repeat(26) } })],
	['a text beside it', { ...form(), text: 'Hello' }],
	[
		'a card beside it',
		{ ...form(), richCard: { standaloneCard: { cardContent: { title: 'x' } } } },
	],
])('refuses a form with %s', async (_name, message) => {
	const { status, body } = await send(message);
	expect(status).toBe(400);
	expect(body).toMatchObject({ error: { code: 400 } });
	expect(body).toHaveProperty('error.details');
	expect(await oracle('conversation')).toEqual([]);
});

describe('what the person does with it', () => {
	const submitted = (values: JsonObject, number = ANDROID) =>
		call('POST', `/sandbox/phones/${number}/form`, { messageId: 'm1', values });
	const told = () => receiver.got.map(({ body }) => body['messageStatus']);

	beforeEach(() =>
		call('PUT', '/sandbox/console/conversation/webhook', { url: receiver.url(), secret: 's' }),
	);

	it('becomes a webhook with every value, and the postback data where the guide has it', async () => {
		await send(form());
		await until(() => told().includes('READ'));
		await submitted({ day: '2030-02-01', time: 'Morning' });
		await until(() => told().includes('INTERACTED'));
		expect(receiver.got.at(-1)?.body).toEqual({
			conversationId: ANDROID,
			messageId: 'm1',
			messageStatus: 'INTERACTED',
			interactionType: 'FORM_SUBMITTED',
			action: { postbackData: 'visit' },
			form: { values: { day: '2030-02-01', time: 'Morning' } },
			timestamp: expect.any(String),
		});
	});

	it('needs what is required', async () => {
		await send(form());
		await until(() => told().includes('READ'));
		expect(await submitted({ time: 'Morning' })).toMatchObject({
			status: 400,
			body: { error: 'Which day? has to be filled in' },
		});
	});

	it('is nothing on a phone without RCS: the form goes out as the fallback text, or fails', async () => {
		await send({ ...form(), fallbackText: 'Call us' }, SMS_ONLY);
		await until(() => told().includes('FALLBACK'));
		await call('POST', '/sandbox/reset');
		await call('PUT', '/sandbox/console/conversation/webhook', {
			url: receiver.url(),
			secret: 's',
		});
		await send(form(), SMS_ONLY);
		await until(() => told().includes('FAILED'));
		expect(receiver.got.at(-1)?.body).toMatchObject({
			error: { message: "Device doesn't support RCS" },
		});
	});
});
