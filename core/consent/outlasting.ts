import { isPromotional, type PurposeKind } from '../policy/promotional';
import { defined } from '../json';
import { ANY } from './applies';
import { consentOf } from './consentOf';
import type { ConsentKey, ConsentSource, ConsentStatement } from './statement';

/** An opt-out that is to hold when nothing else is known of a person any more. */
export interface Outlasting extends Pick<ConsentKey, 'agent' | 'purpose'> {
	source: ConsentSource;
	/** ISO 8601 in UTC. */
	since: string;
}

/**
 * The opt-outs in force among the statements of one person: each ends only by a later statement for the
 * same agent and purpose, or for all. An opt-in for one agent ends no opt-out from all of them, and a request
 * that waits for its confirmation ends none. `kindOf` tells of purposes what their names do not.
 */
export function outlasting(
	statements: readonly ConsentStatement[],
	kindOf: (purpose: string) => PurposeKind | undefined = () => undefined,
): Outlasting[] {
	const promotional = new Set(
		statements
			.map(({ key: { purpose } }) => purpose)
			.filter((purpose) => isPromotional({ purpose, ...defined({ kind: kindOf(purpose) }) })),
	);
	const stated = statements.filter(({ state }) => state !== 'pending');
	const keys = stated
		.filter(({ state }) => state === 'optedOut')
		.map(({ key: { agent, purpose } }) => ({ agent, purpose }));
	const each = new Map(keys.map((key) => [JSON.stringify([key.agent, key.purpose]), key]));
	return [...each.values()].flatMap((key) => {
		const { state, since, decidedBy } = consentOf(
			stated.filter((one) => covers(one.key, key, promotional)),
		);
		if (state !== 'optedOut' || since === undefined || !decidedBy) return [];
		return [{ ...key, source: decidedBy.source, since }];
	});
}

/** Whether a statement about `wide` is about all of `narrow`. */
function covers(
	wide: ConsentKey,
	{ agent, purpose }: Pick<ConsentKey, 'agent' | 'purpose'>,
	promotional: ReadonlySet<string>,
): boolean {
	const sameAgent = wide.agent === agent || wide.agent === ANY;
	const samePurpose =
		wide.purpose === purpose || (wide.purpose === ANY && promotional.has(purpose));
	return sameAgent && samePurpose;
}
