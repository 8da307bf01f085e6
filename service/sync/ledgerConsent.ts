import { overOptIn } from '../../connectors/consentEdit';
import { consentValues } from '../../connectors/contactWrites';
import { type ContactValues, countedTime } from '../../connectors/values';
import { consentFor, statementsFor } from '../../core/consent/applies';
import type { ConsentSource, ConsentStatement } from '../../core/consent/statement';
import type { CrmAccount } from '../config/crmAccounts';

/** The consent that a CRM's fields hold, as the ledger has it; nothing, where nobody stated any. */
export function consentInLedger(
	{ crm, sync }: CrmAccount,
	statements: readonly ConsentStatement[],
	now: number,
): ContactValues {
	const counting = statementsFor(sync, statements);
	const { state, decidedBy, since } = consentFor(sync, statements);
	if (state === 'none' || !decidedBy || since === undefined) return {};
	const last = asOf(counting, state, since);
	const source = sourceOf(decidedBy);
	const isOver = state === 'optedOut' && last > since;
	const at = countedTime(last, now, crm.timeStepMs);
	return consentValues(state, at, isOver ? overOptIn(source) : source);
}

/**
 * Until when consent that a record got from this ledger was part of what the ledger decides now: statements
 * within what the CRM keeps as one time were told as one after the other, each with the note on its record.
 */
export function decidedUntil(
	{ crm: { timeStepMs = 1 }, sync }: CrmAccount,
	statements: readonly ConsentStatement[],
	now: number,
): string {
	const counting = statementsFor(sync, statements);
	const last = counting.map(timeOf).reduce(later, new Date(0).toISOString());
	const ahead = counting.length * STEPS_A_STATEMENT * timeStepMs;
	return new Date(Date.parse(countedTime(last, now, timeStepMs)) + ahead).toISOString();
}

/** The note that an edit was taken, and what is put back over it. */
const STEPS_A_STATEMENT = 2;

/**
 * As of when a consent is told. Where somebody stated another one later that does not hold, such as an
 * admin's opt-in over a person's opt-out, that is what records may show, and they take nothing older: so
 * what holds is told anew, as of the last word.
 */
function asOf(
	statements: readonly ConsentStatement[],
	holds: ConsentStatement['state'],
	since: string,
): string {
	const words = statements.filter(({ state }) => state !== 'pending');
	const isDoubted = words.some((word) => word.state !== holds && timeOf(word) >= since);
	return isDoubted ? words.map(timeOf).reduce(later, since) : since;
}

/** Nothing counts as later than it was recorded. */
function timeOf({ occurredAt, recordedAt }: ConsentStatement): string {
	return occurredAt < recordedAt ? occurredAt : recordedAt;
}

function later(a: string, b: string): string {
	return a > b ? a : b;
}

const crmNames: Readonly<Partial<Record<ConsentSource, string>>> = {
	hubspot: 'HubSpot',
	salesforce: 'Salesforce',
};

/** As records name it: an edit in a CRM is no word of the person. */
function sourceOf({ source, proof }: ConsentStatement): string {
	const crm = crmNames[source];
	if (crm !== undefined) return `edited in ${crm}`;
	return source === 'keyword' && proof?.text !== undefined ? `keyword ${proof.text}` : source;
}
