import type { Values } from '../records/store';
import type { ObjectType } from '../schema/types';
import type { LineEnding } from './csv';

export type Operation = 'insert' | 'update' | 'upsert' | 'delete';

export type JobState =
	'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

export interface Job {
	id: string;
	operation: Operation;
	object: ObjectType;
	/** Of upserts. */
	keyField?: string;
	lineEnding: LineEnding;
	columnDelimiter: string;
	version: string;
	/** What change events say of where its changes came from. */
	origin?: string;
	state: JobState;
	createdDate: string;
	/** What was uploaded; absent until then. */
	data?: string;
	/** Why the whole job failed. */
	problem?: string;
	header: string[];
	successful: { id: string; created: boolean; row: string[] }[];
	failed: { error: string; row: string[] }[];
	unprocessed: string[][];
}

export const isOver = ({ state }: Job): boolean =>
	state === 'JobComplete' || state === 'Failed' || state === 'Aborted';

export const delimiters: Readonly<Record<string, string>> = {
	COMMA: ',',
	SEMICOLON: ';',
	PIPE: '|',
	TAB: '\t',
	CARET: '^',
	BACKQUOTE: '`',
};

/** A job as every answer shows it. */
export function showJob(job: Job, createdById: string): Values {
	const { id, operation, object, keyField, version, state, createdDate, problem } = job;
	return {
		id,
		operation,
		object: object.name,
		createdById,
		createdDate: createdDate.replace('Z', '+0000'),
		systemModstamp: createdDate.replace('Z', '+0000'),
		state,
		concurrencyMode: 'Parallel',
		contentType: 'CSV',
		apiVersion: Number(version),
		jobType: 'V2Ingest',
		contentUrl: `services/data/v${version}/jobs/ingest/${id}/batches`,
		lineEnding: job.lineEnding,
		columnDelimiter: job.columnDelimiter,
		...(keyField === undefined ? {} : { externalIdFieldName: keyField }),
		...(problem === undefined ? {} : { errorMessage: problem }),
	};
}

/** How far a job is, beside what it is. */
export const progressOf = ({ successful, failed }: Job): Values => ({
	numberRecordsProcessed: successful.length + failed.length,
	numberRecordsFailed: failed.length,
	retries: 0,
	totalProcessingTime: successful.length + failed.length,
	apiActiveProcessingTime: 0,
	apexProcessingTime: 0,
});
