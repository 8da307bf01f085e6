import { consentFor } from '../../core/consent/applies';
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
});
