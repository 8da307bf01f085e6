import type { HttpResponse } from '../../core/http';
import { asArray, asObject, asString, type JsonObject } from '../../core/json';
import type { FieldDefinition } from './definitions';
import { answerOf } from './errors';
import { MESSAGE } from './messageFields';
import { queriedRecords } from './query';

/** What an org has already. */
export interface Org {
	/** The user the connector signs in as. */
	user?: string;
	hasMessages: boolean;
	hasField(field: FieldDefinition): boolean;
	/** What `describe` says of a field; nothing, where the user may not see it. */
	described(field: FieldDefinition): JsonObject | undefined;
	/** The permission set, and what it allows: `Contact.RCS_Phone_E164__c`, `RCS_Message__c`. */
	permissionSet?: string;
	allowed: ReadonlySet<string>;
	isAssigned: boolean;
}

/**
 * From the answers to `inspect`, in their order. A field is there also where the user may not see it, so
 * that fields are looked up in the Tooling API, too.
 *
 * @throws RcsError when a question was refused.
 */
export function readOrg(responses: readonly HttpResponse[], objects: readonly string[]): Org {
	const [root, customObjects, customFields, access, ...describes] = responses;
	const user = userOf(root);
	const messages = recordsOf(customObjects).find(
		({ DeveloperName }) => `${asString(DeveloperName)}__c` === MESSAGE,
	);
	const messageId = asString(messages?.['Id']);
	const names = new Set(
		recordsOf(customFields).map(({ DeveloperName, TableEnumOrId }) => {
			const table = asString(TableEnumOrId) ?? '';
			const isMessage = messageId !== undefined && table.slice(0, 15) === messageId.slice(0, 15);
			return `${isMessage ? MESSAGE : table}.${asString(DeveloperName)}__c`;
		}),
	);
	const described = describedFields(objects, describes);
	const [sets = [], fields = [], records = [], assigned = []] = access
		? queriedRecords(access)
		: [];
	const permissionSet = asString(sets[0]?.['Id']);
	const textsOf = (list: readonly JsonObject[], name: string) =>
		list.flatMap((record) => asString(record[name]) ?? []);
	return {
		...(user === undefined ? {} : { user }),
		hasMessages: messages !== undefined,
		hasField: ({ object, name }) =>
			names.has(`${object}.${name}`) || described.has(`${object}.${name}`),
		described: ({ object, name }) => described.get(`${object}.${name}`),
		...(permissionSet === undefined ? {} : { permissionSet }),
		allowed: new Set([...textsOf(fields, 'Field'), ...textsOf(records, 'SobjectType')]),
		isAssigned: textsOf(assigned, 'AssigneeId').includes(user ?? ''),
	};
}

/** The list of resources names the user: `https://login.salesforce.com/id/{org}/{user}`. */
function userOf(root: HttpResponse | undefined): string | undefined {
	const identity = root ? asString(asObject(answerOf(root))['identity']) : undefined;
	return /\/(005[a-zA-Z0-9]{12,15})$/.exec(identity ?? '')?.[1];
}

function recordsOf(response: HttpResponse | undefined): JsonObject[] {
	return response ? asArray(asObject(answerOf(response))['records']).map(asObject) : [];
}

/** An object that is not there yet has no fields. */
function describedFields(
	objects: readonly string[],
	responses: readonly HttpResponse[],
): Map<string, JsonObject> {
	return new Map(
		objects.flatMap((object, i) => {
			const response = responses[i];
			if (!response || response.status === 404) return [];
			const { fields } = asObject(answerOf(response));
			return asArray(fields)
				.map(asObject)
				.map((field): [string, JsonObject] => [`${object}.${asString(field['name'])}`, field]);
		}),
	);
}
