import type { JsonObject } from '../../../json';
import { Refusal } from '../errors';
import type { Caller, Org } from '../org';
import { keyOf } from '../records/indexes';
import { duplicateKey, repeated, type RowWork, runRows } from '../records/rows';
import { create, recordById, remove, update, upsert } from '../records/save';
import { fieldOf } from '../schema/schema';
import { rowReader } from './columns';
import { readCsv } from './csv';
import { delimiters, type Job } from './job';

/** Carries out a job. One that cannot be read fails as a whole; otherwise each row has its own result. */
export function runJob(org: Org, caller: Caller, job: Job): void {
	const csv = readCsv(job.data ?? '', job.lineEnding, delimiters[job.columnDelimiter] ?? ',');
	if (!csv.ok) return fail(job, csv.problem);
	job.header = csv.header;
	try {
		const read = rowReader(org, caller.access, job.object, csv.header);
		const results = runRows(org, worksOf(org, caller, job, csv.rows.map(read)), false);
		results.forEach((result, index) => {
			const row = csv.rows[index] ?? [];
			if (result.ok) job.successful.push({ id: result.id, created: result.created ?? false, row });
			else job.failed.push({ error: wordsOf(result.refusal), row });
		});
		job.state = 'JobComplete';
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		job.unprocessed = csv.rows;
		fail(job, error.message);
	}
}

function fail(job: Job, problem: string): void {
	job.state = 'Failed';
	job.problem = problem;
}

function worksOf(org: Org, caller: Caller, job: Job, inputs: readonly JsonObject[]): RowWork[] {
	const { object, operation, keyField = 'Id' } = job;
	const key = fieldOf(object, keyField);
	const keys = inputs.map((input) => {
		const value = input[keyField];
		return key && value !== undefined && value !== null ? keyOf(key, String(value)) : undefined;
	});
	const twice = operation === 'insert' ? new Set<number>() : repeated(keys);
	return inputs.map((input, index) => () => {
		if (twice.has(index)) throw duplicateKey(keyField, String(input[keyField]));
		const { Id: id, ...fields } = input;
		if (operation === 'insert')
			return { record: create(org, caller, object, fields), created: true };
		if (operation === 'upsert' && key && keyField !== 'Id')
			return upsert(org, caller, object, key, fields);
		if (operation === 'upsert' && id === undefined)
			return { record: create(org, caller, object, fields), created: true };
		if (id === undefined)
			throw new Refusal('MISSING_ARGUMENT', 'Id not specified in an update call');
		const record = recordById(org, object, id);
		if (operation === 'delete') remove(org, caller, record);
		else update(org, caller, record, fields);
		return { record };
	});
}

/** `CODE:message:fields --`, as the results have it. */
const wordsOf = ({ code, message, fields = [] }: Refusal): string =>
	fields.length > 0 ? `${code}:${message}:${fields.join(',')} --` : `${code}:${message}:--`;
