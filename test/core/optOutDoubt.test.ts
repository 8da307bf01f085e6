import { consentFor } from '../../core/consent/applies';
import { awaitsReview } from '../../core/consent/awaitsReview';
import type { ConsentStatement } from '../../core/consent/statement';
import { gate } from '../../core/policy/gate';

const phone = '+447700900123';
let next = 0;

function said(
	minute: number,
	state: ConsentStatement['state'],
	more: Partial<ConsentStatement> = {},
): ConsentStatement {
	const at = new Date(Date.UTC(2030, 0, 1, 9, minute)).toISOString();
	return {
		id: `s${next++}`,
		key: { phone, agent: '*', purpose: '*' },
		state,
		level: 'single',
		origin: 'person',
		source: 'keyword',
		occurredAt: at,
		recordedAt: at,
		...more,
	};
}

const doubt = (minute: number) =>
	said(minute, 'pending', { proof: { text: 'enough', possibleOptOut: 'It may be one' } });
const asked = { agent: 'DemoShop', purpose: 'marketing' };
const optIn = said(0, 'optedIn');

describe('a possible opt-out', () => {
	it('holds promotional messages, in any order of statements, and says why', () => {
		for (const statements of [
			[optIn, doubt(1)],
			[doubt(1), optIn],
		]) {
			const consent = consentFor(asked, statements);
			expect(consent.state).toBe('pending');
			const at = Date.parse('2030-01-01T12:00:00Z');
			expect(gate({ ...asked, phone, at, consent })).toMatchObject({
				send: false,
				rule: 'optOutReview',
				why: 'This person wrote what may be an opt-out, and it waits for review',
			});
		}
	});

	it('holds nothing transactional', () => {
		const own = said(0, 'optedIn', { key: { phone, agent: '*', purpose: 'transactional' } });
		const consent = consentFor({ ...asked, purpose: 'transactional' }, [own, doubt(1)]);
		expect(consent.state).toBe('optedIn');
	});

	it.each([
		['the person opts in again', said(2, 'optedIn'), 'optedIn'],
		['the person opts out', said(2, 'optedOut'), 'optedOut'],
		[
			'an admin decides for it',
			said(2, 'optedOut', { origin: 'admin', source: 'api' }),
			'optedOut',
		],
		[
			'an admin decides against it',
			said(2, 'optedIn', { origin: 'admin', source: 'api' }),
			'optedIn',
		],
		['a list is imported', said(2, 'optedIn', { origin: 'admin', source: 'import' }), 'pending'],
		['the person asks again and has not confirmed', said(2, 'pending'), 'pending'],
	])('when %s', (_what, later, state) => {
		expect(consentFor(asked, [optIn, doubt(1), later]).state).toBe(state);
	});

	it('never softens an opt-out, and is no opt-in where nobody agreed', () => {
		expect(consentFor(asked, [said(0, 'optedOut'), doubt(1)]).state).toBe('optedOut');
		expect(consentFor(asked, [doubt(1)]).state).toBe('pending');
	});

	it('at the same moment as an opt-in is settled by nothing', () => {
		expect(consentFor(asked, [doubt(1), said(1, 'optedIn')]).state).toBe('pending');
	});

	it('hides no opt-out from one agent from whoever asks for any', () => {
		const stop = said(0, 'optedOut', { key: { phone, agent: 'DemoShop', purpose: '*' } });
		const request = said(2, 'pending', { key: { phone, agent: 'DemoShop', purpose: '*' } });
		const any = { ...asked, agent: '*' };
		expect(consentFor(any, [stop, doubt(1)]).state).toBe('optedOut');
		expect(consentFor(any, [stop, request]).state).toBe('optedOut');
	});
});

describe('a person awaits review', () => {
	const of = (agent: string, purpose: string) =>
		said(2, 'optedIn', { key: { phone, agent, purpose } });

	it.each([
		['nobody decided', [optIn, doubt(1)], true],
		['nobody ever agreed', [doubt(1)], true],
		['only transactional messages were decided on', [doubt(1), of('*', 'transactional')], true],
		[
			'one purpose of two was decided on',
			[
				of('*', 'news'),
				doubt(3),
				said(4, 'optedIn', { key: { phone, agent: '*', purpose: 'marketing' } }),
			],
			true,
		],
		['a list was imported', [doubt(1), said(2, 'optedIn', { source: 'import' })], true],
		['all was decided on', [optIn, doubt(1), of('*', '*')], false],
		['the person had opted out before', [said(0, 'optedOut'), doubt(1)], false],
		['nothing was in doubt', [optIn], false],
	])('when %s: %#', (_what, statements, waits) => {
		expect(awaitsReview(statements)).toBe(waits);
	});

	it('but not for a purpose that is said to be transactional', () => {
		const parcels = said(1, 'pending', {
			key: { phone, agent: '*', purpose: 'parcels' },
			proof: { text: 'enough', possibleOptOut: 'It may be one' },
		});
		expect(awaitsReview([parcels])).toBe(true);
		expect(awaitsReview([parcels], () => 'transactional')).toBe(false);
	});
});
