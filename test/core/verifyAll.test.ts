import type { Verdict } from '../../core/webhook/delivery';
import { verifyAll, verifyBasic, verifyOwnHeader, verifyPair } from '../../core/webhook/secrets';
import { arrived } from '../contract/arrived';

const ok: Verdict = { verified: 'ok' };
const missing: Verdict = { verified: 'failed', reason: 'missing' };
const mismatch: Verdict = { verified: 'failed', reason: 'mismatch' };

test.each<[string, (Verdict | undefined)[], Verdict]>([
	['nothing is set', [undefined, undefined], { verified: 'notConfigured' }],
	['all that is set holds', [undefined, ok, ok], ok],
	['one of two fails', [ok, mismatch], mismatch],
	['two fail, the first says why', [missing, mismatch], missing],
])('%s', (_name, checks, verdict) => {
	expect(verifyAll(checks)).toEqual(verdict);
});

test.each<[string, string | undefined, string | undefined, Verdict | undefined]>([
	['neither', undefined, undefined, undefined],
	['two empty ones', '', '', undefined],
	['the first alone', 'a', undefined, missing],
	['the second alone', '', 'b', missing],
	['both', 'a', 'b', ok],
])('a pair of which %s is set', (_name, first, second, verdict) => {
	expect(verifyPair(first, second, () => ok)).toEqual(verdict);
});

test('user name and password, and a header, are checked as they are set', () => {
	const authorization = `Basic ${Buffer.from('user:pass').toString('base64')}`;
	const delivery = arrived('{}', { authorization, 'x-own': 'mine' });
	expect(verifyBasic(delivery, { username: 'user', password: 'pass' })).toEqual(ok);
	expect(verifyBasic(delivery, { username: 'user', password: 'other' })).toEqual(mismatch);
	expect(verifyBasic(delivery, { username: 'user' })).toEqual(missing);
	expect(verifyBasic(delivery, { headerName: 'X-Own' })).toBeUndefined();
	expect(verifyOwnHeader(delivery, { headerName: 'X-Own', headerValue: 'mine' })).toEqual(ok);
	expect(verifyOwnHeader(delivery, { headerName: 'X-Own', headerValue: 'x' })).toEqual(mismatch);
	expect(verifyOwnHeader(delivery, { headerValue: 'mine' })).toEqual(missing);
	expect(verifyOwnHeader(delivery, {})).toBeUndefined();
});
