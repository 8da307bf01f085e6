import type { Service } from '../service';
import { underLease } from '../store/lease';
import { type Forwarded, forwardOnce } from './forwardOnce';
import {
	dueAt,
	endTrouble,
	giveUp,
	nextForward,
	noteAttempt,
	noteTrouble,
	removeForward,
	type TargetTrouble,
	troubleOf,
	type WaitingForward,
} from './forwardStore';

/** So many targets are sent to at one time, so that a slow one does not hold up the others. */
const TARGETS_AT_ONCE = 8;

/** Hands raw webhooks on; one process at a time works for a target, so that their order is kept. */
export async function startForwarding(service: Service): Promise<undefined> {
	const isStale = staleSince(service, isoOf(service.clock.now()));
	await service.queues.work(
		'forward',
		async ({ target }, signal) => {
			const work = (lost: AbortSignal) =>
				forwardTo(service, target, AbortSignal.any([signal, lost]), isStale);
			const isDone = await underLease(service.store, `forward ${target}`, work);
			if (!isDone) await again(service, target, isoOf(service.clock.now() + BUSY_MS));
		},
		{ localConcurrency: TARGETS_AT_ONCE },
	);
}

/** Whoever finds another one at work looks again after so long. */
const BUSY_MS = 1000;

/** Whoever works for a target lets others have a turn after so long. */
const TURN_MS = 20_000;

/**
 * Tells webhooks of before the configuration of this process whose target it does not name any more. What came
 * later was stored by a process that has another configuration: it may know better.
 */
function staleSince({ accounts }: Service, start: string) {
	return ({ connection, target, received_at: at }: WaitingForward): boolean =>
		at < start && accounts.get(connection)?.forwardTo.includes(target) !== true;
}

const STALE =
	'The configuration does not name this target any more: it is not under forwardTo of the connection';

async function forwardTo(
	service: Service,
	target: string,
	signal: AbortSignal,
	isStale: (webhook: WaitingForward) => boolean,
): Promise<void> {
	const { store, clock } = service;
	const end = clock.now() + TURN_MS;
	let trouble = await troubleOf(store, target);
	while (!isWaiting(trouble, clock.now())) {
		const next = await nextForward(store, target, isoOf(clock.now()));
		if (!next) return again(service, target, await dueAt(store, target));
		if (clock.now() > end || signal.aborted) break;
		if (isStale(next)) await giveUpStale(service, next);
		else trouble = await send(service, next, trouble, signal);
	}
	return again(service, target, trouble?.waitUntil ?? isoOf(clock.now()));
}

function isWaiting(trouble: TargetTrouble | undefined, now: number): boolean {
	return trouble !== undefined && trouble.waitUntil > isoOf(now);
}

/** Another job goes on then. One that is called in the meantime finds that it is too early. */
async function again({ queues }: Service, target: string, at: string | undefined): Promise<void> {
	if (at !== undefined) await queues.add('forward', { target }, { key: target, startAfter: at });
}

async function giveUpStale({ store, reports }: Service, webhook: WaitingForward): Promise<void> {
	const { id, connection } = webhook;
	const given = await giveUp(store, { id }, STALE);
	reports.forwarded(connection, 'givenUp');
	reports.warned('Forwarded webhooks were given up', { connection, given });
}

/** Sends one webhook, and gives what trouble there is with its target after it. */
async function send(
	service: Service,
	webhook: WaitingForward,
	before: TargetTrouble | undefined,
	signal: AbortSignal,
): Promise<TargetTrouble | undefined> {
	const { store } = service;
	const result = await forwardOnce(webhook, signal);
	if (!result.taken && signal.aborted) return before;
	if (!result.taken) return notTaken(service, webhook, before, result);
	await store.transaction(async (sql) => {
		if (before) await endTrouble(sql, webhook.target);
		await removeForward(sql, webhook.id);
	});
	service.reports.forwarded(webhook.connection, 'done');
	return undefined;
}

/** One that a target refuses so often lets others go before it: the fault may be its own. */
const TRIES_IN_ORDER = 3;

/** Webhooks that nobody took for so long are given up, but only where it was tried often. */
const GIVE_UP_MS = 24 * 3_600_000;
const LEAST_TRIES = 10;

async function notTaken(
	service: Service,
	webhook: WaitingForward,
	before: TargetTrouble | undefined,
	{ reason, retryAfterMs = 0 }: Extract<Forwarded, { taken: false }>,
): Promise<TargetTrouble> {
	const now = service.clock.now();
	const { target, connection } = webhook;
	const attempts = webhook.attempts + 1;
	const failures = (before?.failures ?? 0) + 1;
	const wait = Math.max(retryAfterMs, waitAfter(failures, MOST_TARGET_WAIT_MS));
	const trouble = { failures, waitUntil: isoOf(now + wait), reason };
	const old = isoOf(now - GIVE_UP_MS);
	const ownWait = attempts < TRIES_IN_ORDER ? undefined : waitAfter(attempts, MOST_OWN_WAIT_MS);
	const given = await service.store.transaction(async (sql) => {
		await noteTrouble(sql, target, trouble);
		await noteAttempt(sql, webhook, ownWait === undefined ? undefined : isoOf(now + ownWait));
		if (failures >= LEAST_TRIES) return giveUp(sql, { target, receivedBefore: old }, reason);
		const isOld = attempts >= LEAST_TRIES && webhook.received_at <= old;
		return isOld ? giveUp(sql, { id: webhook.id }, reason) : 0;
	});
	service.reports.forwarded(connection, given > 0 ? 'givenUp' : 'again');
	if (given > 0) service.reports.warned('Forwarded webhooks were given up', { connection, given });
	return trouble;
}

const FIRST_WAIT_MS = 1000;
const MOST_TARGET_WAIT_MS = 10 * 60_000;
const MOST_OWN_WAIT_MS = 3_600_000;

/** Twice as long each time. */
function waitAfter(failures: number, most: number): number {
	return Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20), most);
}

function isoOf(ms: number): string {
	return new Date(ms).toISOString();
}
