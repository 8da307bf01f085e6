import { defined, lookUp } from '../../core/json';
import { consentRows } from './consents';
import type { Changes, ContactChange, MessageChange } from '../changes';
import type { CrmSettings } from '../crm';
import type { Row } from '../row';
import { PHONE } from './fields';
import { MESSAGE, messageFields, parents } from './messageFields';
import { messageKey, messageRecord } from './message';
import { missingIn } from './messageMerge';
import { salesforceOptions } from './settings';
import { toRecord } from './values';

/** One row a record: people first, then what names them. */
export function rowsOf(changes: Changes, settings: CrmSettings): Row[] {
	return [
		...changes.contacts.map((change) => personRow(change, settings)),
		...changes.messages.flatMap(messageRow),
		...(changes.consents ?? []).flatMap((change) => consentRows(change, settings)),
	];
}

/**
 * By the record's id where it is known, else by the phone. Without a last name Salesforce makes no new
 * contact, so a phone nobody has is refused.
 */
function personRow(change: ContactChange, settings: CrmSettings): Row {
	const { phone, also, record, urgent, values } = change;
	const fields = toRecord(values);
	if (record) {
		const { object: target, id } = record;
		return {
			key: `${target}:${id}`,
			target,
			phone,
			...defined({ also }),
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
