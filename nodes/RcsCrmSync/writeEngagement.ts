import { writeBack } from '../../connectors/writeBack';
import { attempt } from './attempt';
import { readItems } from './items';
import type { Job } from './operations';
import { failed, type Outcome, outcomeOf } from './outcome';
import { eventReader, type PhoneEvent } from './readEvent';
import { showWrites } from './showWrites';

/** What becomes of events, by phone. */
export type OutcomesByPhone = (
	job: Job,
	events: readonly PhoneEvent[],
) => Promise<Map<string, Outcome>>;

/** Writes the events of all items at once; each item gets what became of its phone. */
export async function writeEngagement(job: Job): Promise<Outcome[]> {
	const wanted = readItems(job, eventReader(job));
	const events = wanted.flatMap((one) => (one.ok ? [one.want] : []));
	const how = job.options['dryRun'] === true ? showWrites : write;
	const told = await attempt(job, () => how(job, events));
	return wanted.map((one) => {
		if (!one.ok) return one.outcome;
		const { user: phone } = one.want;
		return told.ok ? outcomeIn(told.value, phone) : failed(told.error, { phone });
	});
}

const write: OutcomesByPhone = async ({ run }, events) => {
	const told = await writeBack(run, events);
	return new Map(told.map((one) => [one.phone, outcomeOf(run, one)]));
};

function outcomeIn(told: ReadonlyMap<string, Outcome>, phone: string): Outcome {
	const outcome = told.get(phone);
	if (!outcome) throw new TypeError('The connector told nothing of a phone');
	return outcome;
}
