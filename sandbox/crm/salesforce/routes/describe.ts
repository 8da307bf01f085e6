import { compact } from '../../../json';
import { type ApiCall, resource, type Route } from '../api';
import { visibleObject } from '../records/save';
import type { Field, ObjectType } from '../schema/types';
import { readObject } from './objects';

/** What objects there are and what they are made of. Fields the caller may not see are left out. */
export const describeRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/sobjects',
		composite: 'one',
		handle: (call) => ({
			status: 200,
			body: {
				encoding: 'UTF-8',
				maxBatchSize: 200,
				sobjects: call.org.schema
					.objects()
					.filter(({ name }) => visibleObject(call.org, call.caller, name))
					.map((object) => summary(call, object)),
			},
		}),
	},
	{
		method: 'GET',
		path: '/sobjects/:object',
		composite: 'one',
		handle: (call) => ({
			status: 200,
			body: { objectDescribe: summary(call, readObject(call)), recentItems: [] },
		}),
	},
	{
		method: 'GET',
		path: '/sobjects/:object/describe',
		composite: 'one',
		handle: (call) => ({ status: 200, body: describe(call, readObject(call)) }),
	},
];

function summary(call: ApiCall, object: ObjectType): object {
	const { access } = call.caller;
	const path = `/sobjects/${object.name}`;
	return {
		name: object.name,
		label: object.label,
		labelPlural: object.labelPlural,
		keyPrefix: object.keyPrefix,
		custom: object.custom,
		createable: access.may('Create', object),
		updateable: access.may('Edit', object),
		deletable: access.may('Delete', object),
		queryable: true,
		retrieveable: true,
		urls: {
			sobject: resource(call, path),
			describe: resource(call, `${path}/describe`),
			rowTemplate: resource(call, `${path}/{ID}`),
		},
	};
}

function describe(call: ApiCall, object: ObjectType): object {
	const visible = [...object.fields.values()].filter((field) =>
		call.caller.access.canSee(object, field),
	);
	return {
		...summary(call, object),
		fields: visible.map((field) => describeField(call, object, field)),
		childRelationships: [],
		recordTypeInfos: [],
	};
}

function describeField({ caller }: ApiCall, object: ObjectType, field: Field): object {
	const { name, label, type, custom, length, precision = 0, scale = 0, required } = field;
	const writeable = !field.readOnly && caller.access.canEdit(object, field);
	return compact({
		name,
		label,
		type,
		custom,
		length,
		precision,
		scale,
		nillable: !required && type !== 'boolean',
		createable: writeable,
		updateable: writeable && !field.createOnly,
		externalId: field.externalId,
		idLookup: field.externalId || name === 'Id',
		unique: field.unique,
		caseSensitive: field.caseSensitive,
		calculated: field.formula !== undefined,
		calculatedFormula: field.formula ?? null,
		defaultedOnCreate: field.defaultValue !== undefined,
		inlineHelpText: field.help ?? null,
		restrictedPicklist: field.restricted ?? false,
		picklistValues: (field.choices ?? []).map(({ value, label: shown, isDefault }) => ({
			value,
			label: shown,
			active: true,
			defaultValue: isDefault,
		})),
		referenceTo: field.referenceTo === undefined ? [] : [field.referenceTo],
		relationshipName: field.relationshipName ?? null,
	});
}
