import { lookUp } from '../../core/json';
import { consentRows } from './consents';
import type { Changes, ContactChange, CrmSettings, MessageChange, Row } from '../crm';
import { mergeValues } from '../values';
import { PHONE } from './fields';
import { MESSAGE, messageFields, parents } from './messageFields';
import { messageKey, messageRecord } from './message';
import { missingIn } from './messageMerge';
import { salesforceOptions } from './settings';
import { toRecord } from './values';

/** One row a record: people first, then what names them. */
export function rowsOf(changes: Changes, settings: CrmSettings): Row[] {
	const contacts = sameForOneRecord(changes.contacts);
	return [
		...contacts.map((change) => personRow(change, settings)),
		...changes.messages.flatMap(messageRow),
		...sameForOneRecord(changes.consents ?? []).flatMap((change) => consentRows(change, settings)),
	];
}

/** Two phones of one record tell of the same fields: each of its rows writes what both of them say. */
function sameForOneRecord(changes: readonly ContactChange[]): ContactChange[] {
	const known = new Map<string, ContactChange['values']>();
	for (const { record, values } of changes)
		if (record) known.set(record.id, mergeValues(known.get(record.id) ?? {}, values));
	return changes.map((change) => {
		const values = known.get(change.record?.id ?? '') ?? change.values;
		return { ...change, values };
	});
}

/**
 * By the record's id where it is known, else by the phone. Without a last name Salesforce makes no new
 * contact, so a phone nobody has is refused.
 */
function personRow({ phone, record, urgent, values }: ContactChange, settings: CrmSettings): Row {
	const fields = toRecord(values);
	if (record) {
		const { object: target, id } = record;
		return {
			key: `${target}:${id}`,
			target,
			phone,
			parent: id,
			urgent,
			body: { Id: id, ...fields },
		};
	}
	const target = 'Contact';
	const { newContactLastName = phone } = salesforceOptions(settings);
	const made = settings.createContacts ? { LastName: newContactLastName, MobilePhone: phone } : {};
	const body = { ...made, ...fields, [PHONE]: phone };
	return { key: `${target}:${phone}`, target, phone, parent: phone, urgent, body };
}

/** What the record of the message has not yet; nothing where it has everything. */
function messageRow(change: MessageChange): Row[] {
	const { phone, record } = change;
	const parent = lookUp(parents, record?.object);
	const named =
		record && parent
			? { [parent.id]: record.id }
			: { [parents.Contact.relation]: { [PHONE]: phone } };
	const body = missingIn(change.before, { ...messageRecord(change), ...named });
	if (Object.keys(body).length === 0) return [];
	const key = messageKey(change);
	return [
		{
			key: `${MESSAGE}:${key}`,
			target: MESSAGE,
			phone,
			parent: record?.id ?? phone,
			urgent: false,
			body: { [messageFields.key.name]: key, ...body },
		},
	];
}
