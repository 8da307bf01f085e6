import type { MessageProfile } from './limits';
import type { Change } from './problem';
import { cut } from './text';

/** Collects what is changed in a message so that it fits its provider. */
export class Changes {
	readonly all: Change[] = [];

	constructor(readonly profile: MessageProfile) {}

	/** Something the provider lacks, or has no room for, is left out. */
	drop(path: string, why: string): void {
		this.add(path, 'dropped', `${why}: it is left out`);
	}

	add(path: string, action: Change['action'], message: string): void {
		this.all.push({ path, action, message });
	}

	/** The text, cut to `limit` code points where it is longer. */
	cut(path: string, text: string, limit: number): string {
		const short = cut(text, limit);
		if (short !== text) this.add(path, 'cut', `${path} is cut to ${limit} characters`);
		return short;
	}
}
