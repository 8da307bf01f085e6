import type { FastifyInstance } from 'fastify';

import { isObject } from '../../../json';
import { object } from '../../../providers/schema';
import { compile } from '../../../validation';
import { tiers, VERSION } from '../account/account';
import type { Auth } from '../account/auth';
import { Refusal } from '../errors';
import { type EventInput, eventInput, takeEvents } from '../events/send';
import type { Occurrence } from '../events/store';
import { type Batch, compileBatch, limitInputs, readBody } from '../input';
import type { Portal } from '../portal';

const MOST_INPUTS = 500;
const LARGEST_PAGE = 1000;
const DEFAULT_PAGE = 100;

const isEvent = compile<EventInput>(object(eventInput));
const isEventBatch = compileBatch<Batch<EventInput>>(eventInput);

/** Sending custom events, which is answered before anybody looked at them, and reading them back. */
export function eventRoutes(app: FastifyInstance, portal: Portal, auth: Auth): void {
	const base = `/events/custom/${VERSION}/send`;
	const sends = { preHandler: [auth.needs('analytics.behavioral_events.send'), needsTier(portal)] };
	const reads = { preHandler: [auth.needs('crm.objects.contacts.read'), needsTier(portal)] };

	app.post(base, sends, async ({ body }, reply) => {
		takeEvents(portal, [readBody(body, isEvent)]);
		return reply.code(204).send();
	});

	app.post(`${base}/batch`, sends, async ({ body }, reply) => {
		const { inputs } = readBody(body, isEventBatch);
		limitInputs(inputs, MOST_INPUTS);
		takeEvents(portal, inputs);
		return reply.code(204).send();
	});

	app.get(`/events/event-occurrences/${VERSION}`, reads, async ({ query }) => {
		const asked = isObject(query) ? query : {};
		const visible = portal.clock.now() - portal.settings.get().eventLagMs;
		const found = portal.events
			.occurrences()
			.filter(({ at, contactId }) => at <= visible && contactId !== undefined)
			.filter(({ contactId }) => !asked['objectId'] || contactId === asked['objectId'])
			.filter(({ eventName }) => !asked['eventType'] || eventName === asked['eventType']);
		const from = Number(asked['after'] ?? 0);
		const size = Math.min(LARGEST_PAGE, Number(asked['limit'] ?? DEFAULT_PAGE));
		const end = from + size;
		return {
			results: found.slice(from, end).map(showOccurrence),
			...(end < found.length ? { paging: { next: { after: String(end) } } } : {}),
		};
	});
}

/** A hook that refuses accounts whose subscription has no custom events. */
export const needsTier =
	({ settings }: Portal) =>
	async (): Promise<void> => {
		if (tiers[settings.get().tier].customEvents) return;
		throw new Refusal(403, 'FORBIDDEN', 'This account does not have access to custom events.');
	};

const showOccurrence = ({ id, eventName, occurredAt, properties, contactId }: Occurrence) => ({
	id,
	objectType: 'CONTACT',
	objectId: contactId,
	eventType: eventName,
	occurredAt,
	properties,
});
