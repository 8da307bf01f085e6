import * as v from 'valibot';
import { parse } from '../../core/message/schema';
import { badRequest } from '../http/problem';

const DAY = 24 * 3600_000;

const time = v.pipe(
	v.string(),
	v.check((text) => !Number.isNaN(Date.parse(text)), 'must be a time in ISO 8601'),
	v.transform((text) => new Date(text).toISOString()),
);

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
	return { from, to, zone };
}

function isZone(name: string): boolean {
	try {
		return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}
