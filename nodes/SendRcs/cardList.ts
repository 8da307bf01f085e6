import { valueAt } from '../../core/json';
import type { Card } from '../../core/message/types';

/** A `{field}`, in any language a column is named in, or a whole `{{placeholder}}`, which is not ours. */
const FIELD = /\{\{[^{}]*\}\}|\{([\p{L}\p{M}\p{N}_$.-]+)\}/gu;

/**
 * One card of each entry: the pattern's texts and links with `{field}` replaced by the entry's field.
 * `{image.src}` reaches into objects, `{images.0.src}` into lists. What an entry lacks becomes empty, and an empty part is left out.
 */
export function cardsFromList(entries: readonly unknown[], pattern: Card): Card[] {
	return entries.map((entry) => withoutEmpty(fillIn(pattern, entry)));
}

function fillIn<T>(value: T, entry: unknown): T;
function fillIn(value: unknown, entry: unknown): unknown {
	if (typeof value === 'string')
		return value.replace(FIELD, (all, path?: string) => (path ? field(entry, path) : all));
	if (Array.isArray(value)) return value.map((part: unknown) => fillIn(part, entry));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fillIn(part, entry)]));
}

function field(entry: unknown, path: string): string {
	const found = valueAt(entry, path);
	return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

function withoutEmpty({ title, description, media, suggestions }: Card): Card {
	return {
		...(title ? { title } : {}),
		...(description ? { description } : {}),
		...(media?.url ? { media } : {}),
		...(suggestions ? { suggestions } : {}),
	};
}
