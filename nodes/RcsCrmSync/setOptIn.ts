import { mergeBesideEdit } from '../../connectors/consentEdit';
import type { FoundRecord } from '../../connectors/lookups';
import type { CrmRun } from '../../connectors/execute';
import { type ContactValues, mergeValues } from '../../connectors/values';
import type { PhoneOutcome } from '../../connectors/phoneOutcome';
import { writeContacts } from '../../connectors/writeBack';
import { attempt } from './attempt';
import { readItems } from './items';
import type { Job } from './operations';
import { optInOf } from './optInValues';
import { done, failed, type Outcome, outcomeOf, recordJson } from './outcome';
import { readStatement, type Statement, writesOf } from './statement';

/** Writes the statements of all items at once, opt-outs first. What is newer on the record stays. */
export async function setOptIn(job: Job): Promise<Outcome[]> {
	const now = new Date(job.run.clock.now());
	const wanted = readItems(job, (i) => readStatement(job, i, now));
	const writes = writesOf(wanted.flatMap((one) => (one.ok ? [one.want] : [])));
	const written = await attempt(job, () => writeContacts(job.run, writes));
	const stated = new Map(writes.map(({ phone, values }) => [phone, values]));
	const told = new Map(written.ok ? written.value.map((one) => [one.phone, one]) : []);
	return wanted.map((one) => {
		if (!one.ok) return one.outcome;
		const { phone } = one.want;
		if (!written.ok) return failed(written.error, { phone });
		return outcomeFor(job, one.want, stated.get(phone) ?? {}, told.get(phone));
	});
}

/** `stated` is what all items together state of the phone. */
function outcomeFor(
	{ run }: Job,
	statement: Statement,
	stated: ContactValues,
	told: PhoneOutcome | undefined,
): Outcome {
	if (!told) throw new TypeError('The connector told nothing of a phone');
	const { phone, state: optInStatus, since } = statement;
	const outcome = outcomeOf(run, told);
	if (outcome.output !== 'done') return outcome;
	const [record] = told.records;
	const reason = whyUnchanged(run, statement, stated, record);
	if (reason === undefined) return done({ ...outcome.json, optInStatus, since });
	const about = record ? { record: recordJson(run, record) } : {};
	return done({ status: 'unchanged', phone, ...about, reason });
}

/** Of what is known, the newest statement counts: the one of the item, or another. */
function whyUnchanged(
	run: CrmRun,
	{ values }: Statement,
	stated: ContactValues,
	before: FoundRecord | undefined,
): string | undefined {
	const counts = (merged: ContactValues) => merged.consentVersion === values.consentVersion;
	if (!counts(mergeValues(stated, values)))
		return 'Another item of this run holds a newer statement of this phone';
	if (!before || counts(mergeBesideEdit(before, values, run.clock.now()))) return undefined;
	const { status, since } = optInOf(run.crm, before);
	return `The record holds a newer statement: ${String(status)} since ${String(since)}`;
}
