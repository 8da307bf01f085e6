import { chosenIn, limitFields, limitOf, output, outputField } from '../fields';
import { agentLocator } from '../../shared/agentLocator';
import { eachItem, type Resource } from '../operation';

/** Agents, which some providers call senders. */
export const agent: Resource = {
	name: 'Agent',
	value: 'agent',
	description: 'Agents (also called senders) that messages can come from',
	operations: [
		eachItem({
			name: 'Get',
			value: 'get',
			action: 'Get agent',
			description: 'Get one agent, with where it is launched if the provider tells',
			method: ({ agents }) => agents?.get,
			fields: [agentLocator.field, outputField],
			run: async (get, call, job) =>
				output(job, [await get(call, chosenIn(job, agentLocator.field))]),
		}),
		eachItem({
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many agents',
			description: 'Get the agents of the account',
			method: ({ agents }) => agents?.list,
			fields: [...limitFields, outputField],
			run: async (list, call, job) => output(job, (await list(call)).slice(0, limitOf(job))),
		}),
	],
};
