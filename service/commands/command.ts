import type { Problem } from '../../core/message/problem';

/** What a command reads and writes: the process's own streams, or a test's. */
export interface Io {
	stdin(): Promise<string>;
	stdout(text: string): void;
	stderr(text: string): void;
	now(): Date;
}

export interface Command {
	summary: string;
	help: string;
	/** @throws CommandError for input a person can correct. */
	run(args: string[], io: Io): Promise<void>;
}

/** Input a person can correct. */
export class CommandError extends Error {
	constructor(readonly problems: readonly Problem[]) {
		super(problems.map((problem) => problem.message).join('\n'));
	}
}

/** A CommandError for one place. */
export function wrong(path: string, message: string): CommandError {
	return new CommandError([{ path, message }]);
}
