import { statusChoices } from '../../connectors/contactWrites';
import type { ContactValues } from '../../connectors/values';
import { statedStates } from '../../core/consent/statement';
import { itemJson } from '../shared/itemJson';

/** The opt-in that a record holds, as items have it. Nothing on record is `unknown`, and no opt-in. */
export function optInOf(values: ContactValues) {
	const stated = statedStates.find((state) => statusChoices[state] === values.consentStatus);
	const { consentUpdatedAt: since, consentSource: source, reachable, reachableAt } = values;
	return itemJson({
		status: stated ?? 'unknown',
		optedIn: stated === 'optedIn',
		since: since || undefined,
		source: source || undefined,
		reachable,
		reachableAt: reachableAt || undefined,
	});
}
