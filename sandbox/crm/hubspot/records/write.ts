import { PORTAL_ID } from '../account/account';
import { invalid, type Refusal } from '../errors';
import type { Portal } from '../portal';
import { requiredProperties, timeProperties } from '../properties/builtIn';
import { checkValue } from '../properties/values';
import type { ObjectType } from './objectTypes';
import { calculated, phoneProperties } from './phones';
import { type CrmRecord, setValue, type Source } from './records';
import { type Claims, claimsOf } from './unique';

/** What is to be written to one record; without a record it creates one. */
export interface Write {
	record?: CrmRecord;
	properties: Readonly<Record<string, string>>;
	/** The contacts a new communication belongs to. */
	contacts?: readonly string[];
}

/** A write that was found good: its values as they will be kept. */
interface Ready {
	write: Write;
	values: Record<string, string>;
}

export type Outcome = { record: CrmRecord; isNew: boolean } | { refusal: Refusal };

/** Writes all, or nothing: the first write that cannot be carried out refuses the batch. @throws Refusal */
export function writeAll(
	portal: Portal,
	type: ObjectType,
	writes: readonly Write[],
	source: Source,
): { record: CrmRecord; isNew: boolean }[] {
	const claims = claimsOf(portal, type);
	const ready = writes.map((write) => {
		const checked = check(portal, type, write, claims);
		if ('refusal' in checked) throw checked.refusal;
		return checked;
	});
	return ready.map((one) => commit(portal, type, one, source));
}

/** Writes what can be written, and says why the rest cannot. */
export function writeEach(
	portal: Portal,
	type: ObjectType,
	writes: readonly Write[],
	source: Source,
): Outcome[] {
	const claims = claimsOf(portal, type);
	return writes.map((write) => {
		const checked = check(portal, type, write, claims);
		return 'refusal' in checked ? checked : commit(portal, type, checked, source);
	});
}

function check(
	portal: Portal,
	type: ObjectType,
	write: Write,
	claims: Claims,
): Ready | { refusal: Refusal } {
	const values: Record<string, string> = {};
	const wrong: object[] = [];
	for (const [name, given] of Object.entries(write.properties)) {
		const checked = checkProperty(portal, type, name, given);
		if ('value' in checked) values[name] = checked.value;
		else wrong.push({ isValid: false, ...checked, name, portalId: PORTAL_ID });
	}
	if (wrong.length > 0)
		return { refusal: invalid(`Property values were not valid: ${JSON.stringify(wrong)}`) };
	const missing = requiredProperties[type].filter((name) => !values[name]);
	if (!write.record && missing.length > 0)
		return {
			refusal: invalid(`Error creating ${type}. Some required properties were not set.`, {
				context: { properties: missing },
			}),
		};
	const owner = write.record ?? write;
	const refusal = claims.problem(owner, values);
	if (refusal) return { refusal };
	claims.take(owner, values);
	return { write, values };
}

function checkProperty(
	{ properties, rules }: Portal,
	type: ObjectType,
	name: string,
	given: string,
) {
	const property = properties.find(type, name);
	if (!property)
		return { error: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` };
	const checked = checkValue(property, given);
	const broken = 'value' in checked ? rules.problem(name, checked.value) : undefined;
	return broken === undefined
		? checked
		: { error: 'PROPERTY_VALIDATION_RULE_VIOLATION', message: broken };
}

function commit(
	portal: Portal,
	type: ObjectType,
	{ write, values }: Ready,
	source: Source,
): { record: CrmRecord; isNew: boolean } {
	const at = portal.clock.now();
	const isNew = write.record === undefined;
	const record = write.record ?? portal.records.create(type, at);
	for (const id of write.contacts ?? []) record.contacts.add(id);
	const changed = Object.entries(values).filter(([name, value]) =>
		setValue(record, name, { value, at, source }),
	);
	for (const [name, value] of changed) recompute(portal, record, name, value, at);
	if (isNew || changed.length > 0) touch(record, at, isNew);
	if (isNew) portal.changes.tell({ kind: 'creation', record, at, source });
	for (const [property, value] of changed)
		portal.changes.tell({ kind: 'propertyChange', record, at, source, property, value });
	return { record, isNew };
}

/** HubSpot keeps numbers it can search beside the phone properties of a contact. */
function recompute(
	portal: Portal,
	record: CrmRecord,
	name: string,
	typed: string,
	at: number,
): void {
	const property = phoneProperties.find((phone) => phone === name);
	if (record.type !== 'contacts' || !property) return;
	const numbers = calculated(property, typed, portal.settings.get().callingCode);
	for (const [target, value] of Object.entries(numbers))
		setValue(record, target, { value, at, source: { sourceType: 'CALCULATED' } });
}

/** Brings the times of a record up to date. */
export function touch(record: CrmRecord, at: number, isNew = false): void {
	const { created, modified } = timeProperties[record.type];
	const source: Source = { sourceType: 'CALCULATED' };
	const value = new Date(at).toISOString();
	record.updatedAt = at;
	setValue(record, modified, { value, at, source });
	if (!isNew) return;
	setValue(record, created, { value, at, source });
	setValue(record, 'hs_object_id', { value: record.id, at, source });
}
