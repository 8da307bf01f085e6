import type { ApiCall } from '../api';
import { Refusal } from '../errors';
import { visibleObject } from '../records/save';
import type { ObjectType, SfRecord } from '../schema/types';
import { definitionTable } from './definitions';
import type { Query } from './types';

export interface Table {
	object: ObjectType;
	rows: SfRecord[];
}

/** What a query reads from: records, or the definitions of objects and fields. */
export function tableOf(call: ApiCall, query: Query, api: 'data' | 'tooling'): Table {
	const object = api === 'data' && visibleObject(call.org, call.caller, query.from);
	if (object) return { object, rows: call.org.store.list(object) };
	const table = definitionTable(call.org.schema, query, api);
	if (table) return table;
	throw new Refusal(
		'INVALID_TYPE',
		`sObject type '${query.from}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
	);
}
