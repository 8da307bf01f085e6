import fc from 'fast-check';
import { consentOf } from '../../core/consent/consentOf';
import type { ConsentStatement } from '../../core/consent/statement';

let made = 0;

const time = (minute: number) => new Date(Date.UTC(2030, 0, 1, 0, minute)).toISOString();

function said(
	origin: 'person' | 'admin',
	state: ConsentStatement['state'],
	minute: number,
	more: Partial<ConsentStatement> = {},
): ConsentStatement {
	made += 1;
	return {
		id: `s-${made}`,
		key: { phone: '+447700900123', agent: 'DemoShop', purpose: 'marketing' },
		state,
		level: 'single',
		origin,
		source: origin === 'person' ? 'keyword' : 'hubspot',
		occurredAt: time(minute),
		recordedAt: time(minute + 1000),
		...more,
	};
}

const agreed = (minute: number) => ({ proof: { consentedAt: time(minute) } });

test.each<[string, ConsentStatement[], string]>([
	['nobody said anything', [], 'none'],
	['the person opted in', [said('person', 'optedIn', 1)], 'optedIn'],
	[
		'the latest word of the person',
		[said('person', 'optedOut', 2), said('person', 'optedIn', 3)],
		'optedIn',
	],
	[
		'at the same time, the opt-out',
		[said('person', 'optedIn', 2), said('person', 'optedOut', 2)],
		'optedOut',
	],
	[
		'an admin opts a person out',
		[said('person', 'optedIn', 2), said('admin', 'optedOut', 3)],
		'optedOut',
	],
	[
		'at the same time, the admin who stops',
		[said('person', 'optedIn', 2), said('admin', 'optedOut', 2)],
		'optedOut',
	],
	[
		'the person opts in after the admin stopped',
		[said('admin', 'optedOut', 2), said('person', 'optedIn', 3)],
		'optedIn',
	],
	[
		'the admin takes the stop back',
		[said('person', 'optedIn', 1), said('admin', 'optedOut', 2), said('admin', 'optedIn', 3)],
		'optedIn',
	],
	[
		'an admin cannot override a STOP',
		[said('person', 'optedOut', 1), said('admin', 'optedIn', 9)],
		'optedOut',
	],
	[
		'an admin with proof of a later consent can',
		[said('person', 'optedOut', 1), said('admin', 'optedIn', 9, agreed(5))],
		'optedIn',
	],
	[
		'proof of an earlier consent does not help',
		[said('person', 'optedOut', 6), said('admin', 'optedIn', 9, agreed(5))],
		'optedOut',
	],
	[
		'proof of a consent to come is none',
		[said('person', 'optedOut', 1), said('admin', 'optedIn', 9, agreed(9000))],
		'optedOut',
	],
	['an admin alone', [said('admin', 'optedIn', 1)], 'optedIn'],
	['a request waits for its confirmation', [said('person', 'pending', 1)], 'pending'],
	[
		'a new request after a stop waits',
		[said('person', 'optedOut', 1), said('person', 'pending', 2)],
		'pending',
	],
	[
		'a stop ends a request',
		[said('person', 'pending', 1), said('person', 'optedOut', 2)],
		'optedOut',
	],
	[
		'a request does not end an opt-in',
		[said('person', 'optedIn', 1), said('person', 'pending', 2)],
		'optedIn',
	],
	[
		'a clock that is ahead wins nothing',
		[
			said('person', 'optedIn', 500, { recordedAt: time(2) }),
			said('person', 'optedOut', 3, { recordedAt: time(3) }),
		],
		'optedOut',
	],
])('%s', (_name, statements, state) => {
	expect(consentOf(statements).state).toBe(state);
	expect(consentOf(statements.toReversed()).state).toBe(state);
});

test('the statement that decides is named, with the time from which it holds', () => {
	const [before, stop] = [said('person', 'optedIn', 1), said('person', 'optedOut', 2)];
	expect(consentOf([stop, before])).toEqual({ state: 'optedOut', decidedBy: stop, since: time(2) });
});

const anyStatement = fc
	.record({
		origin: fc.constantFrom<('person' | 'admin')[]>('person', 'admin'),
		state: fc.constantFrom<ConsentStatement['state'][]>('optedIn', 'optedOut', 'pending'),
		minute: fc.integer({ min: 0, max: 5 }),
		recorded: fc.integer({ min: 0, max: 8 }),
		consented: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
	})
	.map(({ origin, state, minute, recorded, consented }) =>
		said(origin, state, minute, {
			recordedAt: time(recorded),
			...(consented === undefined ? {} : agreed(consented)),
		}),
	);
const anyStatements = fc.array(anyStatement, { maxLength: 10 });

test('any order and any repetition of the statements gives the same answer', () => {
	const told = anyStatements.chain((all) =>
		fc.tuple(
			fc.constant(all),
			fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
		),
	);
	fc.assert(
		fc.property(told, ([all, again]) => expect(consentOf(again)).toEqual(consentOf(all))),
		{ numRuns: 1000 },
	);
});

test('after a STOP of the person, no admin without proof gets to opted in', () => {
	fc.assert(
		fc.property(anyStatements, (all) => {
			const stop = said('person', 'optedOut', 9, { recordedAt: time(9) });
			const admins = all
				.filter(({ origin }) => origin === 'admin')
				.map(({ proof: _, ...rest }): ConsentStatement => ({ ...rest, recordedAt: time(99) }));
			expect(consentOf([...admins, stop]).state).not.toBe('optedIn');
		}),
		{ numRuns: 500 },
	);
});
