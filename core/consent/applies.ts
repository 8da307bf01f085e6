import { isPromotional, type Use } from '../policy/promotional';
import { type Consent, consentOf } from './consentOf';
import type { ConsentKey, ConsentStatement, StatedState } from './statement';

/** As an agent: all agents. As a purpose: every promotional purpose, which is what STOP and START are about. */
export const ANY = '*';

/** The purpose of messages nobody named one for. */
export const USUAL_PURPOSE = 'marketing';

/** The purpose of a statement that names none: whoever opts out without saying of what means all marketing. */
export function statedPurpose(state: StatedState): string {
	return state === 'optedOut' ? ANY : USUAL_PURPOSE;
}

/** What consent is asked about. */
export interface AskedConsent extends Pick<ConsentKey, 'agent' | 'purpose'>, Omit<Use, 'purpose'> {}

/**
 * The statements of one person that count for a key. Transactional purposes pass on their own statements
 * only: whoever says STOP to marketing still wants to know that the parcel is coming.
 */
export function statementsFor(
	{ agent, ...use }: AskedConsent,
	statements: readonly ConsentStatement[],
): ConsentStatement[] {
	const promotional = isPromotional(use);
	return statements.filter(
		({ key }) =>
			(agent === ANY || key.agent === ANY || key.agent === agent) &&
			(key.purpose === use.purpose || (promotional && key.purpose === ANY)),
	);
}

/**
 * What holds for a key. Whoever asks for any agent does not know which one writes: an opt-out from a single
 * one holds then, whatever the person said to others, before or after it.
 */
export function consentFor(asked: AskedConsent, statements: readonly ConsentStatement[]): Consent {
	const all = statementsFor(asked, statements);
	if (asked.agent !== ANY) return consentOf(all);
	const agents = [...new Set(all.map(({ key }) => key.agent))];
	const optOuts = agents.flatMap((agent) => {
		const own = all.filter(({ key }) => key.agent === agent || key.agent === ANY);
		const { state, decidedBy } = consentOf(own.filter((one) => one.state !== 'pending'));
		return state === 'optedOut' && decidedBy ? [decidedBy] : [];
	});
	return consentOf(optOuts.length > 0 ? optOuts : all);
}
