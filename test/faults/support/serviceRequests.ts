import { providers } from '../../../core/providers';
import type { RcsEvent } from '../../../core/event/types';
import { seeded } from '../../../sandbox/faults/seeded';
import { signed, type SignedWebhook } from '../../service/support/signed';
import { TOKEN } from '../../service/support/world';
import { eventsOf } from './events';
import { phoneOf } from './people';
import { inParts, shuffled } from './shuffle';

/** A request to the service, and what it tells. */
export interface Told extends SignedWebhook {
	path: string;
	events: readonly RcsEvent[];
}

/**
 * Ten events about each of so many people, in no order: half of them to `/v1/events`, half of them in
 * signed webhooks, some events in each request.
 */
export function requestsOf(people: number, seed: number): Told[] {
	const events = shuffled(eventsOf(people), seed);
	const reports = shuffled(reportsOf(people), seed + 1);
	const some = Math.ceil(events.length / MEAN);
	const all = [
		...inParts(events, some, seed + 2).map(asEvents),
		...inParts(reports, some, seed + 3).map(asWebhook),
	];
	return shuffled(
		all.filter((told) => told.events.length > 0),
		seed + 4,
	);
}

/** Events in a request, on average. */
const MEAN = 5;

/** Every event that requests tell, once, in the order of time. */
export function eventsIn(requests: readonly Told[]): RcsEvent[] {
	const byId = new Map(requests.flatMap(({ events }) => events).map((one) => [one.eventId, one]));
	return [...byId.values()].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
}

function asEvents(events: readonly RcsEvent[]): Told {
	const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
	return { path: '/v1/events', headers, body: Buffer.from(JSON.stringify({ events })), events };
}

function asWebhook(results: readonly object[]): Told {
	const { headers, body } = signed(results);
	const delivery = { method: 'POST', url: '', headers, body, receivedAt: 'not told' };
	const events = providers.infobip.webhook.parse(delivery);
	return { path: '/webhooks/signed', headers, body, events };
}

const START = Date.UTC(2026, 10, 4, 8);
const ANSWERS = ['Yes, please', 'STOP', 'Is it blue?', 'START', 'Thank you'];

/** Five results about each person: a message sent, delivered and seen, or failed, and two texts of theirs. */
function reportsOf(people: number): object[] {
	const random = seeded(people);
	return Array.from({ length: people }, (_, i) => {
		const at = START + i * 211;
		const message = { messageId: `signed-${i}`, to: digits(i), sender: 'DemoShop' };
		const report = { ...message, campaignReferenceId: 'autumn' };
		const reached = random() < 0.8;
		return [
			{ ...report, status: { groupName: 'PENDING', name: 'PENDING_ENROUTE' }, sentAt: time(at) },
			...(reached
				? [
						{ ...report, status: { groupName: 'DELIVERED' }, doneAt: time(at + 1500) },
						{ ...message, from: digits(i), to: 'DemoShop', seenAt: time(at + 9000) },
					]
				: [
						{ ...report, status: { groupName: 'UNDELIVERABLE' }, doneAt: time(at + 2500) },
						{ ...report, status: { groupName: 'UNDELIVERABLE' }, doneAt: time(at + 7500) },
					]),
			text(i, 1, at + 20_000 + Math.floor(random() * 1000)),
			text(i, 2, at + 40_000 + Math.floor(random() * 1000)),
		];
	}).flat();
}

function text(i: number, k: number, at: number): object {
	return {
		...{ sender: digits(i), to: 'DemoShop', messageId: `in-${i}-${k}`, receivedAt: time(at) },
		message: { type: 'TEXT', text: ANSWERS[(i + k * 2) % ANSWERS.length] },
	};
}

const digits = (i: number) => phoneOf(i).slice(1);

const time = (at: number) => new Date(at).toISOString().replace('Z', '+0000');
