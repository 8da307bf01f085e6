import type { FieldNames } from './fieldName';

/** A path with at least two parts, as problems and changes name them: `content.cards.2.title`. */
const PATHS = /(?<![\w.'"/@-])[a-z]\w*(?:\.\w+)+(?![\w/@])/gi;

/**
 * Problems or changes in the words of the panel: "Card 3: Title is empty". The `path` stays, for programs. What the
 * panel has no name for keeps its path.
 */
export function inPanelWords<T extends { path: string; message: string }>(
	fields: FieldNames,
	said: readonly T[],
): T[] {
	return said.map((one) => ({ ...one, message: worded(fields, one) }));
}

function worded(fields: FieldNames, { path, message }: { path: string; message: string }): string {
	const name = nameOf(fields, path);
	const own = name === undefined ? message : withName(message, path, name);
	return own.replace(PATHS, (found) => nameOf(fields, found) ?? found);
}

/** A path of one word may be a word of the sentence as well: it stands first, or after what speaks of a field. */
function withName(message: string, path: string, name: string): string {
	if (path.includes('.')) {
		const leaf = path.slice(path.lastIndexOf('.') + 1);
		return message.replaceAll(path, name).replace(`option '${leaf}'`, `option '${name}'`);
	}
	const pattern = new RegExp(`(^|\\b(?:for|takes|carries|or|and) )${path}(?![\\w.])`, 'g');
	return message.replace(pattern, (_, before: string) => `${before}${name}`);
}

/** What the panel calls a path: the names on the way to it that are needed to find it. */
function nameOf(fields: FieldNames, path: string): string | undefined {
	const steps = path.split('.');
	const names: string[] = [];
	let at = fields;
	for (const [i, step] of steps.entries()) {
		const next = stepTo(at, step, steps.slice(i).join('.'));
		if (!next) return undefined;
		at = next.fields;
		const isLast = i === steps.length - 1 || next.isRest;
		if (next.name !== undefined && (isLast || at.alone !== true)) names.push(next.name);
		if (next.isRest) break;
	}
	return names.length > 0 ? names.join(': ') : undefined;
}

interface Step {
	fields: FieldNames;
	name: string | undefined;
	/** A name that people gave takes all that is left of the path: it may hold dots. */
	isRest: boolean;
}

function stepTo({ parts = {}, each }: FieldNames, step: string, rest: string): Step | undefined {
	const part = Object.hasOwn(parts, step) ? parts[step] : undefined;
	if (part) return { fields: part, name: part.name, isRest: false };
	if (!each) return undefined;
	const isNumber = /^\d+$/.test(step);
	const shown = isNumber ? String(Number(step) + 1) : rest;
	return { fields: each, name: each.name?.replace('#', () => shown), isRest: !isNumber };
}
