import { type ConsentSource, type StatedState, statedStates } from '../core/consent/statement';
import { deriveMessageId } from '../core/message/id';
import { stateOfVersion } from './consentVersion';
import { statusChoices } from './contactWrites';
import type { CrmStatement, RecordRef } from './crm';
import type { ContactValues } from './values';

/**
 * What somebody stated by changing the consent status of a record; nothing, where the status is the one
 * that was written with its version, or says nothing. Read again before the answer to it was written,
 * the same edit has the same id.
 *
 * `occurredAt` is when the record last changed, because CRMs do not tell when a single field did.
 */
export function consentEdit(
	source: Extract<ConsentSource, 'hubspot' | 'salesforce'>,
	record: RecordRef,
	values: ContactValues,
	occurredAt: string,
): CrmStatement['statement'] | undefined {
	const { consentStatus, consentVersion } = values;
	const state = statedStates.find((one) => statusChoices[one] === consentStatus);
	if (!state || state === writtenState(consentVersion)) return undefined;
	const id = deriveMessageId([
		source,
		record.object,
		record.id,
		state,
		Number(consentVersion ?? 0),
	]);
	return { id, state, level: 'single', origin: 'admin', source, occurredAt };
}

function writtenState(version: ContactValues['consentVersion']): StatedState | undefined {
	return typeof version === 'number' ? stateOfVersion(version) : undefined;
}
