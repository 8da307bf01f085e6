import { asArray, asNumber, asObject, asString, type JsonObject, lookUp } from '../../core/json';
import type { RecordRef } from '../changes';
import { fieldName } from './fields';
import type { PersonObject } from './people';

/** What an event of Change Data Capture tells of people. */
export interface ChangeEvent {
	/** Where the channel goes on. Ids grow, and leave some out. */
	replayId: number;
	/** Whose consent may be another one. */
	changed: readonly RecordRef[];
	gone: readonly RecordRef[];
	/** More changed than it names: what it was has to be asked for. */
	isIncomplete: boolean;
}

/** The channel that tells of an object. */
export function changeChannel(object: PersonObject['name']): string {
	return `/data/${object}ChangeEvent`;
}

/**
 * Reads the `data` of an event, or gives `undefined` for something else. Values are not read: events may
 * come twice, and an update by a flow comes with the client name of whoever set it off.
 *
 * @see https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_event_fields_header.htm
 */
export function readChangeEvent(
	data: unknown,
	object: PersonObject['name'],
): ChangeEvent | undefined {
	const replayId = asNumber(asObject(asObject(data)['event'])['replayId']);
	if (replayId === undefined) return undefined;
	const header = asObject(asObject(asObject(data)['payload'])['ChangeEventHeader']);
	const type = asString(header['changeType']) ?? '';
	const ids = asArray(header['recordIds']).flatMap((id) => asString(id) ?? []);
	const records = ids.filter(isId).map((id) => ({ object, id }));
	const effect = lookUp(effects, type.replace(/^GAP_/, '')) ?? 'unclear';
	return {
		replayId,
		changed: effect === 'changed' && mayConcernConsent(header) ? records : [],
		gone: effect === 'gone' ? records : [],
		isIncomplete: effect === 'unclear' || records.length < ids.length,
	};
}

const effects: Readonly<Record<string, 'changed' | 'gone'>> = {
	CREATE: 'changed',
	UPDATE: 'changed',
	UNDELETE: 'changed',
	DELETE: 'gone',
};

/** Not an id is `003*`, for every record there is. */
function isId(id: string): boolean {
	return /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(id);
}

const watched = new Set<string>(
	(['consentStatus', 'consentUpdatedAt', 'consentSource'] as const).map(fieldName),
);

/** Only an update names its fields, and not where it is one that Salesforce could not describe. */
function mayConcernConsent({ changeType, changedFields }: JsonObject): boolean {
	const names = asArray(changedFields);
	if (changeType !== 'UPDATE' || names.length === 0) return true;
	return names.some((name) => watched.has(asString(name) ?? ''));
}
