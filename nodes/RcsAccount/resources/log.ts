import { limitFields, limitOf, output, outputField } from '../fields';
import { filterOf, logFilters } from '../filters';
import { eachItem, type Resource } from '../operation';

export const log: Resource = {
	name: 'Log',
	value: 'log',
	description: 'What was sent lately, and what became of it',
	operations: [
		eachItem({
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many log entries',
			description: 'Get the messages that were sent lately, with their state',
			method: (provider) => provider.logs,
			fields: [...limitFields, logFilters, outputField],
			run: async (logs, call, job) =>
				output(job, (await logs(call, filterOf(job))).slice(0, limitOf(job))),
		}),
	],
};
