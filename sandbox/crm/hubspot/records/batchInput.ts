import { anyString, integer, list, object, oneOf } from '../../../providers/schema';
import { type Batch, compileBatch, stringValues } from '../input';
import type { Named } from './identify';
import { COMMUNICATION_TO_CONTACT } from './objectTypes';

export const MOST_INPUTS = 100;
export const MOST_WITH_HISTORY = 50;

export interface ReadBatch extends Batch<{ id: string }> {
	properties?: string[];
	propertiesWithHistory?: string[];
	idProperty?: string;
}

export interface WriteInput extends Named {
	properties: Record<string, string>;
	objectWriteTraceId?: string;
}

export interface CreateInput {
	properties: Record<string, string>;
	associations?: { to: { id: string } }[];
	objectWriteTraceId?: string;
}

/** The kinds of association: there is one. */
export const associationTypes = list(
	object({
		'associationCategory!': oneOf('HUBSPOT_DEFINED'),
		'associationTypeId!': integer(COMMUNICATION_TO_CONTACT, COMMUNICATION_TO_CONTACT),
	}),
	1,
);

const association = object({ 'to!': object({ 'id!': anyString }), 'types!': associationTypes });
const named = { 'id!': anyString };
const written = { 'properties!': stringValues, objectWriteTraceId: anyString };

export const isRead = compileBatch<ReadBatch>(named, {
	properties: list(anyString),
	propertiesWithHistory: list(anyString),
	idProperty: anyString,
});
export const isArchive = compileBatch<Batch<Named>>(named);
export const isUpdate = compileBatch<Batch<WriteInput>>({
	...named,
	...written,
	idProperty: anyString,
});
export const isUpsert = compileBatch<Batch<WriteInput & { idProperty: string }>>({
	...named,
	...written,
	'idProperty!': anyString,
});
export const isCreate = compileBatch<Batch<CreateInput>>({
	...written,
	associations: list(association),
});
