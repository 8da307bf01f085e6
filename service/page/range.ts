import * as v from 'valibot';
import { parse } from '../../core/message/schema';
import { badRequest } from '../http/problem';

const DAY = 24 * 3600_000;

/** There is a bar for each day: more of them are no picture, and cost a look into the store each. */
const MOST_DAYS = 800;

/** Years of four digits are what the store reads the same way. */
const time = v.pipe(
	v.string(),
	v.check((text) => /^\d{4}-/.test(isoOf(text) ?? ''), 'must be a time in ISO 8601'),
	v.transform((text) => new Date(text).toISOString()),
);

/** Offsets are not taken: the store reads `+05:30` as west of Greenwich. */
const zoneName = v.pipe(v.string(), v.check(isZone, 'must be a time zone, such as Europe/Berlin'));

const schema = v.object({
	from: v.optional(time),
	to: v.optional(time),
	zone: v.optional(zoneName, 'UTC'),
});

/** A stretch of time (ISO 8601 in UTC), and the time zone whose days and hours it is told in. */
export interface Range {
	from: string;
	to: string;
	zone: string;
}

/** How long a time is, in milliseconds. */
export function lengthOf({ from, to }: Pick<Range, 'from' | 'to'>): number {
	return Date.parse(to) - Date.parse(from);
}

/** Reads `from`, `to` (until now) and `zone` (UTC) of a query; the last seven days without. @throws HttpProblem 400 */
export function readRange(query: Record<string, string>, now: number): Range {
	const parsed = parse(schema, query, 'query', 'secret');
	if (!parsed.ok) throw badRequest(parsed.problems);
	const { to = new Date(now).toISOString(), zone } = parsed.value;
	const { from = new Date(Date.parse(to) - 7 * DAY).toISOString() } = parsed.value;
	if (lengthOf({ from, to }) > MOST_DAYS * DAY) throw badRequest([tooLong]);
	return { from, to, zone };
}

const tooLong = {
	path: 'query.from',
	message: `query.from must be at most ${MOST_DAYS} days before query.to`,
};

/** The same in UTC; nothing, where it is no time. */
function isoOf(text: string): string | undefined {
	const at = Date.parse(text);
	return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}

function isZone(name: string): boolean {
	if (!/^[A-Z]/i.test(name)) return false;
	try {
		return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}
