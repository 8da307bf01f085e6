import { Refusal } from '../errors';
import { type SearchGroup, searchGroups } from './find';

export interface Search {
	text: string;
	group: SearchGroup;
	returning: readonly Returning[];
	limit?: number;
}

interface Returning {
	object: string;
	/** The rest of a query on it: `WHERE ... ORDER BY ... LIMIT ...`. */
	rest: string;
	fields: readonly string[];
}

const STATEMENT =
	/^\s*FIND\s*\{((?:[^}\\]|\\.)*)\}\s*(?:IN\s+(\w+)\s+FIELDS\s+)?RETURNING\s+(.+?)(?:\s+LIMIT\s+(\d+))?\s*$/is;
const RETURNING = /\s*(\w+)\s*(?:\(([^()]*(?:\([^()]*\)[^()]*)*)\))?\s*(,|$)/y;

/** Reads the part of SOSL that the sandbox knows. @throws Refusal for everything else. */
export function parseSearch(statement: string): Search {
	const [, text, group = 'ALL', objects = '', limit] = STATEMENT.exec(statement) ?? [];
	const known = searchGroups.find((one) => one === group.toUpperCase());
	if (text === undefined || !known) throw malformed('FIND {...} IN ... FIELDS RETURNING ...');
	const returning = returned(objects);
	return {
		text,
		group: known,
		returning,
		...(limit === undefined ? {} : { limit: Number(limit) }),
	};
}

function returned(objects: string): Returning[] {
	const found: Returning[] = [];
	RETURNING.lastIndex = 0;
	while (RETURNING.lastIndex < objects.length) {
		const [, object, inner = 'Id'] = RETURNING.exec(objects) ?? [];
		if (object === undefined) throw malformed(`RETURNING ${objects}`);
		const rest = /\s(?:WHERE|ORDER\s+BY|LIMIT)\s.*$/is.exec(inner)?.[0] ?? '';
		const names = inner.slice(0, inner.length - rest.length).split(',');
		found.push({ object, rest, fields: names.map((name) => name.trim()) });
	}
	return found;
}

const malformed = (words: string): Refusal =>
	new Refusal('MALFORMED_SEARCH', `unexpected token in: ${words}`);
