import fc from 'fast-check';
import {
	type ConversationDay,
	type Fact,
	fitting,
	htmlOf,
	mergeDays,
	readDay,
} from '../../connectors/hubspot/conversationDay';

const empty: ConversationDay = { day: '2030-01-31', facts: [], notes: [] };
const message = '1f3a9c02';

const facts: Fact[] = [
	{ ref: message, time: '10:15:40', what: 'read' },
	{ ref: message, time: '10:12:03', what: 'sent', campaign: 'spring (UK)' },
	{ ref: message, time: '10:12:03', what: 'delivered' },
	{
		ref: '77b0c1de',
		time: '10:14:00',
		what: 'replied',
		words: 'Yes, 10:00:00 <b>please</b> (now) #1',
	},
	{ ref: '00000000', time: '10:16:00', what: 'opted out' },
];

const lines = [
	'RCS 2030-01-31',
	'10:12:03 sent, 10:12:03 delivered, 10:15:40 read (spring (UK)) #1f3a9c02',
	'10:14:00 replied: Yes, 10:00:00 &lt;b&gt;please&lt;/b&gt; (now) #1 #77b0c1de',
	'10:16:00 opted out #00000000',
];

test('a line a message with its states, and one a text, in the order of the day', () => {
	expect(htmlOf({ ...empty, facts })).toBe(lines.join('<br>'));
});

test.each([
	['as it was written', lines.join('<br>')],
	[
		'as an editor leaves it',
		lines.map((line) => `<p>${line.replaceAll(' ', '&nbsp;')}</p>\n`).join(''),
	],
])('is read %s', (_name, html) => {
	const read = readDay(html);
	expect(read && htmlOf(read)).toBe(lines.join('<br>'));
	expect(read && mergeDays(read, { ...empty, facts }).facts).toHaveLength(facts.length);
});

test('what somebody else wrote into it stays', () => {
	const notes = ['10:20 called her, she will come', 'RCS rocks'];
	const read = readDay([...lines, ...notes].join('<br>'));
	const more = { ...empty, facts: [{ ref: '00000001', time: '10:17:00', what: 'opted in' }] };
	expect(read && htmlOf(mergeDays(read, more))).toBe(
		[...lines, '10:17:00 opted in #00000001', ...notes].join('<br>'),
	);
});

test.each([
	'',
	'RCS',
	'RCS today<br>10:12:03 sent #1f3a9c02',
	'<p>Hello</p>',
	'Re: RCS 2030-01-31',
])('%j is somebody else’s', (html) => {
	expect(readDay(html)).toBeUndefined();
});

const two = (most: number) =>
	fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
const anyFact: fc.Arbitrary<Fact> = fc
	.record({
		ref: fc.integer({ min: 0, max: 9 }).map((n) => `abcdef0${n}`),
		time: fc.tuple(two(23), two(1), two(1)).map((parts) => parts.join(':')),
		what: fc.constantFrom('sent', 'delivered', 'read', 'opted out'),
		campaign: fc.constantFrom('', 'a', 'b', 'ab', '&'),
	})
	.chain(({ campaign, ...fact }) =>
		fc.boolean().map((says): Fact =>
			says
				? {
						...fact,
						ref: `${fact.ref.slice(0, 7)}f`,
						what: `replied`,
						words: `${fact.time} said`,
					}
				: campaign
					? { ...fact, campaign }
					: fact,
		),
	);

/** Through the CRM, as every run finds and leaves it. */
function writtenInParts(parts: readonly (readonly Fact[])[]): string {
	return parts.reduce((html, own) => {
		const before = readDay(html) ?? empty;
		return htmlOf(fitting(mergeDays(before, { ...empty, facts: own })));
	}, htmlOf(empty));
}

test('in any order, in any number of parts and repeated, it is the same', () => {
	fc.assert(
		fc.property(
			fc.array(anyFact, { maxLength: 30 }).chain((all) =>
				fc.record({
					all: fc.constant(all),
					shuffled: fc.shuffledSubarray([...all, ...all.slice(0, 5)], {
						minLength: all.length + Math.min(5, all.length),
					}),
					at: fc.nat({ max: 35 }),
				}),
			),
			({ all, shuffled, at }) => {
				const parts = [shuffled.slice(0, at), shuffled.slice(at), shuffled.slice(at)];
				expect(writtenInParts(parts)).toBe(writtenInParts([all]));
			},
		),
	);
});

test('where there is no room for everything, it says from when on, in any order and parts', () => {
	const long = Array.from({ length: 40 }, (_, i): Fact => ({
		ref: `0000${1000 + i}`,
		time: `10:00:${String(i).padStart(2, '0')}`,
		what: 'replied',
		words: 'x'.repeat(2000 + ((i * 37) % 50) * 7),
	}));
	const whole = writtenInParts([long]);
	expect(whole.length).toBeLessThanOrEqual(65_536);
	expect(whole).toMatch(
		/<br>HubSpot takes no more: no campaigns, and nothing from 10:00:(29|30|31) on\.$/,
	);
	fc.assert(
		fc.property(
			fc.shuffledSubarray(long, { minLength: 40 }),
			fc.nat({ max: 40 }),
			fc.nat({ max: 40 }),
			(shuffled, a, b) => {
				const parts = [shuffled.slice(0, a), shuffled.slice(b), shuffled.slice(a)];
				expect(writtenInParts([...parts, shuffled.slice(0, 2)])).toBe(whole);
			},
		),
		{ numRuns: 50 },
	);
});

test('where there is no room for it, no campaign is told, in any order and parts', () => {
	const campaigns = [undefined, 'b', '&&', 'spring'.repeat(300)];
	const states = Array.from({ length: 160 }, (_, i): Fact => {
		const campaign = campaigns[(i * 7) % 4];
		return {
			ref: `0000${1000 + (i % 39)}`,
			time: `10:${String(10 + (i % 40))}:00`,
			what: ['sent', 'delivered', 'read', 'clicked'][i % 3] ?? '',
			...(campaign === undefined ? {} : { campaign }),
		};
	});
	const texts = Array.from({ length: 40 }, (_, i): Fact => ({
		...{ ref: `0000${2000 + i}`, time: `10:${String(15 + i)}:30`, what: 'replied' },
		words: 'x'.repeat(1700),
	}));
	const whole = writtenInParts([states]);
	expect(whole.slice(0, 80)).toMatch(/^RCS 2030-01-31<br>10:10:00 sent, 10:46:00 sent/);
	expect(/no campaigns, and nothing from 24:00:00 on\.$/.test(whole)).toBe(true);
	expect(/spring/.test(whole)).toBe(false);
	fc.assert(
		fc.property(
			fc
				.subarray([...states, ...texts], { minLength: 60 })
				.chain((some) =>
					fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
				),
			fc.nat({ max: 200 }),
			([some, shuffled], at) => {
				const parts = [shuffled.slice(0, at), shuffled.slice(at), shuffled.slice(0, 9)];
				expect(writtenInParts(parts) === writtenInParts([some])).toBe(true);
			},
		),
		{ numRuns: 50 },
	);
});
