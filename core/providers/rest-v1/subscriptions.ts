import { providerError, RcsError } from '../../errors';
import { type EventType, eventTypes } from '../../event/types';
import { asArray, asObject, asString, defined, type JsonObject, valueAt } from '../../json';
import type { Subscription, Subscriptions } from '../../provider';
import { serviceEvent, serviceEventsFor } from './eventNames';
import { type FieldMap, place } from './fieldMap';
import { listAll } from './list';
import { restOptions } from './options';
import { objectIn, pickString } from './read';
import { ask } from './request';

/**
 * Webhooks under /v1/webhooks. The service chooses the ids. The secret is ours: it is given along, so
 * that the service signs with it as `options.signature` says.
 */
export const subscriptions: Subscriptions = {
	signsByOptions: true,
	async list(call) {
		const { fields } = restOptions(call.settings);
		const entries = await listAll(call, 'webhooks', 'webhooks');
		return entries.map((entry) => toSubscription(asObject(entry), fields));
	},
	async create(call, { url, events, secret }) {
		const { fields } = restOptions(call.settings);
		const wanted = new Set(events.flatMap(serviceEventsFor));
		const values = { webhookUrl: url, webhookEvents: [...wanted], webhookSecret: secret };
		const body = await ask(call, 'POST', 'webhooks', { body: place(values, fields) });
		const id = idOf(objectIn(body, 'webhook'));
		if (id) return id;
		const message = 'The service registered a webhook but did not say under which id';
		const advice =
			'Remove the webhook in the web interface of the service, and ask it for its ids.';
		throw new RcsError(providerError('provider', message, { advice, retryable: false }));
	},
	async remove(call, id) {
		try {
			await ask(call, 'DELETE', 'webhook', { id });
		} catch (error) {
			if (!(error instanceof RcsError) || error.detail.httpStatus !== 404) throw error;
		}
	},
	proof: ({ webhook }, secret) => ({
		secret,
		...defined({ maxAgeSeconds: webhook?.maxAgeSeconds }),
	}),
};

/** An event is told when it is however it comes: an opt-out is typed, or tapped on a chip. */
function toSubscription(entry: JsonObject, fields: FieldMap): Subscription {
	const told = asArray(valueAt(entry, fields.webhookEvents)).map((name) =>
		serviceEvent(asString(name)),
	);
	const isTold = (event: EventType) => {
		const needed = serviceEventsFor(event);
		return needed.length > 0 && needed.every((name) => told.includes(name));
	};
	const url = asString(valueAt(entry, fields.webhookUrl));
	return { id: idOf(entry) ?? '', ...defined({ url }), events: eventTypes.filter(isTold) };
}

function idOf(entry: JsonObject): string | undefined {
	return pickString(entry, 'id', 'webhook_id');
}
