import { BUCKETS, featuresOf } from './features';
import { table } from './table';

/** What was learnt: a weight for each bucket, from -128 to 127, and how much they must come to. */
export interface Weights {
	weights: Int8Array;
	threshold: number;
}

/** Short answers to a question, such as "yes" or "42", are too little to go by. */
const FEWEST_WORDS = 2;

let learnt: Weights | undefined;

/** Whether a line of `asLine` looks like the opt-outs it was learnt from. No more than a reason to read it. */
export function looksLikeOptOut(line: string): boolean {
	learnt ??= { weights: unpacked(table.weights), threshold: table.threshold };
	return likeness(line, learnt.weights) >= learnt.threshold;
}

/** How much a line is like an opt-out, whatever its length. */
export function likeness(line: string, weights: ArrayLike<number>): number {
	if ((line.match(/[\p{L}\p{M}]+/gu) ?? []).length < FEWEST_WORDS) return -Infinity;
	const features = featuresOf(line);
	const sum = features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0);
	return sum / Math.sqrt(features.length);
}

function unpacked(base64: string): Int8Array {
	const weights = new Int8Array(BUCKETS);
	weights.set(Buffer.from(base64, 'base64'));
	return weights;
}
