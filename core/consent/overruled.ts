import type { PurposeKind } from '../policy/promotional';
import { defined } from '../json';
import { consentFor } from './applies';
import type { ConsentStatement } from './statement';

/**
 * Why an admin's opt-in does not hold, in words, where the last word of the person is an opt-out; nothing,
 * where it holds or something else came after it. `statements`: all of the person; `kind`: of the purpose.
 */
export function overruled(
	{ key, origin, state }: ConsentStatement,
	statements: readonly ConsentStatement[],
	kind?: PurposeKind,
): string | undefined {
	if (origin !== 'admin' || state !== 'optedIn') return undefined;
	const {
		state: holds,
		decidedBy,
		since,
	} = consentFor({ ...key, ...defined({ kind }) }, statements);
	if (holds !== 'optedOut' || decidedBy?.origin !== 'person') return undefined;
	return `The person opted out (${since}), and an admin's opt-in does not end that without proof. If the person agreed after it, record the opt-in with the time of that (proof.consentedAt).`;
}
