/** How much is made of it: `RCS_FAULTS=full` for all of it, which takes minutes. */
const isFull = process.env['RCS_FAULTS'] === 'full';

/** Everybody has ten events. */
export const sizes = {
	killed: { people: isFull ? 2000 : 400, kills: isFull ? 50 : 12, seed: 20_261_121 },
	together: { people: isFull ? 2000 : 600, seed: 7 },
	outage: { people: isFull ? 2000 : 600, seed: 11 },
	timeoutMs: 900_000,
} as const;
