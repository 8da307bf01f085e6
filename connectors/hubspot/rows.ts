import { defined } from '../../core/json';
import { deriveMessageId } from '../../core/message/id';
import type { Changes, ContactChange } from '../changes';
import type { CrmSettings } from '../crm';
import type { Row } from '../row';
import { communicationRows } from './communications';
import { eventRows } from './events';
import { PHONE } from './fields';
import { historyOf } from './settings';
import type { TargetName } from './targets';
import { toProperties } from './values';

/**
 * One row a contact, and its history as the settings want it. History without a record is left out:
 * HubSpot could not say whose it is.
 */
export function rowsOf(changes: Changes, settings: CrmSettings): Row[] {
	const contacts = changes.contacts.map((change) => contactRow(change, settings));
	const history = {
		customEvents: () => eventRows(changes.events, settings),
		communications: () => communicationRows(changes.events, settings),
		none: () => [],
	};
	return [...contacts, ...history[historyOf(settings)]()];
}

/** By the record's id where it is known, else by the phone; made only where that is allowed. */
function contactRow(change: ContactChange, { createContacts }: CrmSettings): Row {
	const { phone, also, record, urgent, values } = change;
	const isNew = !record && createContacts;
	const target: TargetName = isNew ? 'upsert' : 'update';
	// What people see of a new contact is the phone they know.
	const properties = { ...toProperties(values), ...(isNew ? { [PHONE]: phone, phone } : {}) };
	const named = record ? { id: record.id } : { id: phone, idProperty: PHONE };
	const key = deriveMessageId([target, named.id, JSON.stringify(properties)]);
	const body = { ...named, objectWriteTraceId: key, properties };
	return { key, target, phone, ...defined({ also }), parent: named.id, urgent, body };
}
