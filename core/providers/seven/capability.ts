import type { CapabilityResult } from '../../capability';
import { RcsError } from '../../errors';
import { asArray, asBoolean, asObject, asString, type JsonObject } from '../../json';
import type { Call } from '../../provider';
import { refusalIn } from './errors';
import { sevenNumber } from './number';
import { ask } from './request';

/** GET /lookup/rcs?number=a,b. The answer is a list, or for one number the object alone. */
export async function capability(
	call: Call,
	numbers: readonly string[],
): Promise<CapabilityResult[]> {
	const list = numbers.map(sevenNumber).map(encodeURIComponent).join(',');
	const body = await ask(call, 'GET', `/lookup/rcs?number=${list}`);
	// Without a code, `success: false` is about the number that was asked for alone.
	const refusal = refusalIn(body);
	if (refusal?.code !== undefined) throw new RcsError(refusal);
	const entries = (Array.isArray(body) ? asArray(body) : [body]).map(asObject);
	const checkedAt = call.now.toISOString();
	return numbers.map((to) => {
		const entry = entries.find((one) => isAbout(one, to)) ?? onlyOne(numbers, entries);
		return { to, ...answerOf(entry), checkedAt };
	});
}

function isAbout({ international }: JsonObject, to: string): boolean {
	const number = asString(international)?.replace(/\D/g, '');
	return number !== undefined && number === sevenNumber(to);
}

/** An answer to one number is about it, however it writes the number. */
function onlyOne(
	numbers: readonly string[],
	entries: readonly JsonObject[],
): JsonObject | undefined {
	return numbers.length === 1 && entries.length === 1 ? entries[0] : undefined;
}

type Answer = Pick<CapabilityResult, 'reachable' | 'reason' | 'features' | 'retryable'>;

const NO_WORD: Answer = {
	reachable: 'unknown',
	reason: 'seven.io does not say what this number can receive',
	retryable: true,
};

/** A number without any capability cannot receive RCS. A look-up that failed says nothing of it. */
function answerOf({ success, rcs_capabilities }: JsonObject = {}): Answer {
	if (asBoolean(success) === false || !Array.isArray(rcs_capabilities)) return NO_WORD;
	const features = asArray(rcs_capabilities).flatMap((name) => asString(name) ?? []);
	return features.length > 0
		? { reachable: 'yes', features }
		: { reachable: 'no', reason: 'The number has no RCS capabilities', features };
}
