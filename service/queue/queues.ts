import type { Queue } from 'pg-boss';

/** Data of a job, by its queue. */
export interface JobData {
	/** Events that were stored together: their messages are brought up to date, their contacts go to the outbox. */
	digest: { seqs: number[] };
	/** The outbox of one CRM is written. One job a CRM is queued; a lease has one run at a time, over all processes. */
	sync: { connection: string };
	/** Consent edited in a CRM is read. One a CRM, as `sync`. */
	poll: { connection: string };
	/** Raw webhooks are handed on to a target. One job a target is queued, and a lease has one run at a time. */
	forward: { target: string };
	/** A message that was held is sent. */
	send: { id: string };
	/** What nobody needs any more is deleted. */
	housekeeping: Record<string, never>;
}

export type QueueName = keyof JobData;

/** Whoever does not say for so long that it still works on a job has ended; the least pg-boss takes is 10. */
const HEARTBEAT_SECONDS = 10;

const DAY_SECONDS = 86_400;

/** A job is tried until it is done: what cannot be done is written down as such by the job itself. */
const untilDone = {
	retryLimit: 1_000_000,
	retryDelay: 1,
	retryBackoff: true,
	retryDelayMax: 60,
	retentionSeconds: 3650 * DAY_SECONDS,
	deleteAfterSeconds: 60,
	expireInSeconds: 600,
	heartbeatSeconds: HEARTBEAT_SECONDS,
	notify: true,
} as const satisfies Omit<Queue, 'name'>;

export const queues: Readonly<Record<QueueName, Omit<Queue, 'name'>>> = {
	digest: untilDone,
	sync: { ...untilDone, policy: 'short' },
	poll: { ...untilDone, policy: 'short' },
	forward: { ...untilDone, policy: 'short' },
	send: untilDone,
	housekeeping: { ...untilDone, policy: 'stately' },
};

export const queueNames = Object.keys(queues).filter(isQueueName);

function isQueueName(name: string): name is QueueName {
	return Object.hasOwn(queues, name);
}
