import type { Asked } from '../../core/askAll';
import { readConsent, type ToldConsent } from './consent';
import { askMany, type Job } from './job';
import { failed, type Outcome, told } from './outcome';
import { forGood, type Key, readItems, readKey } from './readItems';

/** Says of all items at once what holds for their people. */
export function check(job: Job): Promise<Outcome[]> {
	return forGood(
		readItems(job, (i) => readKey(job, i)),
		async (keys) =>
			(await checkKeys(job, keys)).map((answer, i) =>
				answer.ok ? told(answer.value) : failed(answer.error, keys[i]?.phone),
			),
		failed,
	);
}

export function checkKeys(job: Job, keys: readonly Key[]): Promise<Asked<ToldConsent>[]> {
	return askMany(job, '/v1/consent/check', 'checks', keys, (result, { phone }) =>
		readConsent(result, phone),
	);
}
