import { type INodeProperties, tryToParseDateTime } from 'n8n-workflow';
import { lookUp } from '../../core/json';
import { invalid } from './fields';
import type { Job } from './operation';

type DateTime = ReturnType<typeof tryToParseDateTime>;

/** A stretch of time, and an equal one before it. */
export interface Period extends Span {
	before: Span;
}

interface Span {
	from: DateTime;
	to: DateTime;
}

/** How long a period is, and whether it ends now or with the last whole day, week or month. */
interface Preset {
	length: { hours?: number; days?: number; weeks?: number; months?: number };
	endsWith?: 'day' | 'week' | 'month';
}

const presets: Readonly<Record<string, Preset>> = {
	last24Hours: { length: { hours: 24 } },
	last30Days: { length: { days: 30 } },
	last7Days: { length: { days: 7 } },
	lastMonth: { length: { months: 1 }, endsWith: 'month' },
	lastWeek: { length: { weeks: 1 }, endsWith: 'week' },
	yesterday: { length: { days: 1 }, endsWith: 'day' },
};

const period: INodeProperties = {
	displayName: 'Period',
	name: 'period',
	type: 'options',
	options: [
		{ name: 'Custom', value: 'custom' },
		{ name: 'Last 24 Hours', value: 'last24Hours' },
		{ name: 'Last 30 Days', value: 'last30Days' },
		{ name: 'Last 7 Days', value: 'last7Days' },
		{ name: 'Last Month', value: 'lastMonth' },
		{ name: 'Last Week', value: 'lastWeek' },
		{ name: 'Yesterday', value: 'yesterday' },
	],
	default: 'last7Days',
	description:
		"When the messages were sent. Days, weeks (from Monday) and months are whole ones of the workflow's time zone.",
};

const onlyCustom = { show: { period: ['custom'] } };

const from: INodeProperties = {
	displayName: 'From',
	name: 'from',
	type: 'dateTime',
	default: '',
	required: true,
	description: "In the workflow's time zone unless the time names its own",
	displayOptions: onlyCustom,
};

const to: INodeProperties = {
	...from,
	displayName: 'To',
	name: 'to',
	required: false,
	description: "In the workflow's time zone unless the time names its own; if empty, until now",
};

export const periodFields: readonly INodeProperties[] = [period, from, to];

/** The period that the form says, at `now`. @throws RcsError `validation` */
export function periodOf(job: Job, now: Date): Period {
	const ends = tryToParseDateTime(now, job.timezone);
	const preset = lookUp<Preset>(presets, String(job.read(period.name)));
	return preset ? presetPeriod(preset, ends) : customPeriod(job, ends);
}

function presetPeriod({ length, endsWith }: Preset, now: DateTime): Period {
	const end = endsWith ? now.startOf(endsWith) : now;
	const start = end.minus(length);
	return { from: start, to: end, before: { from: start.minus(length), to: start } };
}

function customPeriod(job: Job, now: DateTime): Period {
	const start = timeIn(job, from);
	const end = job.read(to.name) ? timeIn(job, to) : now;
	if (end <= start) throw invalid("The time in the field 'To' must be after the one in 'From'");
	return { from: start, to: end, before: { from: start.minus(end.diff(start)), to: start } };
}

function timeIn({ read, timezone }: Job, { name, displayName }: INodeProperties): DateTime {
	try {
		return tryToParseDateTime(read(name), timezone);
	} catch {
		throw invalid(`The field '${displayName}' does not hold a time`);
	}
}
