import { asLine } from '../../core/event/optOutPattern';
import { sentencesOf } from '../../core/event/optOutText';
import { BUCKETS, featuresOf } from '../../core/event/optOutWording/features';
import { isEnough } from '../../core/event/optOutWording/likeness';
import type { Example } from './example';

/** An example as the fit sees it. */
export interface Row {
	features: readonly number[];
	isOptOut: boolean;
	/** Too short a text is never judged. */
	isJudged: boolean;
}

/** A text scores the sum of its features' weights, divided by the square root of their number, and the bias. */
export interface Fitted {
	weights: Float64Array;
	bias: number;
}

/** How much a mistake costs: more follows the examples closer. */
const COST = 1;
const ROUNDS = 8;

export function rowOf({ text, isOptOut }: Pick<Example, 'text' | 'isOptOut'>): Row {
	const line = asLine(sentencesOf(text));
	return { features: featuresOf(line), isOptOut, isJudged: isEnough(line) };
}

/**
 * A linear support vector machine with squared loss, by dual coordinate descent (Hsieh et al., 2008). What few
 * examples have counts more: features are scaled by the logarithm of how rare they are. There is no chance in it.
 */
export function fit(rows: readonly Row[]): Fitted {
	const scale = rarity(rows);
	const learners = rows.map((row) => new Learner(row, scale));
	const fitted: Fitted = { weights: new Float64Array(BUCKETS), bias: 0 };
	for (let round = 0; round < ROUNDS; round++)
		for (const learner of shuffled(learners, round)) learner.learn(fitted);
	return {
		weights: fitted.weights.map((weight, at) => weight * (scale[at] ?? 0)),
		bias: fitted.bias,
	};
}

class Learner {
	private readonly sign: 1 | -1;
	private readonly values: Float64Array;
	private readonly size: number;
	/** How much this example has to hold the weights where they are. */
	private pull = 0;

	constructor(
		private readonly row: Row,
		scale: Float64Array,
	) {
		const { features, isOptOut } = row;
		this.sign = isOptOut ? 1 : -1;
		this.values = Float64Array.from(
			features,
			(at) => (scale[at] ?? 0) / Math.sqrt(features.length),
		);
		this.size = this.values.reduce((sum, value) => sum + value * value, 1 + 1 / (2 * COST));
	}

	learn(fitted: Fitted): void {
		const { features } = this.row;
		const { weights } = fitted;
		let score = fitted.bias;
		for (let i = 0; i < features.length; i++)
			score += (weights[features[i] ?? 0] ?? 0) * (this.values[i] ?? 0);
		const gradient = this.sign * score - 1 + this.pull / (2 * COST);
		const pull = Math.max(this.pull - gradient / this.size, 0);
		const step = (pull - this.pull) * this.sign;
		this.pull = pull;
		fitted.bias += step;
		if (step === 0) return;
		for (let i = 0; i < features.length; i++) {
			const at = features[i] ?? 0;
			weights[at] = (weights[at] ?? 0) + step * (this.values[i] ?? 0);
		}
	}
}

function rarity(rows: readonly Row[]): Float64Array {
	const having = new Float64Array(BUCKETS);
	for (const { features } of rows) for (const at of features) having[at] = (having[at] ?? 0) + 1;
	return having.map((some) => Math.log2((rows.length + 1) / (some + 1)) / Math.log2(rows.length));
}

/** In an order that looks like none and is the same every time. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
	const order = [...all];
	let state = seed + 1;
	for (let last = order.length - 1; last > 0; last--) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		const other = Math.floor((state / 2 ** 32) * (last + 1));
		const [a, b] = [order[last], order[other]];
		if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
	}
	return order;
}
