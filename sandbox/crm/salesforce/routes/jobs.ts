import { compact, isObject } from '../../../json';
import { INTEGRATION_USER } from '../account';
import type { ApiAnswer, ApiCall, Route } from '../api';
import { writeCsv } from '../bulk/csv';
import { delimiters, isOver, type Job, progressOf, showJob } from '../bulk/job';
import type { Jobs, NewJob } from '../bulk/jobs';
import { Refusal } from '../errors';
import { visibleObject } from '../records/save';
import { fieldOf } from '../schema/schema';

const PATH = '/jobs/ingest';
const JOB = `${PATH}/:id`;
const operations = ['insert', 'update', 'upsert', 'delete'] as const;

/** Bulk API 2.0, ingest. */
export function jobRoutes(jobs: Jobs): readonly Route[] {
	const named = (call: ApiCall): Job => jobs.find(call.params['id'] ?? '');
	const shown = (job: Job): object => showJob(job, INTEGRATION_USER.id);

	function change(call: ApiCall): ApiAnswer {
		const job = named(call);
		const state = isObject(call.body) ? call.body['state'] : undefined;
		if (state === 'UploadComplete') jobs.close(job);
		else if (state === 'Aborted') jobs.abort(job);
		else throw new Refusal('INVALIDJOB', 'state has to be UploadComplete or Aborted');
		return { status: 200, body: shown(job) };
	}

	function upload(call: ApiCall): ApiAnswer {
		if (!call.headers['content-type']?.startsWith('text/csv'))
			throw new Refusal('UNSUPPORTED_MEDIA_TYPE', 'Content type text/csv is needed');
		jobs.upload(named(call), call.text);
		return { status: 201 };
	}

	/** The rows of a job that is over, as CSV. */
	const result =
		(lines: (job: Job) => string[][]) =>
		(call: ApiCall): ApiAnswer => {
			const job = named(call);
			if (!isOver(job))
				throw new Refusal('INVALIDJOBSTATE', `The job is in state ${job.state}: no results yet`);
			return { status: 200, body: writeCsv(lines(job)) };
		};

	return [
		{
			method: 'POST',
			path: PATH,
			handle: (call) => ({ status: 200, body: shown(jobs.open(readJob(call))) }),
		},
		{
			method: 'GET',
			path: PATH,
			handle: () => ({
				status: 200,
				body: { done: true, records: jobs.list().map(shown), nextRecordsUrl: null },
			}),
		},
		{
			method: 'GET',
			path: JOB,
			handle(call) {
				const job = named(call);
				return { status: 200, body: { ...shown(job), ...progressOf(job) } };
			},
		},
		{ method: 'PATCH', path: JOB, handle: change },
		{
			method: 'DELETE',
			path: JOB,
			handle(call) {
				jobs.remove(named(call));
				return { status: 204 };
			},
		},
		{ method: 'PUT', path: `${JOB}/batches`, raw: true, handle: upload },
		{ method: 'GET', path: `${JOB}/successfulResults`, handle: result(successful) },
		{ method: 'GET', path: `${JOB}/failedResults`, handle: result(failed) },
		{ method: 'GET', path: `${JOB}/unprocessedrecords`, handle: result(unprocessed) },
	];
}

const successful = ({ header, successful: rows }: Job): string[][] => [
	['sf__Id', 'sf__Created', ...header],
	...rows.map(({ id, created, row }) => [id, String(created), ...row]),
];

const failed = ({ header, failed: rows }: Job): string[][] => [
	['sf__Id', 'sf__Error', ...header],
	...rows.map(({ error, row }) => ['', error, ...row]),
];

const unprocessed = ({ header, unprocessed: rows }: Job): string[][] => [header, ...rows];

/** @throws Refusal when the job cannot be opened. */
function readJob({ org, caller, body, version }: ApiCall): NewJob {
	const {
		operation,
		object: name,
		contentType = 'CSV',
		lineEnding = 'LF',
		columnDelimiter = 'COMMA',
		externalIdFieldName: key,
	} = isObject(body) ? body : {};
	const object = typeof name === 'string' ? visibleObject(org, caller, name) : undefined;
	const known = operations.find((one) => one === operation);
	if (!object) throw invalid(`Unable to find object: ${String(name)}`);
	if (!known) throw invalid(`operation: ${operations.join(' | ')}`);
	if (contentType !== 'CSV') throw invalid('contentType: CSV');
	if (lineEnding !== 'LF' && lineEnding !== 'CRLF') throw invalid('lineEnding: LF | CRLF');
	if (typeof columnDelimiter !== 'string' || !delimiters[columnDelimiter])
		throw invalid(`columnDelimiter: ${Object.keys(delimiters).join(' | ')}`);
	const origin = caller.origin?.replace('/rest/', '/bulkapi/');
	const own = { operation: known, object, lineEnding, columnDelimiter, version, origin } as const;
	const job = compact(own);
	if (known !== 'upsert') return job;
	const field = typeof key === 'string' ? fieldOf(object, key) : undefined;
	if (!field || !(field.externalId || field.name === 'Id') || !caller.access.canSee(object, field))
		throw invalid(`Field name provided, ${String(key)} does not match an External ID`);
	return { ...job, keyField: field.name };
}

const invalid = (words: string): Refusal => new Refusal('INVALIDJOB', `InvalidJob : ${words}`);
