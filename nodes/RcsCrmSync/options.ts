import type { CrmId } from '../../connectors';
import { asArray, asNumber, asObject, asString, defined, type JsonObject } from '../../core/json';
import type { CrmUse } from '../shared/crmAccount';

/** What the options of the node mean for the CRM that was chosen; those of the other one do not count. */
export function useOf(options: JsonObject, crm: CrmId, keepsHistory: boolean): CrmUse {
	return defined({
		createContacts: options['createContacts'] === true,
		history: keepsHistory && options['history'] !== false,
		defaultCountry: countryOf(options),
		options: ownOptions[crm](options),
		concurrency: asNumber(options['concurrency']),
		retries: asNumber(options['retries']),
	});
}

export function countryOf(options: JsonObject): string | undefined {
	return text(options, 'defaultCountry');
}

/** `settings.options` of each connector. */
const ownOptions: Readonly<Record<CrmId, (options: JsonObject) => JsonObject>> = {
	hubspot: (options) =>
		defined({
			history: chosen(options, 'historyAs'),
			eventName: text(options, 'eventName'),
			eventTypes: listed(options, 'eventTypes'),
			timeZone: text(options, 'timeZone'),
		}),
	salesforce: (options) =>
		defined({
			mode: chosen(options, 'mode'),
			objects: listed(options, 'objects'),
			newContactLastName: text(options, 'newContactLastName'),
			pointTypeConsent: pointTypeConsent(options),
		}),
};

/** Filled in, also without an id, it is wanted. */
function pointTypeConsent(options: JsonObject): JsonObject | undefined {
	const { ids } = asObject(options['pointTypeConsent']);
	if (ids === undefined) return undefined;
	const filled = asObject(ids);
	return defined({
		engagementChannelTypeId: text(filled, 'engagementChannelTypeId'),
		dataUsePurposeId: text(filled, 'dataUsePurposeId'),
	});
}

function text(options: JsonObject, name: string): string | undefined {
	return asString(asString(options[name])?.trim());
}

/** The connector chooses by itself where nothing was chosen. */
function chosen(options: JsonObject, name: string): unknown {
	return options[name] === 'auto' ? undefined : options[name];
}

function listed(options: JsonObject, name: string): readonly unknown[] | undefined {
	const list = asArray(options[name]);
	return list.length > 0 ? list : undefined;
}
