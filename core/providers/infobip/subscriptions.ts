import type { EventType } from '../../event/types';
import { eventTypes } from '../../event/types';
import { expectOk } from '../../http';
import { asArray, asObject, asString, lookUp } from '../../json';
import { baseUrl, type Call, type Provider, type Subscription } from '../../provider';
import { readFailure } from './errors';

/** Which of our events each Infobip event can become. Source: SimpleRcsEvents. */
const eventsOf: Readonly<Record<string, readonly EventType[]>> = {
	DELIVERY: [
		'message.queued',
		'message.sent',
		'message.delivered',
		'message.failed',
		'message.expired',
		'message.fallback',
	],
	SEEN: ['message.read'],
	INBOUND_MESSAGE: ['message.replied', 'message.received', 'user.optedOut', 'user.optedIn'],
	SUGGESTION: ['message.clicked', 'message.replied'],
	CLICK: ['message.clicked'],
	TYPING_INDICATOR: ['user.typing'],
	CONVERSATION_STARTED: ['conversation.started'],
	CAP_CHECK: ['capability.result'],
	TEMPLATE_UPDATE: ['template.approved', 'template.rejected', 'template.updated'],
	SENDER_UPDATE: ['agent.updated'],
	SENDER_LAUNCH_UPDATE: ['agent.updated'],
	TEST_NUMBER_UPDATE: ['agent.updated'],
};

/**
 * Webhooks of the RCS channel. Source: Subscriptions API, /subscriptions/1/subscription/RCS. Each
 * subscription gets a notification profile of its own, which sends the secret header along.
 */
export const subscriptions: NonNullable<Provider['webhook']['subscriptions']> = {
	async list(call) {
		const body = await request(call, 'GET', '');
		const { subscriptions: entries } = asObject(body);
		return asArray(entries ?? body).map(toSubscription);
	},
	async create(call, { id, url, events, secretHeader }) {
		const { agent } = call.settings;
		await request(call, 'POST', '', {
			subscriptionId: id,
			name: 'n8n RCS Trigger',
			events: infobipEvents(events),
			...(agent ? { resources: [agent] } : {}),
			profile: {
				profileId: `${id}-profile`,
				webhook: { notifyUrl: url, contentType: 'application/json' },
				headers: { [secretHeader.name]: secretHeader.value },
				...basicSecurity(call, id),
			},
		});
	},
	async remove(call, id) {
		await request(call, 'DELETE', `/${encodeURIComponent(id)}`);
	},
};

/** Basic authentication of the webhook, where the credential asks for it. */
function basicSecurity({ settings }: Call, id: string): { security?: object } {
	const { username, password } = settings.webhook ?? {};
	if (!username || !password) return {};
	return { security: { authId: `${id}-auth`, type: 'BASIC', credentials: { username, password } } };
}

function infobipEvents(events: readonly EventType[]): string[] {
	return Object.entries(eventsOf)
		.filter(([, ours]) => ours.some((event) => events.includes(event)))
		.map(([name]) => name);
}

function toSubscription(json: unknown): Subscription {
	const { subscriptionId, events, profile } = asObject(json);
	const names = asArray(events).map(String);
	const ours = new Set(names.flatMap((name) => lookUp(eventsOf, name) ?? []));
	return {
		id: asString(subscriptionId) ?? '',
		url: asString(asObject(asObject(profile)['webhook'])['notifyUrl']) ?? '',
		events: eventTypes.filter((event) => ours.has(event)),
	};
}

async function request(
	{ http, settings }: Call,
	method: 'GET' | 'POST' | 'DELETE',
	path: string,
	body?: unknown,
): Promise<unknown> {
	const url = `${baseUrl(settings)}/subscriptions/1/subscription/RCS${path}`;
	return expectOk(
		await http({ method, url, ...(body === undefined ? {} : { body }) }),
		readFailure,
	);
}
