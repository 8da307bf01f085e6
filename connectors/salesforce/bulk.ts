import { chunks } from '../../core/askAll';
import type { CrmSettings } from '../crm';
import type { PlannedRequest, Row } from '../row';
import { apiUrl } from './api';
import { type Write, writeOf, writeOrder } from './targets';

/** An upload may have 100 MB; a row of ours has far below 2 KB. */
const MOST_ROWS = 50_000;

/** The steps of a job of Bulk API 2.0, in their order. */
export type JobStep = 'create' | 'upload' | 'close' | 'watch' | 'failed' | 'succeeded';

/** Where in a job a request is. */
export interface Job extends Pick<Write, 'object' | 'operation' | 'idField'> {
	step: JobStep;
	/** Of the job at Salesforce. */
	id?: string;
	/** How often this step was asked for. */
	asked: number;
	/** How many rows Salesforce says it worked on, and how many of them failed. */
	processed?: number;
	failed?: number;
	/** The rows that failed, as Salesforce listed them. */
	failures?: string;
}

export interface JobRequest extends PlannedRequest {
	job: Job;
}

export function isJob(request: PlannedRequest): request is JobRequest {
	return 'job' in request;
}

/** One job an object and operation, each after the other: what names people comes after them. */
export function bulkPlan(rows: readonly Row[], settings: CrmSettings): JobRequest[] {
	const kinds = new Map<string, Row[]>();
	for (const row of writeOrder.flatMap((target) => rows.filter((one) => one.target === target))) {
		const { object, operation } = writeOf(row);
		const kind = `${object} ${operation}`;
		const own = kinds.get(kind);
		if (own) own.push(row);
		else kinds.set(kind, [row]);
	}
	const [first, ...then] = [...kinds.values()]
		.flatMap((kind) => chunks(kind, MOST_ROWS))
		.flatMap((own) => jobOf(own, settings));
	return first ? [then.length > 0 ? { ...first, then } : first] : [];
}

/** @see https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/create_job.htm */
function jobOf(rows: readonly Row[], settings: CrmSettings): JobRequest[] {
	const [write] = rows.map(writeOf);
	if (!write) return [];
	const { object, operation, idField } = write;
	const body = {
		object,
		operation,
		...(operation === 'upsert' ? { externalIdFieldName: idField } : {}),
		contentType: 'CSV',
		columnDelimiter: 'COMMA',
		lineEnding: 'LF',
	};
	const job: Job = { step: 'create', object, operation, idField, asked: 1 };
	return [{ method: 'POST', url: apiUrl(settings, '/jobs/ingest'), body, rows, job }];
}
