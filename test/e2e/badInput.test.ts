import type { Execution } from '../../scripts/n8n/types';
import { chain, items, manualTrigger, outputs, runToEnd, sendRcs } from './support/workflows';
import { phones } from './support/world';

const { iphone } = phones;
const to = iphone.number;
const card = (title: string, more = {}) => ({ kind: 'card', card: { title, ...more } });

/** Each item, and what must be said of it; nothing means that it is sent. */
const cases: [reason: RegExp | undefined, item: { to: string; content: object }][] = [
	[undefined, { to, content: { kind: 'text', text: 'e2e first good one' } }],
	[/^To is empty/, { to: '', content: { kind: 'text', text: 'to nobody' } }],
	[
		/^To must be a phone number.*has no digits/,
		{ to: 'reception', content: { kind: 'text', text: 'x' } },
	],
	[
		/^content\.card\.title has 201 characters, but Infobip takes at most 200$/,
		{ to, content: card('T'.repeat(201)) },
	],
	[
		/^content\.cards has 11 entries, but Infobip takes at most 10$/,
		{ to, content: { kind: 'carousel', cards: Array(11).fill({ title: 'one of many' }) } },
	],
	[undefined, { to, content: card('e2e second good one') }],
	[
		/^content\.suggestions\.0\.text has 26 characters, but Infobip takes at most 25$/,
		{
			to,
			content: {
				kind: 'text',
				text: 'x',
				suggestions: [{ type: 'reply', text: `${'c'.repeat(25)}🎉`, postbackData: 'p' }],
			},
		},
	],
	[
		/^content\.card\.media\.url must be a full web address/,
		{ to, content: card('broken picture', { media: { url: 'http:' } }) },
	],
	[undefined, { to, content: { kind: 'text', text: 'e2e last good one' } }],
];

describe('good and bad items in one execution', () => {
	let execution: Execution;

	beforeAll(async () => {
		execution = await runToEnd(
			chain(
				'e2e bad input',
				manualTrigger(),
				items(cases.map(([, item]) => item)),
				sendRcs({
					to: '={{ $json.to }}',
					messageType: 'json',
					messageJson: '={{ $json.content }}',
				}),
			),
		);
	});

	it('ends well', () => {
		expect(execution.status).toBe('success');
	});

	it('sends the good ones, in order, to the phone', async () => {
		const [sent = []] = outputs(execution, 'Send RCS');
		expect(sent.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 5 },
			{ item: 8 },
		]);
		for (const { json } of sent) {
			await iphone.receives('A good one', ({ id }) => id === json['messageId']);
		}
	});

	const bad = cases.flatMap(([reason], item) => (reason ? [{ reason, item }] : []));
	it.each(bad)('says of item $item that $reason', ({ reason, item }) => {
		const [, notSent = []] = outputs(execution, 'Send RCS');
		const found = notSent.find(({ pairedItem }) => (pairedItem as { item: number }).item === item);
		expect(found?.json).toMatchObject({
			status: 'notSent',
			reason: { category: 'validation', message: expect.stringMatching(reason) as string },
		});
	});
});
