import { defined } from '../json';
import type { MessageProfile } from './limits';
import type { Change } from './problem';
import { cut } from './text';

/** Collects what is changed in a message so that it fits its provider. */
export class Changes {
	private readonly found: Change[] = [];
	/** Where entries of lists stand now, by where they stood. */
	private readonly places = new Map<string, string>();

	constructor(readonly profile: MessageProfile) {}

	get all(): Change[] {
		return this.found.map((change) => ({ ...change, ...defined({ at: this.placeOf(change) }) }));
	}

	/** Something the provider lacks, or has no room for, is left out. */
	drop(path: string, why: string): void {
		this.add(path, 'dropped', `${why}: it is left out`);
	}

	/** `at`: where it shows in the changed message, where that is not its path. */
	add(path: string, action: Change['action'], message: string, at?: string): void {
		this.found.push({ path, action, message, ...defined({ at }) });
	}

	/** Of a list's entries, these alone are kept: those after one that is left out move up. */
	keep(list: string, length: number, kept: readonly number[]): void {
		for (let i = 0; i < length; i += 1) {
			const place = kept.indexOf(i);
			this.places.set(`${list}.${i}`, place < 0 ? list : `${list}.${place}`);
		}
	}

	/** The text, cut to `limit` code points where it is longer. */
	cut(path: string, text: string, limit: number): string {
		const short = cut(text, limit);
		if (short !== text) this.add(path, 'cut', `${path} is cut to ${limit} characters`);
		return short;
	}

	private placeOf({ path, at }: Change): string | undefined {
		if (at !== undefined) return at;
		const moved = this.movedEntry(path);
		return moved === path ? undefined : moved;
	}

	/** The path with the place of the list's entry that it lies in. */
	private movedEntry(path: string): string {
		const place = this.places.get(path);
		if (place !== undefined) return place;
		const dot = path.lastIndexOf('.');
		return dot < 0 ? path : this.movedEntry(path.slice(0, dot)) + path.slice(dot);
	}
}
