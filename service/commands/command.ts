import type { Problem } from '../../core/message/problem';

/** What a command reads and writes: the process's own streams, or a test's. */
export interface Io {
	stdin(): Promise<string>;
	stdout(text: string): void;
	stderr(text: string): void;
	now(): Date;
	env: Readonly<Record<string, string | undefined>>;
}

/** Exit status of a command whose input was right: 1 where something is left for a person to do. */
export type Status = 0 | 1;

export interface Command {
	summary: string;
	help: string;
	/** @throws CommandError for input a person can correct. */
	run(args: string[], io: Io): Promise<Status>;
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
