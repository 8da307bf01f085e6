import { describeProblems, providerError, RcsError } from '../../core/errors';
import { asString } from '../../core/json';
import { toE164 } from '../../core/message/phone';
import { expressionProblem } from '../shared/expressionError';
import { failed, type Outcome } from './outcome';
import type { Job } from './operations';
import { countryOf } from './options';

/** What is to be done for an item, or its outcome where nothing can be done. */
export type Wanted<T> = { ok: true; want: T } | { ok: false; outcome: Outcome };

/** Reads every item; one that is wrong does not hold up the others. */
export function readItems<T>(job: Job, readItem: (i: number) => T | Outcome): Wanted<T>[] {
	return job.items.map((_, i): Wanted<T> => {
		try {
			const read = readItem(i);
			return isOutcome(read) ? { ok: false, outcome: read } : { ok: true, want: read };
		} catch (error) {
			return { ok: false, outcome: failed(problemOf(job, error, i)) };
		}
	});
}

function isOutcome(read: unknown): read is Outcome {
	return typeof read === 'object' && read !== null && 'output' in read;
}

function problemOf({ context }: Job, error: unknown, i: number) {
	if (error instanceof RcsError) return error.detail;
	const problems = [expressionProblem(context, error, i)];
	return providerError('validation', describeProblems(problems), { problems });
}

/** The phone of an item. @throws RcsError `validation` when it is none. */
export function readPhone({ read, options }: Job, i: number): string {
	const written = asString(read('phoneNumber', i, ''))?.trim() ?? '';
	return asPhone(written, countryOf(options));
}

/** A number in E.164. @throws RcsError `validation` when it is no phone number. */
export function asPhone(written: string, country: string | undefined): string {
	const phone = toE164(written, country);
	if (phone !== undefined) return phone;
	throw invalid(
		written === '' ? 'The phone number is empty' : 'The number is not a valid phone number',
		"Write it with + and its country code, or set the option 'Default Country'.",
	);
}

export function invalid(message: string, advice: string): RcsError {
	return new RcsError(providerError('validation', message, { advice }));
}
