import { isObject, type JsonObject } from '../../../json';
import type { ApiAnswer, ApiCall, Route } from '../api';
import { Refusal } from '../errors';
import { customField } from '../schema/customFields';
import { field, reference, text } from '../schema/fields';
import { fieldOf } from '../schema/schema';
import type { Field } from '../schema/types';

/** Setting up fields and objects. What is made here nobody sees until a permission set lets them. */
export const toolingRoutes: readonly Route[] = [
	{
		method: 'POST',
		path: '/tooling/sobjects/CustomField',
		composite: 'tooling',
		handle: createField,
	},
	{
		method: 'POST',
		path: '/tooling/sobjects/CustomObject',
		composite: 'tooling',
		handle: createObject,
	},
];

const API_NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*__c$/;
const LONGEST_NAME = 40 + '__c'.length;

function createField(call: ApiCall): ApiAnswer {
	const { fullName, metadata } = read(call);
	const [objectName = '', name = ''] = fullName.split('.');
	const object = call.org.schema.find(objectName);
	if (!object)
		throw new Refusal('INVALID_CROSS_REFERENCE_KEY', `Entity Enumeration Or ID: no ${objectName}`);
	checkName(name);
	if (fieldOf(object, name))
		throw new Refusal(
			'DUPLICATE_DEVELOPER_NAME',
			`There is already a field named ${name.replace(/__c$/, '')} on ${object.label}.`,
			['DeveloperName'],
		);
	const made = customField(name, metadata);
	if (made.referenceTo !== undefined && !call.org.schema.find(made.referenceTo))
		throw new Refusal('FIELD_INTEGRITY_EXCEPTION', `referenceTo: no ${made.referenceTo}`);
	return created(call.org.schema.addField(object, made));
}

function createObject(call: ApiCall): ApiAnswer {
	const { fullName: name, metadata } = read(call);
	const { label, pluralLabel, nameField, deploymentStatus, sharingModel } = metadata;
	checkName(name);
	if (call.org.schema.find(name))
		throw new Refusal('DUPLICATE_DEVELOPER_NAME', `The developer name is already used: ${name}`, [
			'DeveloperName',
		]);
	if (typeof label !== 'string' || typeof pluralLabel !== 'string')
		throw new Refusal('FIELD_INTEGRITY_EXCEPTION', 'label and pluralLabel are needed');
	if (deploymentStatus !== 'Deployed' || typeof sharingModel !== 'string')
		throw new Refusal(
			'FIELD_INTEGRITY_EXCEPTION',
			'deploymentStatus (Deployed) and sharingModel are needed',
		);
	const named = nameOf(isObject(nameField) ? nameField : {});
	const custom = { name, label, labelPlural: pluralLabel, custom: true };
	const object = call.org.schema.addObject(
		{ ...custom, ...(named.autoNumber === undefined ? {} : { autoNumber: named.autoNumber }) },
		[named.field, reference('OwnerId', 'User')],
	);
	return created(object.toolingId);
}

function nameOf({ type, label, displayFormat }: JsonObject): { field: Field; autoNumber?: string } {
	if (typeof label !== 'string' || (type !== 'Text' && type !== 'AutoNumber'))
		throw new Refusal(
			'FIELD_INTEGRITY_EXCEPTION',
			'nameField needs a label and Text or AutoNumber',
		);
	if (type === 'Text') return { field: { ...text('Name', 80, { required: true }), label } };
	if (typeof displayFormat !== 'string' || !/\{0+\}/.test(displayFormat))
		throw new Refusal('FIELD_INTEGRITY_EXCEPTION', 'displayFormat needs a number such as {0000}');
	return {
		field: field('string', 'Name', label, { length: 80, readOnly: true }),
		autoNumber: displayFormat,
	};
}

function read({ body }: ApiCall): { fullName: string; metadata: JsonObject } {
	const { FullName: fullName, Metadata: metadata } = isObject(body) ? body : {};
	if (typeof fullName === 'string' && isObject(metadata)) return { fullName, metadata };
	throw new Refusal('REQUIRED_FIELD_MISSING', 'Required fields are missing: [FullName, Metadata]', [
		'FullName',
		'Metadata',
	]);
}

function checkName(name: string): void {
	if (!API_NAME.test(name) || name.length > LONGEST_NAME)
		throw new Refusal(
			'FIELD_INTEGRITY_EXCEPTION',
			`${name} is no API name: up to 40 letters, numbers and single underscores, and __c`,
			['DeveloperName'],
		);
}

const created = (id: string | undefined): ApiAnswer => ({
	status: 201,
	body: { id, success: true, errors: [], warnings: [], infos: [] },
});
