import * as v from 'valibot';
import { type CrmId, crms } from '../../connectors';
import type { CrmSettings } from '../../connectors/crm';
import { options as hubspotOptions } from '../../connectors/hubspot/settings';
import { options as salesforceOptions, peopleOf } from '../../connectors/salesforce/settings';
import type { Http } from '../../core/http';
import { asObject, defined, isObject } from '../../core/json';
import { countryCode } from '../../core/message/phone';
import { parse } from '../../core/message/schema';
import type { StreamNews } from '../clients/salesforceStream';
import {
	type HubspotAuth,
	hubspotAuth,
	type SalesforceAuth,
	salesforceAuth,
} from '../clients/settings';
import { CommandError, wrong } from '../commands/command';
import { readSettingsFile } from '../commands/input';

/** An account at a CRM, as a settings file tells it. */
export interface CrmAccount {
	settings: CrmSettings;
	/** The transport over the CRM's own SDK. Absent, where the file says nothing of how to sign in. */
	connect?: () => Promise<Http>;
	/** What changes, as the CRM tells it by itself. Absent, where it tells nothing. */
	follow?: Follow;
}

/** Tells of changes from the places that were kept last on, until `signal` is aborted. */
export type Follow = (
	from: Readonly<Record<string, number>>,
	signal: AbortSignal,
) => AsyncIterable<StreamNews>;

interface Access<A> {
	/** Absent: every account has an address of its own. */
	baseUrl?: string;
	/** For showing requests without an account. */
	example: Pick<CrmSettings, 'baseUrl' | 'options'>;
	auth: v.GenericSchema<unknown, A>;
	options: v.GenericSchema<unknown, object>;
	/** SDKs are large, and loaded only when they are needed. */
	connect(auth: A, baseUrl: string): Promise<Http>;
	follow?(auth: A, settings: CrmSettings): Follow;
}

const HUBSPOT_URL = 'https://api.hubapi.com';

const hubspot: Access<HubspotAuth> = {
	baseUrl: HUBSPOT_URL,
	example: { baseUrl: HUBSPOT_URL, options: { eventName: 'pe123_rcs_event' } },
	auth: hubspotAuth,
	options: hubspotOptions,
	connect: async (auth, baseUrl) => (await import('../clients/hubspot')).hubspotHttp(auth, baseUrl),
};

const salesforce: Access<SalesforceAuth> = {
	example: { baseUrl: 'https://example.my.salesforce.com' },
	auth: salesforceAuth,
	options: salesforceOptions,
	connect: async (auth, baseUrl) =>
		(await import('../clients/salesforce')).salesforceHttp(auth, baseUrl, Date.now),
	follow: (auth, settings) =>
		async function* (from, signal) {
			const { salesforceStream } = await import('../clients/salesforceStream');
			const { baseUrl } = settings;
			const objects = peopleOf(settings).map(({ name }) => name);
			yield* salesforceStream({ auth, baseUrl, objects, from, now: Date.now }, signal);
		},
};

/** What the environment has of a name. */
type Environment = (name: string) => string | undefined;

/** The account a settings file tells of; without one, an example that nothing can be sent to. */
export async function readCrmAccount(
	crm: CrmId,
	file: string | undefined,
	environment: Environment,
): Promise<CrmAccount> {
	const json = file === undefined ? undefined : await readSettingsFile(file);
	return crmAccountFrom(crm, json, environment);
}

/** The account that JSON tells of, such as that of a settings file. */
export function crmAccountFrom(crm: CrmId, json: unknown, environment: Environment): CrmAccount {
	return crm === 'hubspot'
		? accountOf(crm, hubspot, json, environment)
		: accountOf(crm, salesforce, json, environment);
}

function accountOf<A>(
	id: CrmId,
	access: Access<A>,
	json: unknown,
	environment: Environment,
): CrmAccount {
	const { example, connect, follow } = access;
	const common = { createContacts: false, history: true };
	if (json === undefined) return { settings: { ...common, ...example } };
	const { crm, auth, baseUrl = access.baseUrl, ...own } = read(access, json, environment);
	if (crm !== undefined && crm !== id)
		throw wrong('settings.crm', `settings.crm is ${crm}, but the command is about ${id}`);
	if (baseUrl === undefined)
		throw wrong('settings.baseUrl', 'settings.baseUrl is missing: it is the address of the org');
	const settings = { ...common, ...own, baseUrl };
	if (auth === undefined) return { settings };
	return {
		settings,
		connect: () => connect(auth, baseUrl),
		...(follow ? { follow: follow(auth, settings) } : {}),
	};
}

function read<A>({ auth, options }: Access<A>, json: unknown, environment: Environment) {
	const schema = v.strictObject({
		crm: v.exactOptional(v.picklist(Object.values(crms).map(({ id }) => id))),
		baseUrl: v.exactOptional(
			v.pipe(
				v.string(),
				v.check(isAddress, 'must be an address, such as https://example.my.salesforce.com'),
				v.transform((url) => url.replace(/\/+$/, '')),
			),
		),
		auth: v.exactOptional(auth),
		createContacts: v.exactOptional(v.boolean()),
		defaultCountry: v.exactOptional(
			v.pipe(
				v.string(),
				v.check(
					(code) => countryCode(code) !== undefined,
					'must be a country code of two letters, such as GB',
				),
			),
		),
		history: v.exactOptional(v.boolean()),
		options: v.exactOptional(options),
	});
	const parsed = parse(schema, withEnvironment(json, environment), 'settings', 'secret');
	if (!parsed.ok) throw new CommandError(parsed.problems);
	const { options: given, ...settings } = parsed.value;
	return { ...settings, ...defined({ options: given && asObject(given) }) };
}

function isAddress(url: string): boolean {
	return /^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '');
}

/** With each `{"env": "NAME"}` of `auth` replaced by what the environment has of that name. */
function withEnvironment(json: unknown, environment: Environment): unknown {
	if (!isObject(json) || !isObject(json['auth'])) return json;
	const auth = Object.entries(json['auth']).map(([name, value]): [string, unknown] => {
		if (!isObject(value) || typeof value['env'] !== 'string') return [name, value];
		const found = environment(value['env']);
		if (found) return [name, found];
		const path = `settings.auth.${name}`;
		throw wrong(path, `${path}: the environment has no variable ${value['env']}`);
	});
	return { ...json, auth: Object.fromEntries(auth) };
}
