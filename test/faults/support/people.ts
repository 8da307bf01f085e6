/** How many people there are: as many as the numbers below that are reserved for fiction. */
export const PEOPLE = 2000;

/** Ofcom's numbers for drama: 07700 900xxx and 01632 960xxx. */
export function phoneOf(i: number): string {
	const last = String(i % 1000).padStart(3, '0');
	return i < 1000 ? `+447700900${last}` : `+441632960${last}`;
}

/** How a phone stands in the CRM before anything is written. */
export type Standing =
	'known' | 'typed' | 'national' | 'other' | 'both' | 'second' | 'shared' | 'nobody';

const standings: readonly Standing[] = [
	...(['known', 'known', 'known', 'known', 'typed', 'typed'] as const),
	...(['national', 'national', 'other', 'nobody'] as const),
];

/**
 * Five phones are shared by two records; of every ten others one is nobody's, or, every other time, the
 * second one of the record before.
 */
export function standingOf(i: number): Standing {
	if (i % 400 === 399) return 'shared';
	if (i % 20 === 18 && i % 400 !== 398) return 'both';
	if (i % 20 === 19) return 'second';
	return standings[i % standings.length] ?? 'nobody';
}

export const everybody: readonly { i: number; phone: string; standing: Standing }[] = Array.from(
	{ length: PEOPLE },
	(_, i) => ({ i, phone: phoneOf(i), standing: standingOf(i) }),
);

/** A number as somebody in its country types it. */
export function asTyped(phone: string): string {
	const national = phone.replace('+44', '0');
	return `${national.slice(0, 5)} ${national.slice(5)}`;
}
