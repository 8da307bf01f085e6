/** The stretches of time one can choose. `days`: whole days with today; else the last hours. */
export const ranges = {
	'24h': { label: '24 hours', hours: 24 },
	'7d': { label: '7 days', days: 7 },
	'30d': { label: '30 days', days: 30 },
	'90d': { label: '90 days', days: 90 },
} as const;
export type RangeName = keyof typeof ranges;

export function isRange(name: string | undefined): name is RangeName {
	return name !== undefined && Object.hasOwn(ranges, name);
}

/** The query that asks for a range until now, in the reader's time zone. It changes once an hour at most. */
export function rangeQuery(name: RangeName, now: Date = new Date()): string {
	const range = ranges[name];
	const from = new Date(now);
	if ('days' in range) {
		from.setHours(0, 0, 0, 0);
		from.setDate(from.getDate() - range.days + 1);
	} else {
		from.setMinutes(0, 0, 0);
		from.setHours(from.getHours() - range.hours + 1);
	}
	return queryFrom(from);
}

/** Since midnight. */
export function todayQuery(): string {
	const from = new Date();
	from.setHours(0, 0, 0, 0);
	return queryFrom(from);
}

function queryFrom(from: Date): string {
	const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
	return `?${new URLSearchParams({ from: from.toISOString(), zone }).toString()}`;
}
