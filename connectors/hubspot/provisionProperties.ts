import { asArray, asObject, asString, defined, type JsonObject } from '../../core/json';
import type { CrmSettings } from '../crm';
import type { ProvisionPlan, ProvisionStep } from '../provisioning';
import { type ContactField, contactFieldNames, specOf } from '../fields';
import { apiUrl } from './api';
import { propertyName, propertyType } from './fields';

/** HubSpot takes no more properties with unique values of one object. */
const MOST_UNIQUE = 10;

type Conflict = ProvisionPlan['conflicts'][number];

/** What is missing of our properties, in one request; options that are missing are added to those there. */
export function diffProperties(
	groupName: string,
	live: readonly JsonObject[],
	archived: readonly JsonObject[],
	settings: CrmSettings,
): ProvisionPlan {
	const there = byName(live);
	const gone = byName(archived);
	const conflicts = contactFieldNames.flatMap((field) => {
		const name = propertyName(field);
		const found = there.get(name);
		if (found) return mismatch(field, name, found);
		return gone.has(name) ? [archivedName(name)] : [];
	});
	const free = contactFieldNames.filter((field) => {
		const name = propertyName(field);
		return !there.has(name) && !gone.has(name);
	});
	const noRoom = free.includes('phone') ? tooManyUnique(live) : [];
	const missing = noRoom.length > 0 ? free.filter((field) => field !== 'phone') : free;
	const present = contactFieldNames.map(propertyName).filter((name) => there.has(name));
	return {
		steps: [
			...creation(missing, groupName, settings),
			...contactFieldNames.flatMap((field) => moreOptions(field, there, settings)),
		],
		conflicts: [...conflicts, ...noRoom],
		present,
	};
}

function byName(properties: readonly JsonObject[]): Map<string, JsonObject> {
	return new Map(properties.map((property) => [asString(property['name']) ?? '', property]));
}

function creation(
	missing: readonly ContactField[],
	groupName: string,
	settings: CrmSettings,
): ProvisionStep[] {
	if (missing.length === 0) return [];
	const inputs = missing.map((field) => definition(field, groupName));
	const url = apiUrl(settings, 'properties', '/batch/create');
	const adds = `contact properties ${missing.map(propertyName).join(', ')}`;
	return [{ adds, request: { method: 'POST', url, body: { inputs } } }];
}

function definition(field: ContactField, groupName: string) {
	const { label, help: description, type } = specOf(field);
	const options = optionsOf(field);
	return {
		name: propertyName(field),
		label,
		description,
		groupName,
		...propertyType(field),
		...(type === 'phone' ? { hasUniqueValue: true } : {}),
		...defined({ options }),
	};
}

function optionsOf(field: ContactField) {
	const { type, choices } = specOf(field);
	const yesNo = [
		['true', 'Yes'],
		['false', 'No'],
	] as const;
	return (type === 'boolean' ? yesNo : choices)?.map(([value, label], displayOrder) => ({
		value,
		label,
		displayOrder,
		hidden: false,
	}));
}

/** HubSpot replaces the list of options, so what is there already is sent along. */
function moreOptions(
	field: ContactField,
	there: ReadonlyMap<string, JsonObject>,
	settings: CrmSettings,
): ProvisionStep[] {
	const name = propertyName(field);
	const found = there.get(name);
	if (!found || specOf(field).type !== 'choice' || mismatch(field, name, found).length > 0)
		return [];
	const before = asArray(found['options']).map(asObject);
	const known = new Set(before.map(({ value }) => value));
	const added = (optionsOf(field) ?? []).filter(({ value }) => !known.has(value));
	if (added.length === 0) return [];
	const after = added.map((option, i) => ({ ...option, displayOrder: before.length + i }));
	const url = apiUrl(settings, 'properties', `/${name}`);
	const adds = `options ${added.map(({ value }) => value).join(', ')} of ${name}`;
	return [{ adds, request: { method: 'PATCH', url, body: { options: [...before, ...after] } } }];
}

function mismatch(field: ContactField, name: string, found: JsonObject): Conflict[] {
	const { type } = propertyType(field);
	const isUnique = found['hasUniqueValue'] === true;
	const advice = `Rename or delete the property ${name} in HubSpot, and set up the fields again.`;
	if (found['type'] !== type) {
		const problem = `It is of type ${asString(found['type']) ?? 'unknown'}, not ${type}.`;
		return [{ name, problem, advice }];
	}
	if (specOf(field).type !== 'phone' || isUnique) return [];
	const problem =
		'It does not ask for unique values, which cannot be changed, and names no contact.';
	return [{ name, problem, advice }];
}

function archivedName(name: string): Conflict {
	return {
		name,
		problem: 'It was deleted in HubSpot, which keeps the name for about 90 days.',
		advice: `Restore ${name} in HubSpot's settings, among the archived properties of contacts.`,
	};
}

function tooManyUnique(live: readonly JsonObject[]): Conflict[] {
	const unique = live.filter(({ hasUniqueValue }) => hasUniqueValue === true);
	if (unique.length < MOST_UNIQUE) return [];
	return [
		{
			name: propertyName('phone'),
			problem: `Contacts have ${MOST_UNIQUE} properties with unique values, and HubSpot takes no more.`,
			advice: 'Delete one of them that is not used any more.',
		},
	];
}
