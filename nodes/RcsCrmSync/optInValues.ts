import { editedAt, statedIn } from '../../connectors/consentEdit';
import { readVersion } from '../../connectors/consentVersion';
import type { CrmConnector } from '../../connectors/crm';
import type { FoundRecord } from '../../connectors/lookups';
import { itemJson } from '../shared/itemJson';

/** The opt-in that a record holds, as items have it. Nothing on record is `unknown`, and no opt-in. */
export function optInOf(crm: CrmConnector, record: FoundRecord) {
	const { reachable, reachableAt } = record.values;
	const stated = statedIn(record.values);
	return itemJson({
		status: stated ?? 'unknown',
		optedIn: stated === 'optedIn',
		...(stated && originOf(crm, record)),
		// A checkbox that nobody set says no: only with a time does it say anything.
		...(reachableAt ? { reachable, reachableAt } : {}),
	});
}

/** Since when, and from where. What stands beside a status that somebody edited is of the one before. */
function originOf({ displayName }: CrmConnector, record: FoundRecord) {
	const { values, changedAt } = record;
	const { consentUpdatedAt, consentSource, consentVersion } = values;
	const isEdited = statedIn(values) !== readVersion(consentVersion)?.state;
	if (isEdited && changedAt !== undefined)
		return { since: editedAt({ ...record, changedAt }), source: `edited in ${displayName}` };
	return { since: consentUpdatedAt || undefined, source: consentSource || undefined };
}
