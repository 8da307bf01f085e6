import type { CrmContact } from '../../crm';
import type { Portal } from '../portal';
import type { Property } from '../properties/properties';
import { type CrmRecord, type Source, valueOf } from '../records/records';
import { writeAll } from '../records/write';
import { timelines } from './timeline';

/** The property the page edits; it is there once somebody set it up. */
const CONSENT = 'rcs_consent_status';

/** A person in HubSpot, as the history of a property names them. */
export const person: Source = { sourceType: 'CRM_UI', sourceId: 'userId:1', updatedByUserId: 1 };

/** The contacts as the page shows them. */
export function people(portal: Portal): CrmContact[] {
	const custom = portal.properties.list('contacts').filter(({ hubspotDefined }) => !hubspotDefined);
	const histories = timelines(portal);
	const consent = custom.find(({ name }) => name === CONSENT);
	return portal.records.list('contacts').map((record) => ({
		id: record.id,
		object: 'contacts',
		name: nameOf(record),
		phone: phoneOf(record),
		fields: fieldsOf(record, custom),
		...(consent ? { consentField: consentField(record, consent) } : {}),
		timeline: histories.get(record.id) ?? [],
	}));
}

export function addPerson(portal: Portal, { name, phone }: { name: string; phone: string }): void {
	const [firstname = '', ...rest] = name.split(' ');
	const properties = { firstname, lastname: rest.join(' '), phone };
	writeAll(portal, 'contacts', [{ properties }], person);
}

/** False where there is no such contact, property or option. */
export function editConsent(portal: Portal, id: string, value: string): boolean {
	const record = portal.records.find('contacts', id);
	const property = portal.properties.find('contacts', CONSENT);
	const isOption = value === '' || property?.options.some((option) => option.value === value);
	if (!record || !property || !isOption) return false;
	writeAll(portal, 'contacts', [{ record, properties: { [CONSENT]: value } }], person);
	return true;
}

function nameOf(record: CrmRecord): string {
	const name = [valueOf(record, 'firstname'), valueOf(record, 'lastname')]
		.filter(Boolean)
		.join(' ');
	return name || valueOf(record, 'email') || `Contact ${record.id}`;
}

function phoneOf(record: CrmRecord): string {
	const filled = ['phone', 'mobilephone', 'rcs_phone_e164'].map((name) => valueOf(record, name));
	return filled.find(Boolean) ?? '';
}

function fieldsOf(record: CrmRecord, properties: readonly Property[]): Record<string, string> {
	return Object.fromEntries(
		properties.flatMap(({ name, label, options }) => {
			const value = valueOf(record, name);
			if (!value) return [];
			return [[label, options.find((option) => option.value === value)?.label ?? value]];
		}),
	);
}

function consentField(
	record: CrmRecord,
	{ name, label, options }: Property,
): NonNullable<CrmContact['consentField']> {
	return {
		name,
		label,
		value: valueOf(record, name) ?? '',
		options: options.map(({ value, label }) => ({ value, label })),
	};
}
