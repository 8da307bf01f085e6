/** What happens to a part of a message at its provider, as core/message tells it. */
export interface Mark {
	/** Dotted, from the message: `content.cards.3.title`. */
	path: string;
	action: 'cut' | 'dropped' | 'changed' | 'invalid';
	message: string;
}
export type Marks = readonly Mark[];

/** A mark with the number it has in the list of notes, from 1. */
export interface Note extends Mark {
	number: number;
}

/** Answers which notes stand at a part of the message. */
export type NotesAt = (path: string) => readonly Note[];

/**
 * Puts every mark at the closest part that is drawn: `content.card.suggestions.0.url` belongs to the
 * button `content.card.suggestions.0`. What is no part of the content stands in the list of notes only.
 */
export function placeNotes(marks: Marks, drawn: readonly string[]): NotesAt {
	const parts = new Set(drawn);
	const placed = new Map<string, Note[]>();
	marks.forEach((mark, i) => {
		const at = closest(mark.path, parts);
		if (at === undefined) return;
		placed.set(at, [...(placed.get(at) ?? []), { ...mark, number: i + 1 }]);
	});
	return (path) => placed.get(path) ?? [];
}

function closest(path: string, parts: ReadonlySet<string>): string | undefined {
	if (parts.has(path)) return path;
	const dot = path.lastIndexOf('.');
	return dot < 0 ? undefined : closest(path.slice(0, dot), parts);
}
