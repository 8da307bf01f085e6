import type { JsonObject } from '../../core/json';
import { readConsent, type ToldConsent } from './consent';
import { askMany, type Job } from './job';
import { failed, type Outcome, told } from './outcome';
import { forGood, readItems } from './readItems';
import { readStatement, type Statement } from './statement';

export function optIn(job: Job): Promise<Outcome[]> {
	return record(job, true);
}

export function optOut(job: Job): Promise<Outcome[]> {
	return record(job, false);
}

/** Records the statements of all items at once, and tells what holds with them. */
function record(job: Job, isOptIn: boolean): Promise<Outcome[]> {
	return forGood(
		readItems(job, (i) => readStatement(job, isOptIn, i)),
		(statements) => recordAll(job, statements),
		failed,
	);
}

interface Recorded {
	consent: ToldConsent;
	/** False: the service was told before. */
	recorded: boolean;
}

export async function recordAll(job: Job, statements: readonly Statement[]): Promise<Outcome[]> {
	const answers = await askMany(job, '/v1/consent', 'statements', statements, readRecorded);
	return answers.map((answer, i) => {
		if (!answer.ok) return failed(answer.error, statements[i]?.phone);
		const { consent, recorded } = answer.value;
		return told(consent, { recorded });
	});
}

function readRecorded(result: JsonObject, { phone }: Statement): Recorded | undefined {
	const { recorded } = result;
	const consent = readConsent(result['consent'], phone);
	return consent && typeof recorded === 'boolean' ? { consent, recorded } : undefined;
}
