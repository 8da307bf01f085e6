import { tryToParseDateTime } from 'n8n-workflow';
import { CLOCK_SKEW_MS } from '../../connectors/consentEdit';
import { consentValues, type ContactWrite } from '../../connectors/contactWrites';
import { specOf } from '../../connectors/fields';
import { type ContactValues, countedTime, mergeValues } from '../../connectors/values';
import { type StatedState, statedStates } from '../../core/consent/statement';
import { asString } from '../../core/json';
import { parseTime } from '../../core/message/time';
import { invalid, readPhone } from './items';
import type { Job } from './operations';

/** What the person of an item stated. */
export interface Statement {
	phone: string;
	state: StatedState;
	/** ISO 8601 in UTC, as exact as the CRM keeps times. */
	since: string;
	values: ContactValues;
}

/** @throws RcsError `validation` for what is no statement. */
export function readStatement(job: Job, i: number, now: Date): Statement {
	const phone = readPhone(job, i);
	const wanted = job.read('optInStatus', i);
	const state = statedStates.find((known) => known === wanted);
	if (!state)
		throw invalid(
			'The opt-in status is none that is known',
			`It must be one of ${statedStates.join(', ')}.`,
		);
	const at = statedAt(job, i, now);
	if (at > now.getTime() + CLOCK_SKEW_MS)
		throw invalid("'Stated At' lies in the future", 'Enter when the person stated it.');
	const since = countedTime(new Date(at).toISOString(), now.getTime(), job.run.crm.timeStepMs);
	return { phone, state, since, values: consentValues(state, since, sourceOf(job, i)) };
}

/** What is filled in, else when the event of the item happened, else now. */
function statedAt({ context, items, read }: Job, i: number, now: Date): number {
	const value = read('statedAt', i, '');
	if (value === '' || value === null || value === undefined) {
		const occurredAt = asString(items[i]?.json['occurredAt']);
		return parseTime(occurredAt ?? '', 'Z') ?? now.getTime();
	}
	try {
		return tryToParseDateTime(value, context.getTimezone()).toMillis();
	} catch {
		throw invalid("'Stated At' is no time", 'Enter a date and time, such as 2030-01-31T10:00:00Z.');
	}
}

function sourceOf({ read }: Job, i: number): string {
	const source = asString(read('source', i, ''))?.trim() ?? '';
	const { length = 0 } = specOf('consentSource');
	if (source !== '' && source.length <= length) return source;
	throw invalid(
		source === '' ? 'The source is empty' : `The source is longer than ${length} characters`,
		'Say in a few words where the statement comes from.',
	);
}

/** One write a phone: of several statements, the newest counts. */
export function writesOf(statements: readonly Statement[]): ContactWrite[] {
	const writes = new Map<string, ContactWrite>();
	for (const { phone, state, values } of statements) {
		const before = writes.get(phone);
		const urgent = before?.urgent === true || state === 'optedOut';
		writes.set(phone, { phone, values: mergeValues(before?.values ?? {}, values), urgent });
	}
	return [...writes.values()];
}
