import type { CapabilityResult } from '../../capability';
import { expectOk } from '../../http';
import { asArray, asObject, asString, lookUp } from '../../json';
import { baseUrl, type Call } from '../../provider';
import { requireAgent } from './agent';
import { platform } from './platform';
import { readFailure } from './errors';

type Answer = Pick<CapabilityResult, 'reachable' | 'reason' | 'retryable'>;

/** Source: CapabilityCheckResponseCodeV2. Version 2 of the check names no device features. */
const answers: Readonly<Record<string, Answer>> = {
	ENABLED: { reachable: 'yes' },
	UNREACHABLE: { reachable: 'no', reason: 'The number cannot receive RCS from this sender' },
	REJECTED_NETWORK: { reachable: 'no', reason: 'The network of the number is not allowed' },
	REJECTED_ROUTE_NOT_AVAILABLE: {
		reachable: 'no',
		reason: 'The sender has no route to the number',
	},
	INVALID_DESTINATION_ADDRESS: {
		reachable: 'no',
		reason: 'The number is not a valid phone number',
	},
	REQUEST_FAILED: { reachable: 'unknown', reason: 'The check failed at Infobip', retryable: true },
	PROCESSING_ERROR: {
		reachable: 'unknown',
		reason: 'The check failed at Infobip',
		retryable: true,
	},
};

/** POST /rcs/2/capability-check/query: up to 500 numbers, one answer a number. */
export async function capability(
	{ http, settings, now }: Call,
	numbers: readonly string[],
): Promise<CapabilityResult[]> {
	const response = await http({
		method: 'POST',
		url: `${baseUrl(settings)}/rcs/2/capability-check/query`,
		body: {
			sender: requireAgent(settings),
			phoneNumbers: numbers.map((number) => number.replace(/^\+/, '')),
			...platform(settings),
		},
	});
	const { capabilityCheckResults } = asObject(expectOk(response, readFailure));
	const codes = new Map(
		asArray(capabilityCheckResults).map((entry) => {
			const { phoneNumber, code } = asObject(entry);
			return [asString(phoneNumber)?.replace(/^\+/, ''), asString(code)];
		}),
	);
	return numbers.map((number) => toResult(number, codes.get(number.slice(1)), now.toISOString()));
}

/** The meaning of one answer code, for the synchronous check and for its webhook. */
export function toResult(
	to: string,
	code: string | undefined,
	checkedAt: string,
): CapabilityResult {
	const answer = lookUp(answers, code) ?? {
		reachable: 'unknown' as const,
		reason: code ? `Infobip answered ${code}` : 'Infobip gave no answer for this number',
		retryable: true,
	};
	return { to, ...answer, ...(code ? { code } : {}), checkedAt };
}
