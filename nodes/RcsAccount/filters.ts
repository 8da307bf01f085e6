import type { INodeProperties } from 'n8n-workflow';
import type { LogFilter } from '../../core/chat';
import { asObject, asString, defined } from '../../core/json';
import { timeWithOffset } from '../shared/times';
import { limitOf, listOf } from './fields';
import type { Job } from './operation';

/** Which messages reports or log entries are about. */
export const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Bulk ID',
			name: 'bulkId',
			type: 'string',
			default: '',
			description: 'Only messages of one bulk request, named by the bulkId that Send RCS gave',
		},
		{
			displayName: 'Campaign ID',
			name: 'campaignId',
			type: 'string',
			default: '',
			placeholder: 'e.g. spring-sale',
			description: 'Only messages of this campaign',
		},
		{
			displayName: 'Message IDs',
			name: 'messageIds',
			type: 'string',
			default: '',
			description: 'Only these messages, separated by commas',
		},
		{
			displayName: 'Since',
			name: 'since',
			type: 'dateTime',
			default: '',
			description:
				"Only messages from this time on, in the workflow's time zone unless the time names its own",
		},
		{
			displayName: 'Until',
			name: 'until',
			type: 'dateTime',
			default: '',
			description:
				"Only messages up to this time, in the workflow's time zone unless the time names its own",
		},
	],
};

export function filterOf(job: Job): LogFilter {
	const filters = asObject(job.read(filtersField.name));
	const text = (name: string) => asString(filters[name])?.trim() || undefined;
	const time = (name: string) => {
		const written = text(name);
		return written && timeWithOffset(written, job.timezone);
	};
	const messageIds = listOf(filters['messageIds']);
	return defined({
		messageIds: messageIds.length > 0 ? messageIds : undefined,
		bulkId: text('bulkId'),
		campaignId: text('campaignId'),
		since: time('since'),
		until: time('until'),
		limit: limitOf(job),
	});
}
