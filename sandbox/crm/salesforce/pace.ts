import type { Scheduler } from '../../scheduler';

const USUAL_WRITE_MS = 200;

/** How long things take, in real time. */
export interface Pace {
	/** How long a request that writes holds its locks. */
	writeMs(): number;
	setWriteMs(ms: number): void;
	reset(): void;
}

export function createPace({ speed }: Scheduler): Pace {
	let ms = USUAL_WRITE_MS;
	return {
		writeMs: () => ms / speed,
		setWriteMs: (changed) => void (ms = changed),
		reset: () => void (ms = USUAL_WRITE_MS),
	};
}
