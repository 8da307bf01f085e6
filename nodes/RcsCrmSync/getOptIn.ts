import type { FoundRecord } from '../../connectors/lookups';
import { lookUp } from '../../connectors/lookUp';
import { attempt } from './attempt';
import { readItems, readPhone } from './items';
import type { Job } from './operations';
import { optInOf } from './optInValues';
import { done, failed, type Outcome, recordJson, unmatched } from './outcome';

/** Looks the phones of all items up at once, each of them once. */
export async function getOptIn(job: Job): Promise<Outcome[]> {
	const wanted = readItems(job, (i) => readPhone(job, i));
	const phones = new Set(wanted.flatMap((one) => (one.ok ? [one.want] : [])));
	const found = await attempt(job, () => lookUp(job.run, [...phones]));
	return wanted.map((one) => {
		if (!one.ok) return one.outcome;
		const phone = one.want;
		return found.ok ? told(job, phone, found.value.get(phone)) : failed(found.error, { phone });
	});
}

function told({ run }: Job, phone: string, records: readonly FoundRecord[] = []): Outcome {
	const [record, ...others] = records;
	if (!record || others.length > 0) return unmatched(run, phone, records);
	return done({ phone, ...optInOf(run.crm, record), record: recordJson(run, record) });
}
