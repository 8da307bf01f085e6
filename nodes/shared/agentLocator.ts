import { locator } from './locators';

/** An agent, which some providers call sender, chosen from those of the account. */
export const agentLocator = locator({
	name: 'agent',
	displayName: 'Agent',
	by: 'ID',
	placeholder: 'e.g. DemoShop',
	method: ({ agents }) => agents?.list,
	choice: ({ id, name, status }) => ({
		name: `${name ?? id}${status ? ` (${status})` : ''}`,
		value: id,
	}),
});
