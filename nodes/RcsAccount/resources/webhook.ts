import { chosenIn, limitFields, limitOf } from '../fields';
import { locator } from '../../shared/locators';
import { eachItem, type Resource } from '../operation';

export const webhookLocator = locator({
	name: 'webhook',
	displayName: 'Webhook',
	by: 'ID',
	placeholder: 'e.g. n8n-9fK2LmQx-live-1f0c',
	method: (provider) => provider.webhook.subscriptions?.list,
	choice: ({ id, url }) => ({ name: url ? `${url} (${id})` : id, value: id }),
});

/** Subscriptions at the provider, such as those that RCS Trigger makes. */
export const webhook: Resource = {
	name: 'Webhook',
	value: 'webhook',
	description: 'Webhooks registered at the provider, also those of workflows that are gone',
	operations: [
		eachItem({
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many webhooks',
			description: 'Get the webhooks registered at the provider',
			method: (provider) => provider.webhook.subscriptions?.list,
			fields: limitFields,
			run: async (list, call, job) => (await list(call)).slice(0, limitOf(job)),
		}),
		eachItem({
			name: 'Remove',
			value: 'remove',
			action: 'Remove webhook',
			description: 'Remove a webhook, so that the provider no longer calls it',
			method: (provider) => provider.webhook.subscriptions?.remove,
			fields: [webhookLocator.field],
			async run(remove, call, job) {
				await remove(call, chosenIn(job, webhookLocator.field));
				return [{ deleted: true }];
			},
		}),
	],
};
