import { check } from './check';
import { getHistory } from './getHistory';
import type { Job } from './job';
import type { Outcome } from './outcome';
import { optIn, optOut } from './record';
import { recordFromShop } from './recordFromShop';

/** What an operation does for all items: an outcome each, in their order. */
export type Operation = (job: Job) => Promise<Outcome[]>;

export const operations = { check, getHistory, optIn, optOut, recordFromShop } satisfies Record<
	string,
	Operation
>;

export type OperationName = keyof typeof operations;
