import fc from 'fast-check';
import { ANY, statementsFor } from '../../core/consent/applies';
import { consentOf } from '../../core/consent/consentOf';
import { outlasting } from '../../core/consent/outlasting';
import type { ConsentStatement } from '../../core/consent/statement';
import { isPromotional } from '../../core/policy/promotional';

const time = (minute: number) => new Date(Date.UTC(2030, 0, 1, 0, minute)).toISOString();
const agents = ['A', 'B'];
const purposes = ['marketing', 'news', 'transactional'];

const anyStatement = fc.record({
	id: fc.uuid(),
	key: fc.record({
		phone: fc.constant('+447700900123'),
		agent: fc.constantFrom(...agents, ANY),
		purpose: fc.constantFrom(...purposes, ANY),
	}),
	state: fc.constantFrom<ConsentStatement['state'][]>('optedIn', 'optedOut', 'pending'),
	level: fc.constant('single' as const),
	origin: fc.constantFrom<ConsentStatement['origin'][]>('person', 'admin'),
	source: fc.constant('api' as const),
	occurredAt: fc.integer({ min: 0, max: 9 }).map(time),
	recordedAt: fc.constant(time(20)),
});
const anyStatements = fc.array(anyStatement, { maxLength: 12 });
const anyKey = fc.record({
	agent: fc.constantFrom(...agents, ANY),
	purpose: fc.constantFrom(...purposes),
});
const runs = { numRuns: 500 };

/** What the person said as the last word on everything, at the minute. */
function everything(state: 'optedIn' | 'optedOut', minute: number): ConsentStatement {
	const key = { phone: '+447700900123', agent: ANY, purpose: ANY };
	const said = { occurredAt: time(minute), recordedAt: time(20) };
	const how = { level: 'single', origin: 'person', source: 'keyword' } as const;
	return { id: `${state} ${minute}`, key, state, ...how, ...said };
}

const stateFor = (key: { agent: string; purpose: string }, all: readonly ConsentStatement[]) =>
	consentOf(statementsFor(key, all)).state;

test('any order and repetition of all statements gives the same answer for every key', () => {
	const told = anyStatements.chain((all) =>
		fc.tuple(
			fc.constant(all),
			fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
		),
	);
	fc.assert(
		fc.property(told, anyKey, ([all, again], key) => {
			expect(stateFor(key, again)).toBe(stateFor(key, all));
		}),
		runs,
	);
});

test('a STOP beats all that was said before, for every agent and promotional purpose', () => {
	fc.assert(
		fc.property(anyStatements, anyKey, (before, key) => {
			const states = stateFor(key, [...before, everything('optedOut', 10)]);
			if (isPromotional(key)) expect(states).toBe('optedOut');
		}),
		runs,
	);
});

test('a STOP at the very time of an opt-in beats it', () => {
	fc.assert(
		fc.property(anyKey, fc.integer({ min: 0, max: 9 }), (key, minute) => {
			fc.pre(isPromotional(key));
			const optIn = { ...everything('optedIn', minute), key: { phone: '+447700900123', ...key } };
			expect(stateFor(key, [optIn, everything('optedOut', minute)])).toBe('optedOut');
		}),
		runs,
	);
});

test('STOP and START leave transactional purposes as they were', () => {
	fc.assert(
		fc.property(
			anyStatements,
			fc.constantFrom(...agents, ANY),
			fc.constantFrom<('optedIn' | 'optedOut')[]>('optedIn', 'optedOut'),
			(all, agent, state) => {
				const key = { agent, purpose: 'transactional' };
				expect(stateFor(key, [...all, everything(state, 10)])).toBe(stateFor(key, all));
			},
		),
		runs,
	);
});

test('what is said of one purpose or agent changes nothing for another', () => {
	fc.assert(
		fc.property(anyStatements, anyStatement, fc.constantFrom(...agents), (all, more, agent) => {
			fc.pre(more.key.agent !== ANY && more.key.agent !== agent);
			const key = { agent, purpose: 'marketing' };
			expect(stateFor(key, [...all, more])).toBe(stateFor(key, all));
		}),
		runs,
	);
});

describe('what outlasts an erasure', () => {
	const kept = (all: readonly ConsentStatement[]): ConsentStatement[] =>
		outlasting(all).map(({ agent, purpose, since }) => ({
			...everything('optedOut', 0),
			...{ key: { phone: '+447700900123', agent, purpose }, occurredAt: since },
		}));

	test('an opt-out by name or for all is one afterwards, unless something ended it', () => {
		fc.assert(
			fc.property(
				anyStatements,
				fc.constantFrom(...agents),
				fc.constantFrom(...purposes),
				(all, agent, purpose) => {
					const key = { agent, purpose };
					if (stateFor(key, all) === 'optedOut') expect(stateFor(key, kept(all))).toBe('optedOut');
				},
			),
			runs,
		);
	});

	test('nobody is opted in by it', () => {
		fc.assert(
			fc.property(anyStatements, anyKey, (all, key) => {
				expect(['optedOut', 'none']).toContain(stateFor(key, kept(all)));
			}),
			runs,
		);
	});

	test('a START after it ends it, and one before does not', () => {
		fc.assert(
			fc.property(anyStatements, anyKey, (all, key) => {
				fc.pre(isPromotional(key) && stateFor(key, kept(all)) === 'optedOut');
				expect(stateFor(key, [...kept(all), everything('optedIn', 10)])).toBe('optedIn');
				expect(stateFor(key, [...kept(all), everything('optedIn', -1)])).toBe('optedOut');
			}),
			runs,
		);
	});

	test('erased twice, the same is kept', () => {
		const keys = (all: readonly ConsentStatement[]) =>
			outlasting(all).map(({ agent, purpose }) => ({ agent, purpose }));
		fc.assert(
			fc.property(anyStatements, (all) => {
				expect(keys(kept(all))).toEqual(keys(all));
			}),
			runs,
		);
	});
});
