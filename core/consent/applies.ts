import { isPromotional, type Use } from '../policy/promotional';
import type { ConsentKey, ConsentStatement } from './statement';

/** As an agent: all agents. As a purpose: every promotional purpose, which is what STOP and START are about. */
export const ANY = '*';

/** The purpose of messages nobody named one for. */
export const USUAL_PURPOSE = 'marketing';

/**
 * The statements of one person that count for a key. Transactional purposes pass on their own statements
 * only: whoever says STOP to marketing still wants to know that the parcel is coming.
 */
export function statementsFor(
	{ agent, purpose }: Pick<ConsentKey, 'agent' | 'purpose'>,
	statements: readonly ConsentStatement[],
	traffic?: Use['traffic'],
): ConsentStatement[] {
	const promotional = isPromotional({ purpose, ...(traffic === undefined ? {} : { traffic }) });
	return statements.filter(
		({ key }) =>
			(agent === ANY || key.agent === ANY || key.agent === agent) &&
			(key.purpose === purpose || (promotional && key.purpose === ANY)),
	);
}
