import type { CrmAccount } from '../config/crmAccounts';
import type { Pause, PauseKind } from './crmState';
import type { Obstacle } from './verdict';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** An outage is looked at again soon, and later each time. */
const SHORTEST_OUTAGE = SECOND;
const LONGEST_OUTAGE = 5 * MINUTE;

/** How often it is tried whether somebody put right what only a person can. */
const BY_HAND = 5 * MINUTE;

/** How long nothing is written, and what a person can do. `failures`: how often it went wrong before, in a row. */
export function pauseFor(
	account: CrmAccount,
	obstacle: Obstacle,
	failures: number,
	now: number,
): Omit<Pause, 'at'> {
	const { kind, reason, afterMs } = obstacle;
	const ms = waits[kind](failures, afterMs ?? 0);
	const advice = [obstacle.advice, advices[kind](account)].filter(Boolean).join(' ');
	return { kind, until: new Date(now + ms).toISOString(), reason, advice };
}

const waits: Readonly<Record<PauseKind, (failures: number, askedMs: number) => number>> = {
	park: (_, askedMs) => Math.max(SECOND, askedMs),
	reauth: () => BY_HAND,
	setup: () => BY_HAND,
	outage: (failures, askedMs) =>
		Math.max(askedMs, Math.min(SHORTEST_OUTAGE * 2 ** failures, LONGEST_OUTAGE)),
};

const advices: Readonly<Record<PauseKind, (account: CrmAccount) => string>> = {
	park: ({ crm }) =>
		`Nothing is lost: it goes on by itself at the time shown. If it happens often, ask ${crm.displayName} for more calls, collect changes for longer (sync.linger), or keep less history.`,
	reauth: ({ connection, crm }) =>
		`Nothing is lost. Renew the access in ${crm.displayName}, or put a new one into config.crms.${connection}.auth and start the service again. It is tried again every 5 minutes, and at once by Try Again.`,
	setup: ({ crm }) =>
		`Nothing is lost. Run "rcs-connectors provision ${crm.id} --settings FILE" to add what is missing. It is tried again every 5 minutes, and at once by Try Again.`,
	outage: ({ crm }) =>
		`Nothing is lost, and there is nothing to do unless it lasts: it is tried again by itself. See the status page of ${crm.displayName}.`,
};
