import type { EventType } from '../../event/types';
import { eventTypes } from '../../event/types';
import { RcsError } from '../../errors';
import { asArray, asObject, asString, lookUp } from '../../json';
import type { Call, Subscription, Subscriptions } from '../../provider';
import { everyPage, request } from './request';

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
	// A tap on a chip such as STOP is an opt-out.
	SUGGESTION: ['message.clicked', 'message.replied', 'user.optedOut', 'user.optedIn'],
	CLICK: ['message.clicked'],
	TYPING_INDICATOR: ['user.typing'],
	CONVERSATION_STARTED: ['conversation.started'],
	CAP_CHECK: ['capability.result'],
	TEMPLATE_UPDATE: ['template.approved', 'template.rejected', 'template.updated'],
	SENDER_UPDATE: ['agent.updated'],
	SENDER_LAUNCH_UPDATE: ['agent.updated'],
	TEST_NUMBER_UPDATE: ['agent.updated'],
};

const PATH = '/subscriptions/1/subscription/RCS';

/** Sent along with every webhook, so that forged ones are told apart. */
const SECRET_HEADER = 'X-Rcs-Trigger-Secret';

/**
 * Webhooks of the RCS channel. Source: Subscriptions API, /subscriptions/1. Each subscription gets a
 * notification profile of its own, which sends the secret header along. Infobip shows a subscription
 * without its address and keeps its profile when it is removed, so both are ours to look after.
 */
export const subscriptions: Subscriptions = {
	async list(call) {
		return (await everyPage(call, PATH)).map(toSubscription);
	},
	async create(call, { id, url, events, secret }) {
		const { agent } = call.settings;
		await request(call, 'POST', PATH, {
			subscriptionId: id,
			name: 'n8n RCS Trigger',
			events: infobipEvents(events),
			...(agent ? { resources: [agent] } : {}),
			profile: {
				profileId: profileId(id),
				webhook: { notifyUrl: url, contentType: 'application/json' },
				headers: { [SECRET_HEADER]: secret },
				...basicSecurity(call, id),
			},
		});
		return id;
	},
	proof({ webhook: { username, password } = {} }, secret) {
		const basic = username && password ? { username, password } : {};
		return { headerName: SECRET_HEADER, headerValue: secret, ...basic };
	},
	/** GET /subscriptions/1/profiles/{id}, which is read as the profile was created. */
	async urlOf(call, id) {
		const profile = await unlessGone(() => request(call, 'GET', profilePath(id)));
		return asString(asObject(asObject(profile)['webhook'])['notifyUrl']);
	},
	async remove(call, id) {
		await removeIfThere(call, `${PATH}/${encodeURIComponent(id)}`);
		await removeIfThere(call, profilePath(id));
		await removeIfThere(call, `/subscriptions/1/security/${encodeURIComponent(authId(id))}`);
	},
};

const profileId = (id: string): string => `${id}-profile`;
const profilePath = (id: string): string =>
	`/subscriptions/1/profiles/${encodeURIComponent(profileId(id))}`;
const authId = (id: string): string => `${id}-auth`;

async function removeIfThere(call: Call, path: string): Promise<void> {
	await unlessGone(() => request(call, 'DELETE', path));
}

async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof RcsError && error.detail.httpStatus === 404) return undefined;
		throw error;
	}
}

/** Basic authentication of the webhook, where the credential asks for it. */
function basicSecurity({ settings }: Call, id: string): { security?: object } {
	const { username, password } = settings.webhook ?? {};
	if (!username || !password) return {};
	return { security: { authId: authId(id), type: 'BASIC', credentials: { username, password } } };
}

function infobipEvents(events: readonly EventType[]): string[] {
	return Object.keys(eventsOf).filter((name) => events.some((event) => tells(name, event)));
}

/** Whether an Infobip event can become an event of ours. What we cannot read can come as any of them. */
function tells(name: string, event: EventType): boolean {
	return event === 'unknown' || lookUp(eventsOf, name)?.includes(event) === true;
}

/** An event is told when it is however it comes: an opt-out is typed, or tapped on a chip. */
function toSubscription(json: unknown): Subscription {
	const { subscriptionId, events } = asObject(json);
	const names = asArray(events).map(String);
	const isTold = (event: EventType) => {
		const needed = infobipEvents([event]);
		return needed.length > 0 && needed.every((name) => names.includes(name));
	};
	return { id: asString(subscriptionId) ?? '', events: eventTypes.filter(isTold) };
}
