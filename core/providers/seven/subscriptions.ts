import { type ProviderError, RcsError } from '../../errors';
import { type EventType, eventTypes } from '../../event/types';
import { asArray, asBoolean, asObject, asString, defined, lookUp } from '../../json';
import type { Call, Subscription, Subscriptions } from '../../provider';
import { codeError, refusalIn, wordsIn } from './errors';
import { ask, request } from './request';

/** Which of our events each kind of hook can tell. */
const eventsOf: Readonly<Record<string, readonly EventType[]>> = {
	rcs: [
		'message.delivered',
		'message.read',
		'message.replied',
		'message.clicked',
		'message.received',
		'user.typing',
		'user.optedOut',
		'user.optedIn',
	],
	dlr: ['message.queued', 'message.sent', 'message.delivered', 'message.failed', 'message.expired'],
	sms_mo: ['message.received', 'user.optedOut', 'user.optedIn'],
	tracking: ['message.clicked'],
};

/** Sent along with every webhook, so that forged ones are told apart. */
const SECRET_HEADER = 'X-Rcs-Trigger-Secret';

/**
 * Hooks of the account; seven.io chooses their ids. A hook is of one kind or of all, so that what needs
 * several kinds becomes one hook of all: it then hears of calls too, which become `unknown`.
 */
export const subscriptions: Subscriptions = {
	list,
	/** Replaces what leads to the same URL: its secret is not known, and two hooks would tell all twice. */
	async create(call, { url, events, secret }) {
		const before = (await list(call)).filter((hook) => hook.url === url);
		for (const { id } of before) await remove(call, id);
		const answer = await ask(call, 'POST', '/hooks', {
			target_url: url,
			event_type: hookKind(events),
			request_method: 'JSON',
			headers: `${SECRET_HEADER}: ${secret}`,
		});
		const refusal = refusalIn(answer);
		const known = asString(asObject(answer)['id']);
		if (known !== undefined && !refusal) return known;
		const words = wordsIn(answer) ?? 'the webhook was not registered';
		throw new RcsError({ ...codeError(refusal?.code, words), retryable: false });
	},
	remove,
	proof: ({ webhook: { secret, maxAgeSeconds } = {} }, own) => ({
		headerName: SECRET_HEADER,
		headerValue: own,
		...defined({ secret, maxAgeSeconds }),
	}),
};

/** GET /hooks: `{success, hooks: [{id, target_url, event_type, enabled}]}`. */
async function list(call: Call): Promise<Subscription[]> {
	const { hooks } = asObject(await request(call, 'GET', '/hooks'));
	return asArray(hooks).map(toSubscription);
}

/** DELETE /hooks with the id in the body. Ids are numbers, so that another one cannot be there. */
async function remove(call: Call, id: string): Promise<void> {
	if (!/^\d+$/.test(id)) return;
	const refusal = refusalIn(await ask(call, 'DELETE', '/hooks', { id: Number(id) }));
	if (refusal && !isOfNoHook(refusal)) throw new RcsError(refusal);
}

/** What is not there is answered with `success: false`, which is as good as removed. */
function isOfNoHook({ code, category }: ProviderError): boolean {
	return code === undefined || category === 'notFound';
}

function hookKind(events: readonly EventType[]): string {
	const kinds = new Set(events.flatMap(kindsFor));
	const [only, ...others] = kinds;
	return only === undefined || others.length > 0 ? 'all' : only;
}

/** The kinds of hooks that an event can come by; what we cannot read can come by any. */
function kindsFor(event: EventType): string[] {
	const kinds = Object.keys(eventsOf);
	if (event === 'unknown') return kinds;
	return kinds.filter((kind) => lookUp(eventsOf, kind)?.includes(event));
}

/** An event is told when it is however it comes: a click is a tap on a chip, or a tracked link. */
function toSubscription(hook: unknown): Subscription {
	const { id, target_url, event_type, enabled } = asObject(hook);
	const kind = asString(event_type);
	const isTold = (event: EventType) => {
		const needed = kindsFor(event);
		return needed.length > 0 && (kind === 'all' || needed.every((name) => name === kind));
	};
	const events = asBoolean(enabled) === false ? [] : eventTypes.filter(isTold);
	return { id: asString(id) ?? '', ...defined({ url: asString(target_url) }), events };
}
