/**
 * Where each request goes, after the base URL, as the guide has it. `settings.options.paths` may name
 * other paths; `{id}` stands for the id of what is asked for.
 */
export const defaultPaths = {
	login: '/v1/auth/login',
	token: '/v1/auth/token',
	refresh: '/v1/auth/refresh',
	send: '/v1/messages',
	bulk: '/v1/messages/bulk',
	schedule: '/v1/messages/schedule',
	message: '/v1/messages/{id}',
	templates: '/v1/templates',
	template: '/v1/templates/{id}',
	submitTemplate: '/v1/templates/{id}/submit',
	contacts: '/v1/contacts',
	contact: '/v1/contacts/{id}',
	importContacts: '/v1/contacts/import',
	webhooks: '/v1/webhooks',
	webhook: '/v1/webhooks/{id}',
} as const;

export type PathName = keyof typeof defaultPaths;
