import { asObject } from '../../core/json';
import { people, useSendRcs } from './sends';

const sends = useSendRcs();

const text = "={{ $json.name === 'One' ? 'Call us' : '' }}";
const suggestion = [
	{ type: 'dial', text, phoneNumber: "={{ $json.name === 'One' ? '+442079460123' : '' }}" },
	{ type: 'reply', text: 'Thanks' },
];

const shown = () =>
	sends
		.bodies()
		.map((body) => JSON.stringify(asObject(body)['message']))
		.map((message) =>
			['Call us', 'Thanks', '+442079460123'].filter((one) => message.includes(one)),
		);

it('has the buttons whose text is not empty, item by item', async () => {
	const message = { provider: 'conversation', to: '={{ $json.phone }}', messageType: 'text' };
	const parameters = { ...message, text: 'Hello', suggestions: { suggestion } };
	const { outputs } = await sends.send(parameters, people.slice(0, 2));
	expect(outputs.map((output) => output.length)).toEqual([2, 0]);
	expect(shown().toSorted((a, b) => b.length - a.length)).toEqual([
		['Call us', 'Thanks', '+442079460123'],
		['Thanks'],
	]);
});

it('is a message without buttons where none is left, also on a card', async () => {
	const empty = { suggestion: [{ type: 'openUrl', text: "={{ '' }}", url: '' }] };
	const card = {
		messageType: 'card',
		cardTitle: 'New',
		cardSuggestions: empty,
		suggestions: empty,
	};
	const parameters = { provider: 'conversation', to: '={{ $json.phone }}', ...card };
	const { outputs } = await sends.send(parameters, people.slice(0, 1));
	expect(outputs.map((output) => output.length)).toEqual([1, 0]);
	expect(JSON.stringify(sends.bodies())).not.toContain('suggestions');
});

it.each(['', ' ', undefined])(
	'whose text is %j, and no expression, is not valid',
	async (forgotten) => {
		const buttons = { suggestion: [{ type: 'reply', text: forgotten }] };
		const written = [
			{ messageType: 'text', text: 'Hello', suggestions: buttons },
			{ messageType: 'card', cardTitle: 'New', cardSuggestions: buttons },
			{
				...{ messageType: 'carousel', cardsFrom: 'form' },
				cards: { card: [{ title: 'One' }, { title: 'Two', suggestions: buttons }] },
			},
			{
				...{ messageType: 'carousel', cardsFrom: 'list', listItems: '[{}, {}]' },
				...{ listTitle: 'New', listSuggestions: buttons },
			},
		];
		for (const message of written) {
			const parameters = { provider: 'conversation', to: '={{ $json.phone }}', ...message };
			const { outputs } = await sends.send(parameters, people.slice(0, 1));
			expect(outputs.map((output) => output.length)).toEqual([0, 1]);
			expect(JSON.stringify(outputs[1]?.[0]?.json)).toMatch(/Button Text.* is empty/);
		}
		expect(sends.bodies()).toEqual([]);
	},
);
