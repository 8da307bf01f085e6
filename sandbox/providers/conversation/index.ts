import type { FastifyInstance } from 'fastify';

import { isObject } from '../../json';
import { toE164 } from '../../network/phones';
import type { Agent, NetworkEvent } from '../../network/types';
import type { SandboxProvider, World } from '../provider';
import { messageRoutes, refusal, type Conversations } from './routes';
import { interactionBody, statusBody, target, type WebhookSettings } from './webhook';

const ID = 'conversation';

/** The demo token. Not a secret: it opens nothing but this sandbox. */
const TOKEN = 'sandbox-conversation-token';

const agent: Agent = {
	...{ provider: ID, id: 'DemoStore', name: 'Demo Store', color: '#8a3ffc' },
	...{ logoUrl: '/media/logos/demo-store.svg', verified: true },
	business: {
		description: 'Books and records',
		phone: '+447700900926',
		website: 'https://store.example.com',
		email: 'hello@store.example.com',
	},
};

const reasons: Readonly<Record<number, string>> = {
	401: 'The token is missing or wrong',
	404: 'Not found',
	413: 'The request is too large',
	429: 'Too many requests',
};

/** The conversation-style API of the integration guides: POST /v1/messages and signed webhooks. */
export function conversation({ network, outbox, ...world }: World): SandboxProvider {
	let webhook: WebhookSettings | undefined;
	const contacts = new Map<string, string>();
	const ids = new Map<string, string>();

	const conversations: Conversations = {
		phoneOf: (conversationId) => contacts.get(conversationId) ?? toE164(conversationId),
		remember: (messageId, conversationId) => void ids.set(messageId, conversationId),
		idOf: ({ id, to }) => ids.get(id) ?? to,
	};

	function onNetwork(event: NetworkEvent): void {
		if (!webhook) return;
		const to = target(webhook);
		if (event.type === 'leg') {
			const body = statusBody(event, conversations.idOf(event.message));
			if (body) outbox.push(to, body.messageStatus, body);
		}
		if (event.type === 'inbound') {
			const { inbound } = event;
			const answered = inbound.pairedMessage;
			const conversationId = answered ? conversations.idOf(answered) : inbound.phone;
			const body = interactionBody(inbound, conversationId);
			if (body) outbox.push(to, 'INTERACTED', body);
		}
	}

	return {
		id: ID,
		agents: [agent],
		routes(app) {
			app.addHook('onRequest', async ({ headers }, reply) => {
				if (headers.authorization === `Bearer ${TOKEN}`) return;
				await reply.code(401).send(refusal(401, reasons[401] ?? ''));
			});
			messageRoutes(app, { network, outbox, ...world }, agent, conversations);
		},
		console(app) {
			consoleRoutes(app, contacts, (settings) => (webhook = settings));
		},
		refusal: (status) => refusal(status, reasons[status] ?? 'The request failed'),
		onNetwork,
		reset() {
			webhook = undefined;
			contacts.clear();
			ids.clear();
		},
	};
}

/** What one would click together in the provider's web console. */
function consoleRoutes(
	app: FastifyInstance,
	contacts: Map<string, string>,
	setWebhook: (settings: WebhookSettings) => void,
): void {
	app.put('/webhook', async ({ body }, reply) => {
		const { url, secret } = isObject(body) ? body : {};
		if (typeof url !== 'string' || !URL.canParse(url) || typeof secret !== 'string') {
			return reply.code(400).send({ error: 'url (an address) and secret (text) are needed' });
		}
		setWebhook({ url, secret });
		return { url };
	});

	app.put<{ Params: { id: string } }>('/contacts/:id', async ({ params, body }, reply) => {
		const number = isObject(body) ? body['phoneNumber'] : undefined;
		const phone = typeof number === 'string' ? toE164(number) : undefined;
		if (!phone) return reply.code(400).send({ error: 'phoneNumber has to be a phone number' });
		contacts.set(params.id, phone);
		return { conversationId: params.id, phoneNumber: phone };
	});
}
