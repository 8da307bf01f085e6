import type { TestNumber } from '../../account';
import { RcsError } from '../../errors';
import { failureOf, expectOk } from '../../http';
import { asObject, asString, defined } from '../../json';
import type { Call } from '../../provider';
import { phonePath, rbmUrl } from './address';
import { readFailure } from './errors';

const LIMIT =
	'An agent may invite 20 testers a day and 200 in all. Wait until tomorrow, or remove testers in the Business Communications console.';

/** POST /v1/phones/{E.164}/testers: the person gets an invitation and becomes a tester by accepting it. */
export async function addTester({ http, settings }: Call, number: string): Promise<TestNumber> {
	const url = rbmUrl(settings, phonePath(number, 'testers'));
	const response = await http({ method: 'POST', url, body: {} });
	if (response.status === 429)
		throw new RcsError({ ...failureOf(response, readFailure), retryable: false, advice: LIMIT });
	const raw = expectOk(response, readFailure);
	return { number, raw, ...defined({ status: asString(asObject(raw)['inviteStatus']) }) };
}
