import { type Scored, crossValidated, thresholdFor } from './crossValidation';
import type { Example } from './example';
import { fit, rowOf } from './fit';

/** How many ordinary texts may be taken for possible opt-outs by their wording. */
const MOST_ORDINARY = 0.03;

const LARGEST = 127;

export interface Learnt {
	/** Of `core/event/optOutWording/table.ts`. */
	source: string;
	scored: readonly Scored[];
	/** Of the scores. */
	threshold: number;
}

/** The table that `core/` carries, from examples: the same ones give the same table. */
export function learnTable(examples: readonly Example[]): Learnt {
	const scored = crossValidated(examples);
	const threshold = thresholdFor(MOST_ORDINARY, scored);
	const { weights, bias } = fit(examples.map(rowOf));
	const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
	const scale = LARGEST / largest;
	const small = Int8Array.from(weights, (weight) => Math.round(weight * scale));
	return { source: sourceOf(small, (threshold - bias) * scale), scored, threshold };
}

function sourceOf(weights: Int8Array, threshold: number): string {
	const base64 = Buffer.from(weights.buffer).toString('base64');
	return `/** Learnt from examples and written by a script: see \`scripts/optOutWording\`. */
export const table = {
	/** What the weights of a text have to come to. */
	threshold: ${threshold.toFixed(2)},
	/** A signed byte for each bucket, in Base64. */
	weights:
		'${base64}',
};
`;
}
