import type { Counts, Rates } from './shapes';

/** The counts as parts of what was sent or delivered; 0 of nothing. */
export function ratesOf(counts: Counts): Rates {
	const { sent, delivered } = counts;
	return {
		deliveredRate: part(delivered, sent),
		readRate: part(counts.read, sent),
		clickedRate: part(counts.clicked, sent),
		repliedRate: part(counts.replied, sent),
		failedRate: part(counts.failed, sent),
		optedOutRate: part(counts.optedOut, sent),
		rcsShare: part(counts.rcs, delivered),
		fallbackShare: part(counts.fallback, delivered),
	};
}

function part(some: number, all: number): number {
	return all === 0 ? 0 : Math.round((some / all) * 10_000) / 10_000;
}
