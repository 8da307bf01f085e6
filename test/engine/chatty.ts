import type { CapabilityResult } from '../../core/capability';
import type { MessageStatus } from '../../core/chat';
import { RcsError } from '../../core/errors';
import { expectOk } from '../../core/http';
import { asArray, asObject, defined } from '../../core/json';
import { baseUrl, type Call, type Provider, type Subscription } from '../../core/provider';
import type { Template } from '../../core/template';
import { conversation } from '../../core/providers/conversation';

/**
 * A provider with every operation a node may offer, in requests as plain as can be, so that tests see what
 * the nodes ask of a provider and nothing else. It takes the place of the conversation API, because its
 * credential is one that n8n knows.
 */
const chatty: Provider = {
	...conversation,
	profile: {
		...conversation.profile,
		displayName: 'Chatty',
		bulk: { messages: 3, numbers: 10_000, numbersFrom: 500 },
		capability: { features: true },
		options: [...conversation.profile.options, 'from'],
		templates: {
			content: ['text', 'file'],
			name: { pattern: '^[a-z ]+$', words: 'small letters and spaces' },
			limits: {},
			languages: true,
			carriers: true,
			ids: true,
			description: true,
		},
	},
	revoke: async (call, { id, to }) => {
		await request(call, 'DELETE', `/messages/${id}`, defined({ to }));
	},
	event: async (call, event) => {
		await request(call, 'POST', '/events', event);
	},
	async status(call, messages) {
		const asked = { ids: messages.map(({ id }) => id) };
		return asArray(await request(call, 'POST', '/status', asked)) as MessageStatus[];
	},
	async capability(call, numbers) {
		const found = await request(call, 'POST', '/capability', { numbers });
		return asArray(found) as CapabilityResult[];
	},
	capabilityByWebhook: async (call, numbers, url) => {
		await request(call, 'POST', '/capability/later', { numbers, url });
	},
	webhook: {
		...conversation.webhook,
		subscriptions: {
			list: async (call) => asArray(await request(call, 'GET', '/hooks')) as Subscription[],
			async create(call, { id: _, ...wanted }) {
				return String(asObject(await request(call, 'POST', '/hooks', wanted))['id']);
			},
			async remove(call, id) {
				await request(call, 'DELETE', `/hooks/${id}`).catch(unlessGone);
			},
			proof: (_, secret) => ({ secret }),
		},
	},
	templates: {
		list: async (call) => asArray(await request(call, 'GET', '/templates')) as Template[],
		get: async (call, id) => (await request(call, 'GET', `/templates/${id}`)) as Template,
		create: async (call, draft) => (await request(call, 'POST', '/templates', draft)) as Template,
		update: async (call, id, draft) =>
			(await request(call, 'PUT', `/templates/${id}`, draft)) as Template,
		async submit(call, id, carriers) {
			await request(call, 'POST', `/templates/${id}/submit`, { carriers });
		},
		carriers: async (call) => asArray(await request(call, 'GET', '/carriers')).map(String),
	},
};

function unlessGone(error: unknown): void {
	if (!(error instanceof RcsError) || error.detail.httpStatus !== 404) throw error;
}

async function request(
	{ http, settings }: Call,
	method: 'GET' | 'DELETE' | 'POST' | 'PUT',
	path: string,
	body?: object,
): Promise<unknown> {
	const headers = { 'x-agent': settings.agent ?? '' };
	const url = `${baseUrl(settings)}${path}`;
	const response = await http({ method, url, headers, ...defined({ body }) });
	return expectOk(response, ({ body: text }) => (text ? { message: `Chatty: ${text}` } : {}));
}

/** The registry of providers with this one in it; for `jest.mock('../../core/providers', ...)`. */
export function registryWithChatty(): object {
	const registry = jest.requireActual<{ providers: object }>('../../core/providers');
	return { ...registry, providers: { ...registry.providers, conversation: chatty } };
}
