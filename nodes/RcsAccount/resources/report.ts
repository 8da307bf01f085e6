import type { INodeProperties } from 'n8n-workflow';
import { adoptionOf } from '../../../core/event/adoption';
import { limitFields, output, outputField } from '../fields';
import { getFigures } from '../figures';
import { filterOf, reportFilters } from '../filters';
import { eachItem, type Operation, partsOf, type Resource } from '../operation';
import { eventFrom } from '../../shared/eventFrom';

const eventsNotice: INodeProperties = {
	displayName:
		'Each input item is one event, as RCS Trigger and the operation Get Many give it. The order does not matter, nor whether an event comes twice.',
	name: 'eventsNotice',
	type: 'notice',
	default: '',
};

const summarizeAdoption: Operation = {
	name: 'Summarize Adoption',
	value: 'summarizeAdoption',
	action: 'Summarize adoption in reports',
	description: 'Count how many people got RCS, the fallback, or nothing',
	fields: [eventsNotice],
	asks: 'nobody',
	has: () => true,
	async *run(jobs) {
		const { ready, failed } = partsOf(jobs, ({ input: { json } }) => eventFrom(json));
		yield* failed;
		const items = ready.map(({ job }) => job.item);
		yield { items, found: [adoptionOf(ready.map(({ part }) => part))] };
	},
};

export const report: Resource = {
	name: 'Report',
	value: 'report',
	description: 'What became of messages',
	operations: [
		getFigures,
		eachItem({
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many reports',
			description:
				'Get the delivery reports that wait at the provider, as the events that RCS Trigger gives',
			method: (provider) => provider.reports,
			fields: [...limitFields, reportFilters, outputField],
			// Nothing is cut off here: a report that was fetched may never be told again.
			run: async (reports, call, job) => output(job, await reports(call, filterOf(job))),
		}),
		summarizeAdoption,
	],
};
