import { isPromotional, type PurposeKind } from '../policy/promotional';
import { defined } from '../json';
import { ANY, consentFor, USUAL_PURPOSE } from './applies';
import { isDoubt } from './consentOf';
import type { ConsentStatement } from './statement';

/**
 * Whether the send gate holds promotional messages to a person because of a text that may be an opt-out: for any
 * of the agents and purposes that the statements of the person name, or for the usual ones. `kindOf` tells of
 * purposes what their names do not.
 */
export function awaitsReview(
	statements: readonly ConsentStatement[],
	kindOf: (purpose: string) => PurposeKind | undefined = () => undefined,
): boolean {
	const agents = new Set([ANY, ...statements.map(({ key }) => key.agent)]);
	const purposes = new Set([USUAL_PURPOSE, ...statements.map(({ key }) => key.purpose)]);
	return [...purposes].some((purpose) => {
		const use = { purpose, ...defined({ kind: kindOf(purpose) }) };
		if (purpose === ANY || !isPromotional(use)) return false;
		return [...agents].some((agent) => {
			const { decidedBy } = consentFor({ ...use, agent }, statements);
			return decidedBy !== undefined && isDoubt(decidedBy);
		});
	});
}
