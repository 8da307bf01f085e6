import type { JsonObject } from '../../sandbox/json';
import { type Answer, object, objects, useSandbox } from './world';

const KEY = { authorization: 'Bearer sandbox-hubspot-key' };

export const CONTACTS = '/crm/objects/2026-09/contacts';
export const PROPERTIES = '/crm/properties/2026-09/contacts';
export const EVENTS = '/events/custom/2026-09';

type Api = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** A sandbox with a HubSpot account, for a test file. */
export function useHubspot(speed?: number): {
	/** A request to the API, with the account's key. */
	api: Api;
	/** A request without a key, to anywhere in the sandbox. */
	call: ReturnType<typeof useSandbox>['call'];
	url(): string;
	/** What an admin would do in HubSpot. */
	backstage: Api;
	/** People of the CRM; answers their ids. */
	contacts(...contacts: Record<string, string>[]): Promise<string[]>;
	records(): Promise<JsonObject[]>;
	/** Adds properties to contacts: the group, a unique phone, a consent status. */
	provision(): Promise<void>;
	fault(fault: JsonObject): Promise<Answer>;
} {
	const { call, url } = useSandbox(speed);
	const api: Api = (method, path, body) => call(method, `/hubspot${path}`, body, KEY);
	const backstage: Api = (method, path, body) =>
		call(method, `/sandbox/console/hubspot${path}`, body);
	return {
		api,
		call,
		url,
		backstage,
		async contacts(...contacts) {
			const { body } = await backstage('POST', '/contacts', { contacts });
			return Array.isArray(body['ids']) ? body['ids'].map(String) : [];
		},
		async records() {
			const { body } = await call('GET', '/sandbox/crm/hubspot/records');
			return objects(body['records']);
		},
		async provision() {
			await api('POST', `${PROPERTIES}/groups`, group);
			await api('POST', `${PROPERTIES}/batch/create`, { inputs: [uniquePhone, consent, campaign] });
		},
		fault: (fault) => call('POST', '/sandbox/faults', { provider: 'hubspot', ...fault }),
	};
}

export const group = { name: 'rcs_messaging', label: 'RCS messaging', displayOrder: -1 };

export const uniquePhone = {
	name: 'rcs_phone_e164',
	label: 'RCS phone (E.164)',
	type: 'string',
	fieldType: 'text',
	groupName: 'rcs_messaging',
	hasUniqueValue: true,
};

export const consent = {
	name: 'rcs_consent_status',
	label: 'RCS consent status',
	type: 'enumeration',
	fieldType: 'select',
	groupName: 'rcs_messaging',
	options: [
		{ label: 'Opted in', value: 'opted_in' },
		{ label: 'Opted out', value: 'opted_out' },
	],
};

const campaign = {
	name: 'rcs_last_campaign',
	label: 'RCS last campaign',
	type: 'string',
	fieldType: 'text',
	groupName: 'rcs_messaging',
};

/** The problems of a validation error, which are JSON inside its message. */
export function problemsIn({ body }: Answer): JsonObject[] {
	const list: unknown = JSON.parse(String(body['message']).replace(/^[^[]*/, ''));
	return objects(list);
}

/** The properties of the results of a batch, by record id. */
export const byId = ({ body }: Answer): Record<string, JsonObject> =>
	Object.fromEntries(
		objects(body['results']).map((record) => [String(record['id']), object(record['properties'])]),
	);
