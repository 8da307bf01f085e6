import { seeded } from '../../../faults/seeded';
import type { CrmWorld } from '../../crm';
import type { DeliveryRecord } from '../../../webhooks/log';
import { APP_SECRET } from '../account/account';
import type { Portal } from '../portal';
import type { Change } from '../records/changes';
import { type CrmRecord, valueOf } from '../records/records';
import { show } from '../records/show';
import { type AppStore, createApp } from './app';
import { concerns, eventOf, type WebhookEvent } from './event';
import { createSender } from './sender';
import { appSignature, workflowSignature } from './sign';

const MINUTE_MS = 60_000;

const MOST_EVENTS = 100;
const ANSWER_WITHIN_MS = 5000;
/** How long events are gathered; no document says. */
const LINGER_MS = 500;
/** Ten repetitions within a day; no document says when. */
const RETRIES_MS = [1, 5, 15, 30, 60, 120, 180, 240, 300, 360].map(
	(minutes) => minutes * MINUTE_MS,
);

const WORKFLOW_ANSWER_WITHIN_MS = 30_000;
/** From a minute on, ever longer, up to eight hours, for three days. */
const WORKFLOW_RETRIES_MS = [1, 5, 30, 120, 480, 480, 480, 480, 480, 480, 480, 480].map(
	(minutes) => minutes * MINUTE_MS,
);
const TOO_MANY = 429;

export interface Webhooks {
	app: AppStore;
	/** The action "Send a webhook" of a workflow, about a contact that went through it. */
	sendFromWorkflow(record: CrmRecord, url: string): void;
	/** How the last requests went. */
	log(): DeliveryRecord[];
	reset(): void;
}

/**
 * The webhooks of the account, as HubSpot's documents describe them: batches of up to a hundred events in
 * no order, to one URL, signed, repeated ten times within a day, so many requests at one time.
 */
export function createWebhooks(portal: Portal, { scheduler, faults }: CrmWorld): Webhooks {
	const app = createApp();
	const sender = createSender(scheduler, faults, () => app.get().maxConcurrentRequests);
	let random = seeded(1);
	let gathered: WebhookEvent[] = [];

	portal.changes.on((change: Change) => {
		const { targetUrl, subscriptions } = app.get();
		const concerned = subscriptions.filter((one) => concerns(one, change));
		if (targetUrl === undefined || concerned.length === 0) return;
		if (gathered.length === 0) scheduler.after(LINGER_MS, () => sendGathered(targetUrl));
		for (const subscription of concerned)
			gathered.push(eventOf(change, subscription, Math.floor(random() * 2 ** 31)));
	});

	/** Nobody may rely on an order, so the latest is the first. */
	function sendGathered(url: string): void {
		const events = gathered.reverse();
		gathered = [];
		for (let from = 0; from < events.length; from += MOST_EVENTS)
			sendBatch(url, events.slice(from, from + MOST_EVENTS));
	}

	function sendBatch(url: string, events: readonly WebhookEvent[]): void {
		sender.send({
			event: 'app',
			url,
			results: events.length,
			body: (attemptNumber) => JSON.stringify(events.map((one) => ({ ...one, attemptNumber }))),
			headers: (body) => appSignature({ uri: url, body, secret: APP_SECRET }),
			retries: RETRIES_MS.map(varied),
			answerWithinMs: ANSWER_WITHIN_MS,
		});
	}

	/** So that failures of one moment are not all repeated at one moment. */
	const varied = (ms: number): number => ms * (0.9 + 0.2 * random());

	return {
		app,
		sendFromWorkflow(record, url) {
			const properties = [...record.versions.keys()].filter((name) => valueOf(record, name));
			const body = JSON.stringify(show(record, { properties }));
			sender.send({
				event: 'workflow',
				url,
				results: 1,
				body: () => body,
				headers: () => workflowSignature({ uri: url, body, secret: APP_SECRET }),
				retries: WORKFLOW_RETRIES_MS.map(varied),
				isFinal: (status) => status >= 400 && status < 500 && status !== TOO_MANY,
				answerWithinMs: WORKFLOW_ANSWER_WITHIN_MS,
			});
		},
		log: () => sender.log(),
		reset() {
			app.reset();
			sender.reset();
			random = seeded(1);
			gathered = [];
		},
	};
}
