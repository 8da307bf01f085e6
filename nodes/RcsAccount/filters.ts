import type { INodeProperties } from 'n8n-workflow';
import type { LogFilter } from '../../core/chat';
import { asObject, asString, defined } from '../../core/json';
import { timeWithOffset } from '../shared/times';
import { limitOf, listOf } from './fields';
import type { Job } from './operation';

const bulkId: INodeProperties = {
	displayName: 'Bulk ID',
	name: 'bulkId',
	type: 'string',
	default: '',
	description: 'Only messages of one bulk request, named by the bulkId that Send RCS gave',
};

const campaignId: INodeProperties = {
	displayName: 'Campaign ID',
	name: 'campaignId',
	type: 'string',
	default: '',
	placeholder: 'e.g. spring-sale',
	description: 'Only messages of this campaign',
};

const messageIds: INodeProperties = {
	displayName: 'Message IDs',
	name: 'messageIds',
	type: 'string',
	default: '',
	description: 'Only these messages, separated by commas',
};

const since: INodeProperties = {
	displayName: 'Since',
	name: 'since',
	type: 'dateTime',
	default: '',
	description:
		"Only messages from this time on, in the workflow's time zone unless the time names its own",
};

const until: INodeProperties = {
	displayName: 'Until',
	name: 'until',
	type: 'dateTime',
	default: '',
	description:
		"Only messages up to this time, in the workflow's time zone unless the time names its own",
};

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
};

export const logFilters: INodeProperties = {
	...filters,
	options: [bulkId, campaignId, messageIds, since, until],
};

/** Reports wait until they are fetched; when is no question. */
export const reportFilters: INodeProperties = {
	...filters,
	options: [bulkId, campaignId, messageIds],
};

const campaignIds: INodeProperties = {
	displayName: 'Campaign IDs',
	name: 'campaignIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. spring-sale/A, spring-sale/B',
	description:
		'Only messages of these campaigns, separated by commas; each of them is told of, also where nothing was sent',
};

export const figureFilters: INodeProperties = { ...filters, options: [campaignIds] };

/** The campaigns that figures are wanted of; none: all. */
export function campaignsOf({ read }: Job): string[] {
	return listOf(asObject(read(filters.name))['campaignIds']);
}

/** Which messages are wanted, as the form says. */
export function filterOf(job: Job): LogFilter {
	const chosen = asObject(job.read(filters.name));
	const text = (name: string) => asString(chosen[name])?.trim() || undefined;
	const time = (name: string) => {
		const written = text(name);
		return written && timeWithOffset(written, job.timezone);
	};
	const ids = listOf(chosen['messageIds']);
	return defined({
		messageIds: ids.length > 0 ? ids : undefined,
		bulkId: text('bulkId'),
		campaignId: text('campaignId'),
		since: time('since'),
		until: time('until'),
		limit: limitOf(job),
	});
}
