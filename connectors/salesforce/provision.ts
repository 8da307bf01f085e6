import type { HttpRequest } from '../../core/http';
import type { CrmSettings } from '../crm';
import type { Provision, ProvisionPlan, ProvisionStep } from '../provisioning';
import { apiUrl } from './api';
import { composite } from './composite';
import { consentKey, type FieldDefinition, fieldDefinitions, messageObject } from './definitions';
import { MESSAGE } from './messageFields';
import { accessStep, accessQueries, missingAccess } from './provisionAccess';
import { passing, refused } from './provisionAnswer';
import { fieldConflicts } from './provisionConflict';
import { type Org, readOrg } from './provisionOrg';
import { peopleOf, salesforceOptions } from './settings';

/**
 * Setting up over REST alone: the object, the fields, and a permission set that its user then has. What
 * the Tooling API cannot make is in the SFDX source beside this file.
 */
export const provision: Provision = {
	inspect(settings) {
		const objects = objectsOf(settings);
		return [
			{ method: 'GET', url: apiUrl(settings, '/') },
			toolingQuery('SELECT Id, DeveloperName FROM CustomObject', settings),
			toolingQuery('SELECT DeveloperName, TableEnumOrId FROM CustomField', settings),
			composite(accessQueries, settings),
			...objects.map((object): HttpRequest => {
				const url = apiUrl(settings, `/sobjects/${object}/describe`);
				return { method: 'GET', url };
			}),
		];
	},
	diff(responses, settings) {
		const org = readOrg(responses, objectsOf(settings));
		const wanted = definitionsOf(settings);
		const [present, missing] = split(wanted, (field) => org.hasField(field));
		const conflicts = present.flatMap((field) => fieldConflicts(field, org));
		return {
			steps: stepsOf(org, missing, wanted, settings),
			conflicts,
			present: present.map(({ object, name }) => `${object}.${name}`),
			byHand: settings.history ? byHand : [],
		};
	},
	passing,
	refused,
};

const WITH_CLI =
	'Deploy connectors/salesforce/metadata of our repository (sf project deploy start), or make it in Setup.';

const byHand: NonNullable<ProvisionPlan['byHand']> = [
	{ name: 'The tab and list views of RCS messages', advice: WITH_CLI },
	{ name: 'The report of RCS messages by state', advice: WITH_CLI },
	{
		name: 'The related list of RCS messages on contacts and leads',
		advice: 'Add it to their page layouts in Setup.',
	},
];

function stepsOf(
	org: Org,
	missing: readonly FieldDefinition[],
	wanted: readonly FieldDefinition[],
	settings: CrmSettings,
): ProvisionStep[] {
	const object = settings.history && !org.hasMessages ? [objectStep(settings)] : [];
	const access = missingAccess(org, wanted);
	return [
		...object,
		...missing.map((field) => fieldStep(field, settings)),
		...(access.length > 0 ? [accessStep(access, org, settings)] : []),
	];
}

function objectStep(settings: CrmSettings): ProvisionStep {
	const body = { FullName: MESSAGE, Metadata: messageObject };
	const url = apiUrl(settings, '/tooling/sobjects/CustomObject');
	return { adds: `Object ${MESSAGE}`, request: { method: 'POST', url, body } };
}

function fieldStep({ object, name, ...field }: FieldDefinition, settings: CrmSettings) {
	const { metadata, choices } = field;
	const value = choices?.map(([valueName, label]) => ({ valueName, label, default: false }));
	const valueSetDefinition = { sorted: false, value };
	const body = {
		FullName: `${object}.${name}`,
		Metadata: {
			...metadata,
			...(value ? { valueSet: { restricted: true, valueSetDefinition } } : {}),
		},
	};
	const url = apiUrl(settings, '/tooling/sobjects/CustomField');
	const request: HttpRequest = { method: 'POST', url, body };
	return { adds: `Field ${object}.${name}`, request };
}

function toolingQuery(select: string, settings: CrmSettings): HttpRequest {
	const soql = `${select} WHERE DeveloperName LIKE 'RCS_%' AND NamespacePrefix = null`;
	const url = apiUrl(settings, `/tooling/query?q=${encodeURIComponent(soql)}`);
	return { method: 'GET', url };
}

function definitionsOf(settings: CrmSettings): FieldDefinition[] {
	const objects = objectsOf(settings);
	return [...fieldDefinitions, consentKey].filter(({ object }) => objects.includes(object));
}

/** The objects that get fields, each of which is described. */
function objectsOf(settings: CrmSettings): string[] {
	const { pointTypeConsent } = salesforceOptions(settings);
	return [
		...peopleOf(settings).map(({ name }) => name),
		...(settings.history ? [MESSAGE] : []),
		...(pointTypeConsent ? [consentKey.object] : []),
	];
}

function split<T>(list: readonly T[], is: (one: T) => boolean): [T[], T[]] {
	return [list.filter(is), list.filter((one) => !is(one))];
}
