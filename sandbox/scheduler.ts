/** The longest delay Node's timers take; longer ones are slept in turns. */
const LONGEST_TIMER_MS = 2_000_000_000;

export interface Scheduler {
	/** How many times faster than a real network everything happens. */
	readonly speed: number;
	/** Runs a task after `ms` of network time (real time divided by the speed). */
	after(ms: number, task: () => void): Cancel;
	/** Runs a task at a moment of the real clock. */
	at(moment: Date, task: () => void): Cancel;
	/** Forgets every task. */
	clear(): void;
}

export type Cancel = () => void;

/** The one place where the sandbox waits, so that stopping it leaves no timer behind. */
export function createScheduler(speed: number): Scheduler {
	const pending = new Set<{ timer: NodeJS.Timeout }>();

	function wait(ms: number, task: () => void): Cancel {
		const turn = Math.min(Math.max(ms, 0), LONGEST_TIMER_MS);
		const entry = { timer: setTimeout(wake, turn) };
		pending.add(entry);
		let rest = ms - turn;

		function wake(): void {
			if (rest > 0) {
				const next = Math.min(rest, LONGEST_TIMER_MS);
				rest -= next;
				entry.timer = setTimeout(wake, next);
				return;
			}
			pending.delete(entry);
			task();
		}
		return () => {
			clearTimeout(entry.timer);
			pending.delete(entry);
		};
	}

	return {
		speed,
		after: (ms, task) => wait(ms / speed, task),
		at: (moment, task) => wait(moment.getTime() - Date.now(), task),
		clear() {
			for (const { timer } of pending) clearTimeout(timer);
			pending.clear();
		},
	};
}
