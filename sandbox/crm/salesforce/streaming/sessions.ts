import { randomUUID } from 'node:crypto';

import type { JsonObject } from '../../../json';
import type { Cancel, Scheduler } from '../../../scheduler';

/** How long a request for events stays open, and how soon the next one has to come. */
export const TIMEOUT_MS = 110_000;
const RECONNECT_MS = 40_000;

/** A client that shook hands. */
export interface Session {
	clientId: string;
	/** Who has the session has this cookie, too. */
	cookie: string;
	authorization: string;
	channels: Set<string>;
	/** What was not fetched yet. */
	queue: JsonObject[];
	isConnected: boolean;
}

export interface Sessions {
	open(authorization: string): Session;
	find(clientId: unknown): Session | undefined;
	close(session: Session): void;
	all(): Session[];
	/** Until there is something to tell, the time is over, or somebody `wake`s it. */
	wait(session: Session): Promise<void>;
	wake(session: Session): void;
	/** Its client has to ask again soon, or is forgotten. */
	expectNext(session: Session): void;
	reset(): void;
}

/** The clients of the Streaming API. Times are network time. */
export function createSessions(scheduler: Scheduler): Sessions {
	const sessions = new Map<string, Session>();
	const waiting = new Map<Session, () => void>();
	const deadlines = new Map<Session, Cancel>();

	function wake(session: Session): void {
		waiting.get(session)?.();
	}

	function close(session: Session): void {
		sessions.delete(session.clientId);
		deadlines.get(session)?.();
		deadlines.delete(session);
		wake(session);
	}

	return {
		open(authorization) {
			const session: Session = {
				clientId: randomUUID().replaceAll('-', ''),
				cookie: randomUUID(),
				authorization,
				channels: new Set(),
				queue: [],
				isConnected: false,
			};
			sessions.set(session.clientId, session);
			return session;
		},
		find: (clientId) => (typeof clientId === 'string' ? sessions.get(clientId) : undefined),
		close,
		all: () => [...sessions.values()],
		wait(session) {
			deadlines.get(session)?.();
			wake(session);
			return new Promise((resolve) => {
				const cancel = scheduler.after(TIMEOUT_MS, done);
				waiting.set(session, done);
				function done(): void {
					cancel();
					if (waiting.get(session) === done) waiting.delete(session);
					resolve();
				}
			});
		},
		wake,
		expectNext(session) {
			deadlines.get(session)?.();
			deadlines.set(
				session,
				scheduler.after(RECONNECT_MS, () => close(session)),
			);
		},
		reset: () => [...sessions.values()].forEach(close),
	};
}
