import type { JsonObject } from '../../../json';
import { ADMIN_USER } from '../account';
import { Refusal } from '../errors';
import type { Org } from '../org';
import { adminAccess } from '../permissions';
import { create, remove, update } from '../records/save';
import type { SfRecord } from '../schema/types';
import { people } from './people';

/** The origin of what people do in Salesforce's own pages. */
const LIGHTNING = 'com/salesforce/api/soap/66.0;client=SfdcInternalAPI/';

/** What a person does in Salesforce's own pages: everything that validation rules and types allow. */
export interface Admin {
	create(object: string, fields: JsonObject): SfRecord;
	update(id: string, fields: JsonObject): SfRecord;
	remove(id: string): void;
	addContact(person: { name: string; phone: string }): void;
	editConsent(record: { object: string; id: string }, value: string): boolean;
}

export function createAdmin(org: Org): Admin {
	function asAdmin<T>(work: (caller: Parameters<typeof create>[1]) => T): T {
		const caller = {
			access: adminAccess(ADMIN_USER.id),
			owner: Symbol('admin'),
			origin: LIGHTNING,
		};
		try {
			return work(caller);
		} finally {
			org.locks.release(caller.owner);
		}
	}

	function find(id: string): SfRecord {
		const record = org.store.get(id);
		if (record) return record;
		throw new Refusal('NOT_FOUND', 'There is no such record');
	}

	const admin: Admin = {
		create(name, fields) {
			const object = org.schema.find(name);
			if (!object) throw new Refusal('NOT_FOUND', `There is no object ${name}`);
			return asAdmin((caller) => create(org, caller, object, fields));
		},
		update(id, fields) {
			const record = find(id);
			asAdmin((caller) => update(org, caller, record, fields));
			return record;
		},
		remove: (id) => asAdmin((caller) => remove(org, caller, find(id))),
		addContact({ name, phone }) {
			const [last = name, ...first] = name.split(' ').reverse();
			const FirstName = first.reverse().join(' ') || null;
			admin.create('Contact', { FirstName, LastName: last, MobilePhone: phone });
		},
		editConsent({ object, id }, value) {
			const person = people(org).find((one) => one.id === id && one.object === object);
			const field = person?.consentField;
			if (!field?.options.some((option) => option.value === value)) return false;
			admin.update(id, { [field.name]: value });
			return true;
		},
	};
	return admin;
}
