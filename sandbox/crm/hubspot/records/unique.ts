import { PORTAL_ID } from '../account/account';
import { conflict, type Refusal } from '../errors';
import type { Portal } from '../portal';
import { objectTypes, type ObjectType } from './objectTypes';
import { type CrmRecord, valueOf } from './records';

/** Properties that name one record: custom ones that were made unique, and a contact's e-mail address. */
export function uniqueProperties({ properties }: Portal, type: ObjectType): string[] {
	const custom = properties.list(type).filter(({ hasUniqueValue }) => hasUniqueValue);
	return [...custom.map(({ name }) => name), ...(type === 'contacts' ? ['email'] : [])];
}

/** Unique values are compared without regard to case, as e-mail addresses are. */
export const uniqueKey = (name: string, value: string): string => `${name} ${value.toLowerCase()}`;

export interface Claims {
	/** Why one of the values cannot be its, as it is another record's; `owner` is the record or what will become one. */
	problem(owner: object, values: Readonly<Record<string, string>>): Refusal | undefined;
	/** Takes the values, so that a later write of the batch cannot. */
	take(owner: object, values: Readonly<Record<string, string>>): void;
	holder(name: string, value: string): CrmRecord | undefined;
}

/** Who holds which unique value, at the beginning of a batch. */
export function claimsOf(portal: Portal, type: ObjectType): Claims {
	const names = uniqueProperties(portal, type);
	const owners = new Map<string, object>();
	const holders = new Map<string, CrmRecord>();
	for (const record of portal.records.list(type)) {
		for (const name of names) {
			const value = valueOf(record, name);
			if (!value) continue;
			owners.set(uniqueKey(name, value), record);
			holders.set(uniqueKey(name, value), record);
		}
	}

	const claimed = (values: Readonly<Record<string, string>>): [string, string][] =>
		Object.entries(values).filter(([name, value]) => names.includes(name) && value !== '');

	return {
		holder: (name, value) => holders.get(uniqueKey(name, value)),
		problem(owner, values) {
			for (const [name, value] of claimed(values)) {
				const key = uniqueKey(name, value);
				const other = owners.get(key);
				if (other !== undefined && other !== owner)
					return taken(type, name, value, holders.get(key)?.id);
			}
			return undefined;
		},
		take(owner, values) {
			for (const [name, value] of claimed(values)) owners.set(uniqueKey(name, value), owner);
		},
	};
}

function taken(type: ObjectType, name: string, value: string, holder = 'another input'): Refusal {
	if (name === 'email') return conflict(`Contact already exists. Existing ID: ${holder}`);
	const place = `portalId=${PORTAL_ID}, objectTypeId=${objectTypes[type].id}, propertyName=${name}, value=${value}`;
	return conflict(
		`Cannot set PropertyValueCoordinates{${place}}. ${holder} already has that value.`,
	);
}
