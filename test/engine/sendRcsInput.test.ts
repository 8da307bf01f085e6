import type { IDataObject } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { people, text, useSendRcs } from './sends';

const sends = useSendRcs();

describe('bad input', () => {
	const card = (title: string) => ({ kind: 'card', card: { title } });
	const chip = (label: string) => ({
		kind: 'text',
		text: 'Hello',
		suggestions: [{ type: 'reply', text: label }],
	});
	const good = { phone: '+447700900001', content: { kind: 'text', text: 'Good' } };
	const bad: [string, IDataObject, string][] = [
		['no phone', { ...good, phone: '' }, 'To is empty'],
		['a phone that is no phone', { ...good, phone: 'call me' }, 'To must be a phone number'],
		[
			'a title of 201',
			{ ...good, content: card('x'.repeat(201)) },
			'has 201 characters, but Infobip takes at most 200',
		],
		[
			'eleven cards',
			{
				...good,
				content: { kind: 'carousel', cards: Array.from({ length: 11 }, () => ({ title: 'x' })) },
			},
			'has 11 entries, but Infobip takes at most 10',
		],
		[
			'a chip of 26 with an emoji',
			{ ...good, content: chip(`${'x'.repeat(25)}😀`) },
			'has 26 characters, but Infobip takes at most 25',
		],
		[
			'a link to nowhere',
			{ ...good, content: { kind: 'file', file: { url: 'http:' } } },
			'content.file.url must be a full web address',
		],
		[
			'a misspelt field',
			{ ...good, content: { kind: 'text', txt: 'x' } },
			'content.text is missing',
		],
		['no JSON object', { ...good, content: 'hello' }, 'does not hold a JSON object'],
	];
	const parameters = {
		provider: 'infobip',
		to: '={{ $json.phone }}',
		messageType: 'json',
		messageJson: '={{ $json.content }}',
	};

	it('leaves by Not Sent, on the right item, with what to do; the others are sent', async () => {
		const items = bad.flatMap(([, item]) => [good, item]);
		const { outputs, hints } = await sends.send(parameters, items);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			bad.map((_, i) => ({ item: 2 * i })),
		);
		expect(asArray(asObject(sends.bodies()[0])['messages'])).toHaveLength(bad.length);
		for (const [i, [, , words]] of bad.entries()) {
			const item = outputs[1]?.[i];
			expect(item?.pairedItem).toEqual({ item: 2 * i + 1 });
			expect(item?.json).toMatchObject({
				status: 'notSent',
				reason: {
					category: 'validation',
					message: expect.stringContaining(words),
					advice: expect.any(String),
				},
			});
			expect(item?.json).not.toHaveProperty('error');
		}
		expect(hints).toMatchObject([
			{ message: expect.stringContaining(`${bad.length} of ${items.length}`) },
		]);
	});

	it('of 25 code points with an emoji is none', async () => {
		const { outputs } = await sends.send(parameters, [
			{ ...good, content: chip(`${'x'.repeat(24)}😀`) },
		]);
		expect(outputs.map((output) => output.length)).toEqual([1, 0]);
	});

	it('is cut and reported when the user chose to downgrade', async () => {
		const items = [{ ...good, content: card('x'.repeat(201)) }];
		const { outputs } = await sends.send({ ...parameters, ifNotSupported: 'downgrade' }, items);
		expect(outputs[0]?.[0]?.json['changes']).toMatchObject([
			{ path: 'content.card.title', action: 'cut' },
		]);
	});
});

describe('fields filled in by expressions', () => {
	const refusals = async (parameters: IDataObject, items: IDataObject[] = [people[0] ?? {}]) => {
		const { outputs } = await sends.send(parameters, items);
		return outputs[1]?.map(({ json }) => asObject(json['reason'])['message']);
	};

	it.each([
		[{ validity: '2 hours' }, "The option 'Validity (Seconds)' must be a number"],
		[{ trackClicks: 'maybe' }, "The option 'trackClicks' must be true or false"],
		[{ placeholders: '{bad json' }, "The option 'Placeholders' must be a JSON object"],
		[{ providerOptions: '[1]' }, "The option 'Provider Options (JSON)' must be a JSON object"],
		[{ placeholders: '{}' }, 'needs a value for the placeholder "name"'],
		[{ scheduleAt: '2020-01-01T00:00:00Z' }, 'Schedule At is in the past'],
	])('%j is refused with its name', async (options, words) => {
		const parameters = { ...text, text: 'Hi {{name}}', options };
		expect(await refusals(parameters)).toEqual([expect.stringContaining(words)]);
		expect(sends.requests).toHaveLength(0);
	});

	it('name a fallback that does not exist, and a list that is none', async () => {
		expect(await refusals({ ...text, fallback: 'fax' })).toEqual([
			"The field 'Fallback' must be one of none, sms, mms, whatsapp",
		]);
		const list = { messageType: 'carousel', cardsFrom: 'list', listItems: 'x', listTitle: '{a}' };
		expect(await refusals({ ...text, ...list })).toEqual(["The field 'List' does not hold a list"]);
	});

	it('fail for their own item only', async () => {
		const parameters = { ...text, text: '={{ $json.at.toDateTime().toISO() }}' };
		const items = [
			{ ...people[0], at: '2030-01-01' },
			{ ...people[1], at: 'never' },
		];
		const { outputs } = await sends.send(parameters, items);
		expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }],
			[{ item: 1 }],
		]);
		expect(outputs[1]?.[0]?.json['reason']).toMatchObject({
			message: expect.stringContaining('An expression of this item failed'),
		});
	});

	it('decide for each item whether it is a dry run', async () => {
		const options = { dryRun: '={{ $json.name === "Two" }}' };
		const { outputs } = await sends.send({ ...text, options }, people);
		expect(outputs[0]?.map(({ json }) => json['status'])).toEqual([
			'accepted',
			'dryRun',
			'accepted',
		]);
		expect(asArray(asObject(sends.bodies()[0])['messages'])).toHaveLength(2);
	});
});
