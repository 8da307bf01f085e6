import type { CapabilityResult } from '../../capability';
import { RcsError } from '../../errors';
import { asArray, asObject, asString, type JsonObject, lookUp } from '../../json';
import type { Call } from '../../provider';
import { invalid } from '../../send';
import { requireAgent } from './agent';
import { platform } from './platform';
import { statusError } from './errors';
import { request } from './request';

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
	call: Call,
	numbers: readonly string[],
): Promise<CapabilityResult[]> {
	const path = '/rcs/2/capability-check/query';
	const body = await request(call, 'POST', path, question(call, numbers));
	const { capabilityCheckResults } = asObject(body);
	const codes = new Map(
		asArray(capabilityCheckResults).map((entry) => {
			const { phoneNumber, code } = asObject(entry);
			return [asString(phoneNumber)?.replace(/^\+/, ''), asString(code)];
		}),
	);
	const checkedAt = call.now.toISOString();
	return numbers.map((number) => toResult(number, codes.get(number.slice(1)), checkedAt));
}

/** The most numbers one request takes whose answers come by webhook. */
const MOST_BY_WEBHOOK = 10_000;

/**
 * POST /rcs/2/capability-check/notify: up to 10,000 numbers, one webhook a number. Without `url` the
 * answers go to the subscriptions for CAP_CHECK, which alone prove where they come from.
 *
 * @throws RcsError for more numbers, and where every number was refused.
 */
export async function capabilityByWebhook(
	call: Call,
	numbers: readonly string[],
	url: string,
): Promise<void> {
	if (numbers.length > MOST_BY_WEBHOOK) {
		const message = `numbers: Infobip takes up to ${MOST_BY_WEBHOOK} at once, not ${numbers.length}`;
		throw new RcsError(invalid([{ path: 'numbers', message }]));
	}
	const target = url ? { notifyUrl: url, notifyContentType: 'application/json' } : {};
	const path = '/rcs/2/capability-check/notify';
	const body = await request(call, 'POST', path, { ...question(call, numbers), ...target });
	const states = asArray(asObject(body)['capabilityCheckRequestStates']).map(
		(entry) => asString(asObject(entry)['status']) ?? '',
	);
	const [first] = states;
	if (first !== undefined && states.every((name) => name.startsWith('REJECTED_')))
		throw new RcsError(statusError({ groupName: 'REJECTED', name: first }));
}

function question({ settings }: Call, numbers: readonly string[]): JsonObject {
	return {
		sender: requireAgent(settings),
		phoneNumbers: numbers.map((number) => number.replace(/^\+/, '')),
		...platform(settings),
	};
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
