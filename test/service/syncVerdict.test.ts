import type { RowOutcome } from '../../connectors/row';
import type { PhoneOutcome } from '../../connectors/phoneOutcome';
import { type ErrorCategory, providerError } from '../../core/errors';
import { fateOf, obstacleIn, obstacleOfError } from '../../service/sync/verdict';

type Failure = PhoneOutcome['failures'][number];

const phone = '+447700900123';
const row: RowOutcome['row'] = { key: 'k', target: 't', phone, urgent: false, body: {} };
const outcome = (...failures: Failure[]): PhoneOutcome => ({
	...{ phone, records: [], failures },
	status: failures.length > 0 ? 'failed' : 'written',
});
const dead = (category?: ErrorCategory, general?: true): Failure => ({
	...{ row, status: 'dead', reason: 'No' },
	...(category ? { category } : {}),
	...(general ? { general } : {}),
});

test.each<[string, Failure, string | undefined]>([
	['data that the CRM refuses', dead(), undefined],
	['a record that may not be written', dead('permission'), undefined],
	['a scope that is missing', dead('permission', true), 'setup'],
	['a field that is missing', dead('configuration', true), 'setup'],
	['tries that were all in vain', dead('provider'), 'outage'],
	['a record that is gone', { row, status: 'unmatched', reason: 'Gone' }, undefined],
	['what may be written or not', { row, status: 'unknown', reason: 'Lost' }, 'outage'],
	['calls that are used up', { row, status: 'park', afterMs: 5000, reason: 'Daily' }, 'park'],
	['an access that has ended', { row, status: 'reauth', reason: 'Expired' }, 'reauth'],
])('%s', (_, failure, kind) => {
	const one = outcome(failure);
	expect(obstacleIn([outcome(), one])?.kind).toBe(kind);
	expect(fateOf(one).is).toBe(kind === undefined ? 'dead' : 'waiting');
});

test('a contact is no dead letter while anything of it may still be written', () => {
	const one = outcome(dead(), { row, status: 'park', afterMs: 5000, reason: 'Daily' });
	expect(fateOf(one)).toEqual({ is: 'waiting' });
});

test('of several obstacles the one that needs a person is told, and of two waits the longer one', () => {
	const parked = (afterMs: number) => outcome({ row, status: 'park', afterMs, reason: 'Daily' });
	expect(obstacleIn([parked(10), parked(30), parked(20)])).toMatchObject({ afterMs: 30 });
	const reauth = outcome({ row, status: 'reauth', reason: 'Expired' });
	expect(obstacleIn([parked(10), reauth, outcome(dead('provider'))])?.kind).toBe('reauth');
});

test.each<[string, Parameters<typeof providerError>, string | undefined]>([
	['no access', ['auth', 'Expired'], 'reauth'],
	['used up for the day', ['rateLimit', 'Daily', { retryable: false }], 'park'],
	['too fast', ['rateLimit', 'Slow down', { retryAfterMs: 10_000 }], 'outage'],
	['away for an hour', ['provider', 'Moving', { retryAfterMs: 3_600_000 }], 'park'],
	['no answer', ['network', 'Cut'], 'outage'],
	['a scope is missing', ['permission', 'No'], 'setup'],
	['a question that is not valid', ['validation', 'No'], undefined],
])('a question is refused: %s', (_, args, kind) => {
	expect(obstacleOfError(providerError(...args))?.kind).toBe(kind);
});
