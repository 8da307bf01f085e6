import { compact } from '../../../json';
import type { CrmContact } from '../../crm';
import type { Org } from '../org';
import type { Field, ObjectType, SfRecord, Value } from '../schema/types';

/** Where people are in an org. */
export const peopleObjects = ['Contact', 'Lead'] as const;

/** The synced fields begin like this. */
const SYNCED = 'RCS_';
const CONSENT = 'RCS_Consent_Status__c';

/** Everybody in the org, as the page shows them: what an admin sees, without regard to permissions. */
export function people({ schema, store }: Org): CrmContact[] {
	return peopleObjects.flatMap((name) => {
		const object = schema.find(name);
		return object ? store.list(object).map((record) => person(record)) : [];
	});

	function person(record: SfRecord): CrmContact {
		const { object, id, values } = record;
		const synced = customFields(object).filter(({ name }) => name.startsWith(SYNCED));
		return compact({
			id,
			object: object.name,
			name: shown(values['Name']),
			phone: shown(values['MobilePhone'] ?? values['Phone']),
			fields: filled(synced, record),
			consentField: consentField(record),
			timeline: timeline(record),
		});
	}

	/** The records of other objects that belong to this one. */
	function timeline(parent: SfRecord): CrmContact['timeline'] {
		return schema
			.objects()
			.filter(({ custom }) => custom)
			.flatMap((object) => childrenOf(object, parent))
			.map((child) => entry(child))
			.sort((a, b) => (a.at < b.at ? 1 : -1));
	}

	function childrenOf(object: ObjectType, parent: SfRecord): SfRecord[] {
		return customFields(object)
			.filter(({ referenceTo }) => referenceTo === parent.object.name)
			.flatMap((field) => store.findBy(object, field, parent.id));
	}
}

function entry(record: SfRecord): CrmContact['timeline'][number] {
	const { object, values } = record;
	const own = customFields(object).filter(({ type }) => type !== 'reference');
	return {
		at: lastTime(own, record) ?? shown(values['LastModifiedDate']),
		title: `${object.label} ${shown(values['Name'])}`,
		facts: filled(own, record),
	};
}

/** When the last of what the record tells of happened; it was written some time after that. */
function lastTime(fields: readonly Field[], { values }: SfRecord): string | undefined {
	const times = fields.filter(({ type }) => type === 'datetime').map(({ name }) => values[name]);
	return times
		.flatMap((time) => (typeof time === 'string' ? [time] : []))
		.toSorted()
		.at(-1);
}

function consentField({ object, values }: SfRecord): CrmContact['consentField'] {
	const field = object.fields.get(CONSENT.toLowerCase());
	return (
		field?.choices && {
			name: field.name,
			label: field.label,
			value: shown(values[field.name]),
			options: field.choices.map(({ value, label }) => ({ value, label })),
		}
	);
}

const customFields = (object: ObjectType): Field[] =>
	[...object.fields.values()].filter(({ custom }) => custom);

function filled(fields: readonly Field[], { values }: SfRecord): Record<string, string> {
	return Object.fromEntries(
		fields.flatMap((field) => {
			const value = values[field.name] ?? null;
			return value === null ? [] : [[field.label, inWords(field, value)]];
		}),
	);
}

/** As Salesforce's pages show it: picklists by their labels, a checkbox that is ticked or not. */
function inWords({ choices }: Field, value: Value): string {
	if (typeof value === 'boolean') return value ? 'Yes' : 'No';
	return choices?.find((choice) => choice.value === value)?.label ?? shown(value);
}

const shown = (value: Value | undefined): string => String(value ?? '');
