import type { Example } from './example';
import { fit, type Fitted, type Row, rowOf } from './fit';

const FOLDS = 5;

export interface Scored extends Example {
	/** By a fit that saw nothing of its group. */
	score: number;
}

/** What a fit says of examples whose whole groups it has not seen. */
export function crossValidated(examples: readonly Example[]): Scored[] {
	const groups = [...new Set(examples.map(({ group }) => group))];
	const rows = examples.map((example) => ({
		example,
		row: rowOf(example),
		fold: groups.indexOf(example.group) % FOLDS,
	}));
	return Array.from({ length: FOLDS }, (_, held) => {
		const fitted = fit(rows.flatMap(({ fold, row }) => (fold === held ? [] : row)));
		return rows.flatMap(({ fold, row, example }) =>
			fold === held ? { ...example, score: scoreOf(row, fitted) } : [],
		);
	}).flat();
}

function scoreOf({ features, isJudged }: Row, { weights, bias }: Fitted): number {
	if (!isJudged) return -Infinity;
	const sum = features.reduce((sum, at) => sum + (weights[at] ?? 0), 0);
	return sum / Math.sqrt(features.length) + bias;
}

/** The score that no more than a share of the ordinary texts reach. */
export function thresholdFor(share: number, scored: readonly Scored[]): number {
	const ordinary = scored.flatMap(({ isOptOut, score }) => (isOptOut ? [] : score));
	const highest = ordinary.toSorted((a, b) => b - a);
	return highest[Math.floor(ordinary.length * share)] ?? Infinity;
}
