import type { Asked } from '../../core/askAll';
import { describeProblems, type ProviderError, providerError, RcsError } from '../../core/errors';
import { asObject, asString, defined, type JsonObject } from '../../core/json';
import { toE164 } from '../../core/message/phone';
import { expressionProblem } from '../shared/expressionError';
import type { Job } from './job';

/** Whose consent an item is about, and for what. */
export interface Key {
	phone: string;
	/** Absent: all agents. */
	agent?: string;
	purpose: string;
}

/** Reads every item; one that is wrong does not hold up the others. */
export function readItems<T>(job: Job, readItem: (i: number) => T): Asked<T>[] {
	return job.context.getInputData().map((_, i): Asked<T> => {
		try {
			return { ok: true, value: readItem(i) };
		} catch (error) {
			return { ok: false, error: problemOf(job, error, i) };
		}
	});
}

function problemOf({ context }: Job, error: unknown, i: number): ProviderError {
	if (error instanceof RcsError) return error.detail;
	const problems = [expressionProblem(context, error, i)];
	return providerError('validation', describeProblems(problems), { problems });
}

/** @throws RcsError `validation` for what is no phone or no purpose. */
export function readKey({ read }: Job, i: number): Key {
	const options = asObject(read('options', i, {}));
	const agent = asString(asString(options['agent'])?.trim());
	return {
		phone: readPhone(read('phoneNumber', i, ''), options),
		...defined({ agent }),
		purpose: readPurpose(read, i),
	};
}

function readPhone(written: unknown, options: JsonObject): string {
	const text = asString(written)?.trim() ?? '';
	const phone = toE164(text, asString(options['defaultCountry'])?.trim());
	if (phone !== undefined) return phone;
	throw invalid(
		text === '' ? 'The phone number is empty' : 'The number is not a valid phone number',
		"Write it with + and its country code, or set the option 'Default Country'.",
	);
}

export function readPurpose(read: Job['read'], i: number): string {
	const chosen = asString(read('purpose', i, 'marketing'))?.trim() ?? '';
	const purpose = chosen === 'other' ? asString(read('purposeName', i, ''))?.trim() : chosen;
	if (purpose) return purpose;
	throw invalid('The purpose is empty', "Fill in the field 'Purpose Name', such as newsletter.");
}

export function invalid(message: string, advice: string): RcsError {
	return new RcsError(providerError('validation', message, { advice }));
}

/**
 * Does something for all items that could be read, at once, and puts what came of it and what was wrong
 * with the others in their order.
 */
export async function forGood<T, R>(
	items: readonly Asked<T>[],
	work: (good: readonly T[]) => Promise<readonly R[]>,
	refused: (error: ProviderError) => R,
): Promise<R[]> {
	const good = items.flatMap((item) => (item.ok ? [item.value] : []));
	const done = (await work(good)).values();
	return items.map((item) => {
		if (!item.ok) return refused(item.error);
		const { value } = done.next();
		if (value === undefined) throw new TypeError('An item got no outcome');
		return value;
	});
}
