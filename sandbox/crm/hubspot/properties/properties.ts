import type { ObjectType } from '../records/objectTypes';

export const propertyTypes = [
	'bool',
	'date',
	'datetime',
	'enumeration',
	'number',
	'phone_number',
	'string',
] as const;

export type PropertyType = (typeof propertyTypes)[number];

/** The kinds of field that can show each type. */
export const fieldTypes: Readonly<Record<PropertyType, readonly string[]>> = {
	bool: ['booleancheckbox'],
	date: ['date'],
	datetime: ['date'],
	enumeration: ['booleancheckbox', 'checkbox', 'radio', 'select'],
	number: ['number'],
	phone_number: ['phonenumber', 'text'],
	string: ['file', 'html', 'phonenumber', 'text', 'textarea'],
};

export interface Option {
	label: string;
	value: string;
	description?: string;
	displayOrder: number;
	hidden: boolean;
}

export interface Property {
	name: string;
	label: string;
	type: PropertyType;
	fieldType: string;
	groupName: string;
	description: string;
	options: Option[];
	displayOrder: number;
	hasUniqueValue: boolean;
	hidden: boolean;
	formField: boolean;
	hubspotDefined: boolean;
	calculated: boolean;
	readOnlyValue: boolean;
	createdAt?: string;
	updatedAt?: string;
	archivedAt?: number;
}

export interface Group {
	name: string;
	label: string;
	displayOrder: number;
	archived: boolean;
}

/** How long the name of an archived property stays taken. */
const PURGED_AFTER_MS = 90 * 24 * 3600 * 1000;

export interface Properties {
	list(type: ObjectType, archived?: boolean): Property[];
	find(type: ObjectType, name: string): Property | undefined;
	findArchived(type: ObjectType, name: string, now: number): Property | undefined;
	put(type: ObjectType, property: Property): void;
	archive(type: ObjectType, name: string, now: number): void;
	groups(type: ObjectType): Map<string, Group>;
	reset(): void;
}

/** The properties and groups of each object type: HubSpot's own, and those that were added. */
export function createProperties(
	builtIn: Readonly<
		Record<ObjectType, { properties: readonly Property[]; groups: readonly Group[] }>
	>,
): Properties {
	const active = new Map<ObjectType, Map<string, Property>>();
	const archived = new Map<ObjectType, Map<string, Property>>();
	const groups = new Map<ObjectType, Map<string, Group>>();

	function of<T>(store: Map<ObjectType, Map<string, T>>, type: ObjectType): Map<string, T> {
		const known = store.get(type) ?? new Map<string, T>();
		store.set(type, known);
		return known;
	}

	function reset(): void {
		for (const store of [active, archived, groups]) store.clear();
		for (const type of ['contacts', 'communications'] as const) {
			for (const property of builtIn[type].properties)
				of(active, type).set(property.name, property);
			for (const group of builtIn[type].groups) of(groups, type).set(group.name, { ...group });
		}
	}
	reset();

	return {
		list: (type, isArchived = false) => [...of(isArchived ? archived : active, type).values()],
		find: (type, name) => of(active, type).get(name),
		findArchived(type, name, now) {
			const found = of(archived, type).get(name);
			const isPurged = found !== undefined && now - (found.archivedAt ?? 0) > PURGED_AFTER_MS;
			return isPurged ? undefined : found;
		},
		put: (type, property) => void of(active, type).set(property.name, property),
		archive(type, name, now) {
			const property = of(active, type).get(name);
			if (!property) return;
			of(active, type).delete(name);
			of(archived, type).set(name, { ...property, archivedAt: now });
		},
		groups: (type) => of(groups, type),
		reset,
	};
}
