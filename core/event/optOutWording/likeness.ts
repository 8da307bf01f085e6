import { BUCKETS, featuresOf } from './features';
import { table } from './table';

/** Short answers to a question, such as "yes please" or "size 42", are too little to go by. */
const FEWEST_WORDS = 3;

let weights: Int8Array | undefined;

/** Whether a line of `asLine` looks like the opt-outs that the table was learnt from: a reason to read it, no more. */
export function looksLikeOptOut(line: string): boolean {
	if (!isEnough(line)) return false;
	weights ??= unpacked(table.weights);
	const features = featuresOf(line);
	let sum = 0;
	for (const feature of features) sum += weights[feature] ?? 0;
	return sum / Math.sqrt(features.length) >= table.threshold;
}

/** Whether a line says enough to be judged by its wording. */
export function isEnough(line: string): boolean {
	return (line.match(/[\p{L}\p{M}]+/gu) ?? []).length >= FEWEST_WORDS;
}

function unpacked(base64: string): Int8Array {
	const bytes = new Int8Array(BUCKETS);
	bytes.set(Buffer.from(base64, 'base64'));
	return bytes;
}
