import fc from 'fast-check';
import { ANY, consentFor, statementsFor } from '../../core/consent/applies';
import { outlasting } from '../../core/consent/outlasting';
import type { ConsentStatement } from '../../core/consent/statement';
import { trafficTypes } from '../../core/message/types';
import { isPromotional } from '../../core/policy/promotional';

let made = 0;

function said(
	state: ConsentStatement['state'],
	agent: string,
	purpose: string,
	minute: number,
): ConsentStatement {
	made += 1;
	const at = new Date(Date.UTC(2030, 0, 1, 0, minute)).toISOString();
	return {
		id: `s-${made}`,
		key: { phone: '+447700900123', agent, purpose },
		...{ state, level: 'single', origin: 'person', source: 'form' },
		...{ occurredAt: at, recordedAt: at },
	};
}

describe('what is marketing', () => {
	const any = fc.constantFrom(undefined, ...trafficTypes);

	test.each(['marketing', ' Marketing ', 'newsletter', 'TRANSACTIONAL NEWS', ''])(
		'%j is, whatever the traffic type',
		(purpose) => {
			fc.assert(
				fc.property(any, (traffic) => {
					expect(isPromotional({ purpose, ...(traffic ? { traffic } : {}) })).toBe(true);
				}),
			);
		},
	);

	test.each([
		['transactional', undefined, undefined, false],
		[' Transactional', 'transaction', undefined, false],
		['transactional', 'promotion', undefined, true],
		['transactional', undefined, 'promotional', true],
		['codes', undefined, 'transactional', false],
		['codes', 'authentication', 'transactional', false],
		['codes', 'promotion', 'transactional', true],
		['Marketing', 'transaction', 'transactional', true],
		[undefined, 'transaction', undefined, false],
		[undefined, 'promotion', undefined, true],
		[undefined, undefined, undefined, true],
	] as const)('%j with traffic %s of the kind %s: %s', (purpose, traffic, kind, expected) => {
		const use = {
			...(purpose === undefined ? {} : { purpose }),
			...(traffic ? { traffic } : {}),
			...(kind ? { kind } : {}),
		};
		expect(isPromotional(use)).toBe(expected);
	});
});

describe('STOP to everything', () => {
	const agreed = said('optedIn', ANY, 'newsletter', 1);
	const stop = said('optedOut', ANY, ANY, 2);

	test.each(trafficTypes)('ends an opt-in by name, also for the traffic type %s', (traffic) => {
		const asked = { agent: ANY, purpose: 'newsletter', traffic };
		expect(consentFor(asked, [agreed, stop]).state).toBe('optedOut');
	});

	test('does not end consent for a purpose that is said to be transactional', () => {
		const asked = { agent: ANY, purpose: 'newsletter', kind: 'transactional' } as const;
		expect(statementsFor(asked, [agreed, stop])).toEqual([agreed]);
	});

	test('is taken back by START, but not for what is no marketing', () => {
		const codes = said('optedOut', ANY, 'codes', 1);
		const all = [codes, said('optedIn', ANY, ANY, 3)];
		expect(outlasting(all)).toEqual([]);
		expect(outlasting(all, () => 'transactional')).toMatchObject([{ purpose: 'codes' }]);
	});
});

describe('asked for any agent', () => {
	const asked = { agent: ANY, purpose: 'marketing' };
	const inA = said('optedIn', 'A', 'marketing', 2);
	const outB = said('optedOut', 'B', 'marketing', 1);
	const outAll = said('optedOut', ANY, ANY, 1);

	test.each<[string, ConsentStatement[], string]>([
		['out of one, into another later', [outB, inA], 'optedOut'],
		['out of all, into one later', [outAll, inA], 'optedOut'],
		['out of one, into all later', [outB, said('optedIn', ANY, ANY, 2)], 'optedIn'],
		['into one', [inA], 'optedIn'],
		['out of and into the same one', [said('optedOut', 'A', ANY, 1), inA], 'optedIn'],
		['out of one, and asked to confirm', [outB, inA, said('pending', 'B', ANY, 3)], 'optedOut'],
		['nothing', [], 'none'],
	])('%s', (_name, statements, state) => {
		expect(consentFor(asked, statements).state).toBe(state);
		expect(consentFor(asked, statements.toReversed()).state).toBe(state);
	});

	test('whoever names the agent is told of that one', () => {
		expect(consentFor({ ...asked, agent: 'A' }, [outB, outAll, inA]).state).toBe('optedIn');
		expect(consentFor({ ...asked, agent: 'B' }, [outB, inA]).state).toBe('optedOut');
	});

	test('opted in for any, a person is opted out of none', () => {
		const anySaid = fc
			.record({
				state: fc.constantFrom('optedIn', 'optedOut', 'pending'),
				agent: fc.constantFrom(ANY, 'A', 'B'),
				purpose: fc.constantFrom(ANY, 'marketing', 'codes'),
				minute: fc.nat({ max: 6 }),
			})
			.map(({ state, agent, purpose, minute }) =>
				said(state as ConsentStatement['state'], agent, purpose, minute),
			);
		fc.assert(
			fc.property(
				fc.array(anySaid, { maxLength: 8 }),
				fc.constantFrom('A', 'B', 'C'),
				(all, agent) => {
					if (consentFor(asked, all).state !== 'optedIn') return;
					expect(consentFor({ ...asked, agent }, all).state).not.toBe('optedOut');
				},
			),
			{ numRuns: 1000 },
		);
	});
});
