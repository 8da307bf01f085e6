import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { CrmRun } from '../../connectors/execute';
import type { JsonObject } from '../../core/json';
import type { ReadParameter } from '../shared/readOnce';
import { getOptIn } from './getOptIn';
import type { Outcome } from './outcome';
import { setOptIn } from './setOptIn';
import { setUpFields } from './setUpFields';
import { writeEngagement } from './writeEngagement';

/** Everything an operation works with. */
export interface Job {
	context: IExecuteFunctions;
	items: readonly INodeExecutionData[];
	read: ReadParameter;
	run: CrmRun;
	/** Of the first item: they are about all of them. */
	options: JsonObject;
}

/** What an operation does for all items: an outcome each, in their order. */
type Operation = (job: Job) => Promise<Outcome[]>;

export const operations = {
	getOptIn,
	setOptIn,
	setUpFields,
	writeEngagement,
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
