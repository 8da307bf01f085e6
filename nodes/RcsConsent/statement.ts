import { tryToParseDateTime } from 'n8n-workflow';
import { lacksTime } from '../../core/consent/origin';
import { consentSources, type ConsentStatement } from '../../core/consent/statement';
import { eventTypes } from '../../core/event/types';
import { asObject, asString, defined, type JsonObject } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';
import { parseTime } from '../../core/message/time';
import type { Job } from './job';
import { invalid, type Key, readKey } from './readItems';

/** A statement as the service takes it; it knows by the id what it was told before. */
export type Statement = Key &
	Pick<ConsentStatement, 'id' | 'state' | 'level' | 'origin' | 'source'> & {
		occurredAt?: string;
		proof?: Record<string, string>;
	};

type Stated = Pick<ConsentStatement, 'state' | 'level'>;

const confirmations: Readonly<Record<string, Stated>> = {
	single: { state: 'optedIn', level: 'single' },
	double: { state: 'optedIn', level: 'double' },
	pending: { state: 'pending', level: 'double' },
};
const optedOut: Stated = { state: 'optedOut', level: 'single' };

/** @throws RcsError `validation` for what is no statement. */
export function readStatement(job: Job, optIn: boolean, i: number): Statement {
	const { read } = job;
	const stated = optIn ? confirmations[String(read('confirmation', i, 'single'))] : optedOut;
	const origin = (['person', 'admin'] as const).find(
		(one) => one === read('saidBy', i, optIn ? 'admin' : 'person'),
	);
	const source = consentSources.find((known) => known === read('source', i, 'form'));
	if (!stated) throw unknown('Confirmation', Object.keys(confirmations));
	if (!origin) throw unknown('Said By', ['person', 'admin']);
	if (!source) throw unknown('Source', consentSources);
	const proof = readProof(job, i);
	const occurredAt = statedAt(job, optIn, i);
	const statement = defined({ ...readKey(job, i), ...stated, origin, source, proof, occurredAt });
	if (lacksTime(statement))
		throw invalid(
			`An opt-in of the person from the source '${source}' has no time`,
			"Fill in 'Stated At' with the time at which the person agreed, or set 'Said By' to Admin: as of now, it would end every opt-out.",
		);
	return { ...statement, id: idOf(job, statement, i) };
}

function unknown(field: string, known: readonly string[]) {
	return invalid(`'${field}' is none that is known`, `It must be one of ${known.join(', ')}.`);
}

/**
 * What is filled in, else when the event of the item happened; absent: now, by the clock of the service. An
 * opt-out takes the time of an event of RCS only: dated back by another, such as an order, it might count as
 * older than an opt-in.
 */
function statedAt({ context, read }: Job, optIn: boolean, i: number): string | undefined {
	const value = read('statedAt', i, '');
	if (!isEmpty(value)) return isoTime(value, 'Stated At', context.getTimezone());
	const item = asObject(context.getInputData()[i]?.json);
	if (!optIn && !isRcsEvent(item)) return undefined;
	const at = parseTime(asString(item['occurredAt']) ?? '', 'Z');
	return at === undefined ? undefined : new Date(at).toISOString();
}

/** Whether an item is an event as RCS Trigger gives it. */
function isRcsEvent({ type, eventId, provider }: JsonObject): boolean {
	const isNamed = asString(eventId) !== undefined && asString(provider) !== undefined;
	return isNamed && eventTypes.some((known) => known === type);
}

function readProof({ context, read }: Job, i: number): Record<string, string> | undefined {
	const filled = Object.entries(asObject(read('proof', i, {}))).flatMap(([name, value]) => {
		if (isEmpty(value)) return [];
		if (name === 'consentedAt')
			return [[name, isoTime(value, 'Agreed At', context.getTimezone())] as const];
		return [[name, String(value)] as const];
	});
	return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || String(value).trim() === '';
}

function isoTime(value: unknown, field: string, timezone: string): string {
	try {
		return tryToParseDateTime(value, timezone).toUTC().toISO() ?? '';
	} catch {
		const advice = 'Enter a date and time, such as 2030-01-31T10:00:00Z.';
		throw invalid(`'${field}' is no time`, advice);
	}
}

/**
 * The same for the same statement: with a time of its own, whoever tells it; without one, in n8n's own retry
 * of the node.
 */
export function idOf({ context }: Job, statement: Omit<Statement, 'id'>, i: number): string {
	const said = JSON.stringify(Object.entries(statement).sort());
	if (statement.occurredAt !== undefined) return deriveMessageId(['consent', said]);
	const { $runIndex } = context.getWorkflowDataProxy(0);
	const run = typeof $runIndex === 'number' ? $runIndex : 0;
	const workflow = context.getWorkflow().id ?? '';
	const place = [workflow, context.getExecutionId(), context.getNode().id, run, i];
	return deriveMessageId(['consent', said, ...place]);
}
