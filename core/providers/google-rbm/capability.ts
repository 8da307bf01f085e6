import type { CapabilityResult } from '../../capability';
import { type ProviderError, RcsError } from '../../errors';
import { expectOk, failureOf } from '../../http';
import { asArray, asObject, asString } from '../../json';
import type { Call } from '../../provider';
import { agentId, phonePath, rbmUrl } from './address';
import { readFailure } from './errors';

/** One number is asked for with its features, several in bulk, which tells no features. */
export async function capability(
	call: Call,
	numbers: readonly string[],
): Promise<CapabilityResult[]> {
	const [first, ...others] = numbers;
	if (first === undefined) return [];
	return others.length === 0 ? [await checkOne(call, first)] : checkMany(call, numbers);
}

/** GET /v1/phones/{E.164}/capabilities. */
async function checkOne(
	{ http, settings, now, newId }: Call,
	to: string,
): Promise<CapabilityResult> {
	const ids = { requestId: newId() };
	const url = rbmUrl(settings, phonePath(to, 'capabilities'), { ids });
	const response = await http({ method: 'GET', url });
	const checkedAt = now.toISOString();
	if (response.status === 404 || response.status === 403) {
		const refusal = failureOf(response, readFailure);
		return { to, ...answerOf(refusal), checkedAt };
	}
	const { features } = asObject(expectOk(response, readFailure));
	const names = asArray(features).flatMap((feature) => asString(feature) ?? []);
	return { to, reachable: 'yes', features: names, checkedAt };
}

type Answer = Pick<CapabilityResult, 'reachable' | 'reason' | 'code'>;

/**
 * What a refusal says of this number alone. An agent that is not launched is refused for all numbers but
 * its testers, and so is a wrong agent: Google uses one code for both.
 */
function answerOf(refusal: ProviderError): Answer {
	if (refusal.code === 'NOT_FOUND') {
		const reason = 'The phone has no RCS, or the agent is not launched on its carrier';
		return { reachable: 'no', reason, code: refusal.code };
	}
	if (refusal.code === 'PERMISSION_DENIED')
		return { reachable: 'unknown', reason: refusal.advice, code: refusal.code };
	throw new RcsError(refusal);
}

/**
 * POST /v1/users:batchGet with 500 to 10 000 numbers. What it does not list is not reachable. The guide
 * has the agent in the query, the reference in the body.
 */
async function checkMany(
	{ http, settings, now }: Call,
	numbers: readonly string[],
): Promise<CapabilityResult[]> {
	const body = { users: [...new Set(numbers)], agentId: agentId(settings.agent) };
	const url = rbmUrl(settings, '/v1/users:batchGet');
	const response = await http({ method: 'POST', url, body });
	const { reachableUsers } = asObject(expectOk(response, readFailure));
	const reachable = new Set(asArray(reachableUsers));
	const checkedAt = now.toISOString();
	const reason = 'Not among the reachable users of the carriers that the agent is launched on';
	return numbers.map((to) =>
		reachable.has(to)
			? { to, reachable: 'yes', checkedAt }
			: { to, reachable: 'no', reason, checkedAt },
	);
}
