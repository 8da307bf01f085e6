import { askAll, type Asked } from '../../core/askAll';
import { asArray, type JsonObject } from '../../core/json';
import { clock } from '../shared/clock';
import { checkKeys } from './check';
import type { Job } from './job';
import { failed, type Outcome, told } from './outcome';
import { forGood, type Key, readItems, readKey } from './readItems';

/** The service tells of one person a call. */
const CONCURRENCY = 10;

/** What holds for the purpose of each item, and everything that was ever stated about its person. */
export function getHistory(job: Job): Promise<Outcome[]> {
	return forGood(
		readItems(job, (i) => readKey(job, i)),
		(keys) => historiesOf(job, keys),
		failed,
	);
}

async function historiesOf(job: Job, keys: readonly Key[]): Promise<Outcome[]> {
	const held = await checkKeys(job, keys);
	const people = keys.flatMap(({ phone }, i) => (held[i]?.ok ? [phone] : []));
	const histories = await askEach(job, [...new Set(people)]);
	return keys.map(({ phone }, i) => {
		const consent = held[i];
		const history = histories.get(phone);
		if (consent && !consent.ok) return failed(consent.error, phone);
		if (history && !history.ok) return failed(history.error, phone);
		if (!consent || !history) throw new TypeError('A person got no history');
		const { consents, statements } = history.value;
		return told(consent.value, { consents: asArray(consents), statements: asArray(statements) });
	});
}

async function askEach(
	{ service, retries }: Job,
	phones: readonly string[],
): Promise<Map<string, Asked<JsonObject>>> {
	const ask = (phone: string) => service.post('/v1/consent/history', { phone });
	const answers = await askAll(phones, ask, { concurrency: CONCURRENCY, retries }, clock);
	return new Map(
		phones.flatMap((phone, i) => {
			const answer = answers[i];
			return answer ? [[phone, answer] as const] : [];
		}),
	);
}
