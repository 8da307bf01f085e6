import { asObject } from '../../core/json';
import { people, useSendRcs } from './sends';

const sends = useSendRcs();
const one = people.slice(0, 1);

const form = {
	provider: 'conversation',
	to: '={{ $json.phone }}',
	messageType: 'form',
	formTitle: '=When shall we deliver, {{ $json.name }}?',
	formDescription: 'It takes a minute',
	formFields: {
		field: [
			{ name: ' day ', label: 'Which day?', type: 'date', required: true },
			{ name: 'time', label: 'When?', type: 'choice', choices: 'Morning\n\n Evening, late \n' },
			{ name: 'note', label: 'Anything else?', type: 'longText', required: false },
		],
	},
	formSubmitText: 'Send',
	formPostbackData: 'delivery:1',
	suggestions: { suggestion: [{ type: 'reply', text: 'Not now' }] },
};
const onTheWire = {
	title: 'When shall we deliver, One?',
	description: 'It takes a minute',
	fields: [
		{ name: 'day', label: 'Which day?', type: 'DATE', required: true },
		{
			name: 'time',
			label: 'When?',
			type: 'CHOICE',
			required: false,
			options: ['Morning', 'Evening, late'],
		},
		{ name: 'note', label: 'Anything else?', type: 'LONG_TEXT', required: false },
	],
	submit: { text: 'Send', postbackData: 'delivery:1' },
};

it('arrives as the form says', async () => {
	const { outputs } = await sends.send(form, one);
	expect(outputs.map((output) => output.length)).toEqual([1, 0]);
	expect(sends.bodies()).toEqual([
		{
			conversationId: '+447700900001',
			messageId: expect.any(String),
			message: {
				form: onTheWire,
				suggestions: [{ reply: { text: 'Not now', postbackData: 'Not now' } }],
			},
		},
	]);
});

it('may have choices from a list, and a button that says Submit', async () => {
	const formFields = {
		field: [{ name: 'size', label: 'Size?', type: 'choice', choices: '={{ $json.sizes }}' }],
	};
	const plain = { ...form, formFields, formSubmitText: '', formPostbackData: '' };
	await sends.send(plain, [{ ...one[0], sizes: [41, '42'] }]);
	expect(asObject(asObject(sends.bodies()[0])['message'])['form']).toMatchObject({
		fields: [{ name: 'size', options: ['41', '42'] }],
		submit: { text: 'Submit', postbackData: 'Submit' },
	});
});

it.each([
	[{ formFields: {} }, 'Form Fields has 0 entries'],
	[{ formTitle: '' }, 'Form Title is empty'],
	[{ formSubmitText: 'x'.repeat(26) }, 'Submit Button Text has 26 characters'],
	[
		{ formFields: { field: [{ name: 'a', label: 'A', type: 'choice' }] } },
		'Field 1: Choices is empty',
	],
	[
		{
			formFields: {
				field: [
					{ name: 'a', label: 'A' },
					{ name: 'a', label: 'B' },
				],
			},
		},
		'Field 2: Name is "a", as that of another field',
	],
])('is refused with %j', async (wrong, words) => {
	const { outputs } = await sends.send({ ...form, ...wrong }, one);
	expect(sends.requests).toHaveLength(0);
	expect(outputs[1]?.[0]?.json['reason']).toMatchObject({
		category: 'validation',
		message: expect.stringContaining(words),
	});
});

describe('at a provider without forms', () => {
	const asJson = (content: object) => ({
		provider: 'infobip',
		to: '={{ $json.phone }}',
		messageType: 'json',
		messageJson: JSON.stringify({ kind: 'form', title: 'Rate us', ...content }),
	});
	const choice = {
		fields: [{ name: 'stars', label: 'How was it?', type: 'choice', choices: ['Good', 'Bad'] }],
	};

	it('is refused on its item, with what to send instead', async () => {
		const { outputs } = await sends.send(asJson(choice), one);
		expect(sends.requests).toHaveLength(0);
		expect(outputs[1]?.[0]).toMatchObject({
			pairedItem: { item: 0 },
			json: {
				status: 'notSent',
				reason: {
					category: 'validation',
					message: expect.stringMatching(/Infobip cannot carry .*"form".*webview.*reply/),
				},
			},
		});
	});

	it('becomes a question with reply chips when downgrading is chosen', async () => {
		const parameters = { ...asJson(choice), ifNotSupported: 'downgrade' };
		const { outputs } = await sends.send(parameters, one);
		expect(sends.bodies()).toMatchObject([
			{
				messages: [
					{
						content: {
							type: 'TEXT',
							text: 'Rate us\nHow was it?: Good, Bad?',
							suggestions: [
								{ type: 'REPLY', text: 'Good', postbackData: 'Good' },
								{ type: 'REPLY', text: 'Bad', postbackData: 'Bad' },
							],
						},
					},
				],
			},
		]);
		expect(outputs[0]?.[0]?.json['changes']).toMatchObject([
			{ path: 'content', action: 'turnedIntoText' },
		]);
	});
});
