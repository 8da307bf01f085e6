import { PORTAL_ID } from '../account/account';
import { invalid } from '../errors';
import { refuseDuplicates, refuseMixed } from '../input';
import type { Portal } from '../portal';
import { objectTypes, type ObjectType } from './objectTypes';
import type { CrmRecord } from './records';
import { claimsOf } from './unique';

/** Names a record by its id, or by the value of a unique property. */
export interface Named {
	id: string;
	idProperty?: string;
}

/** The record of each input, in their order; undefined where there is none. @throws Refusal */
export function identify(
	portal: Portal,
	type: ObjectType,
	inputs: readonly Named[],
	byEmail: boolean,
): (CrmRecord | undefined)[] {
	refuseDuplicates(inputs.map(({ id }) => id));
	refuseMixed(inputs.map(({ idProperty }) => idProperty));
	const name = inputs[0]?.idProperty;
	if (name === undefined) return inputs.map(({ id }) => portal.records.find(type, id));
	requireUnique(portal, type, name, byEmail);
	const claims = claimsOf(portal, type);
	return inputs.map(({ id }) => claims.holder(name, id));
}

/** @throws Refusal for a property that does not exist, or that several records may share */
export function requireUnique(
	{ properties }: Portal,
	type: ObjectType,
	name: string,
	byEmail: boolean,
): void {
	const property = properties.find(type, name);
	if (!property) throw invalid(`Property "${name}" does not exist`);
	if (property.hasUniqueValue || (byEmail && type === 'contacts' && name === 'email')) return;
	throw invalid(
		`Unable to perform update/upsert by non-unique ${objectTypes[type].id} property ${name} in portal ID ${PORTAL_ID}`,
	);
}
