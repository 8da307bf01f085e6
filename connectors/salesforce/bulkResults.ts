import { asNumber, defined, type JsonObject } from '../../core/json';
import type { Job, JobRequest } from './bulk';
import { parseCsv } from './csv';
import { isPerson } from './people';
import { writeOf } from './targets';

type Line = Readonly<Record<string, string>>;

/** The lines of a list of results that are about rows of the job, by what names the row. */
export function listed({ rows, job: { idField } }: JobRequest, csv: string): Map<string, Line> {
	const ids = new Set(rows.map((row) => writeOf(row).id));
	return new Map(
		parseCsv(csv).flatMap((line): [string, Line][] => {
			const id = line[idField];
			return id !== undefined && ids.has(id) ? [[id, line]] : [];
		}),
	);
}

/** How many rows Salesforce says it worked on, and how many of them failed. */
export function countsOf(answer: JsonObject): Pick<Job, 'processed' | 'failed'> {
	const { numberRecordsProcessed, numberRecordsFailed } = answer;
	return defined({
		processed: asNumber(numberRecordsProcessed),
		failed: asNumber(numberRecordsFailed),
	});
}

/** Whether every row that failed is in the list, as far as Salesforce counts them. */
export function hasFailures(request: JobRequest, csv: string): boolean {
	return listed(request, csv).size >= (request.job.failed ?? 0);
}

/** The same of the rows that were written. */
export function hasSuccesses(request: JobRequest, csv: string): boolean {
	const { processed = request.rows.length, failed = 0 } = request.job;
	return listed(request, csv).size >= processed - failed;
}

/** Of people that may be new, the ids are needed. */
export function wantsIds({ operation, object }: Job): boolean {
	return operation === 'upsert' && isPerson(object);
}
