import { type Logger, pino, stdTimeFunctions } from 'pino';
import type { Config } from '../config/schema';

/** Where lines go: standard output, or a test. */
export interface Output {
	write(line: string): void;
}

/** A log of JSON, one object a line: `level` in words, `time` in ISO 8601, `msg`, and what it is about. */
export function makeLog({ level }: Config['log'], output: Output): Logger {
	return pino(
		{
			level,
			base: null,
			timestamp: stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
		},
		output,
	);
}
