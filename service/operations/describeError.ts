import { types } from 'node:util';
import { defined } from '../../core/json';
import type { Clean } from './clean';

/** What a log says of an error. */
export interface ErrorInWords {
	type: string;
	message: string;
	code?: string;
	stack?: string;
	cause?: ErrorInWords;
}

/** Causes of causes that are told. */
const MOST_CAUSES = 3;

/**
 * An error without everything that libraries hang on to it: requests with their headers, answers with their
 * bodies, rows of the database.
 */
export function describeError(error: unknown, clean: Clean, causes = MOST_CAUSES): ErrorInWords {
	if (!types.isNativeError(error)) return { type: typeof error, message: clean(String(error)) };
	const { cause } = error;
	const code = 'code' in error ? String(error.code) : undefined;
	return defined({
		type: error.name,
		message: clean(code === undefined ? error.message : withoutValue(error.message)),
		code,
		stack: framesOf(error),
		cause: cause && causes > 0 ? describeError(cause, clean, causes - 1) : undefined,
	});
}

/** Postgres ends what it says of a value with the value: `invalid input syntax for type date: "..."`. */
function withoutValue(message: string): string {
	return message.replace(/: ".*"$/s, '');
}

/** Where it happened. What stands above that repeats the message. */
function framesOf({ stack }: Error): string | undefined {
	const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
	return frames?.map((line) => line.trim()).join('\n');
}
