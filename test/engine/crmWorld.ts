import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	NodeExecutionHint,
} from 'n8n-workflow';
import type { CrmId } from '../../connectors';
import { asArray, asObject, asString } from '../../core/json';
import { RcsCrmSync } from '../../nodes/RcsCrmSync/RcsCrmSync.node';
import { demoApp, INTEGRATION_USER } from '../../sandbox/crm/salesforce/account';
import { useSandbox } from '../sandbox/world';
import { TestCredentials } from './credentials';
import { runNode } from './harness';

/** How nodes sign in to the CRMs of the sandbox. */
export type SignIn = 'key' | 'oAuth2' | 'clientCredentials';

type Fields = Record<string, unknown>;

const hubspotApp = {
	clientId: 'sandbox-hubspot-client',
	clientSecret: 'sandbox-hubspot-client-secret',
};

/** What a credential holds after somebody connected it, half an hour ago. */
const ended = (refresh_token: string) => ({
	oauthTokenData: { access_token: 'ended', refresh_token, token_type: 'bearer' },
});

const accounts: Record<CrmId, Partial<Record<SignIn, (url: string) => [string, Fields]>>> = {
	hubspot: {
		key: (baseUrl) => [
			'rcsHubspotApi',
			{ token: 'sandbox-hubspot-key', otherAddress: true, baseUrl },
		],
		oAuth2: (baseUrl) => [
			'rcsHubspotOAuth2Api',
			{
				...hubspotApp,
				...{ otherAddress: true, baseUrl },
				...ended('sandbox-hubspot-refresh-token'),
			},
		],
	},
	salesforce: {
		key: (myDomainUrl) => [
			'rcsSalesforceJwtApi',
			{
				myDomainUrl,
				clientId: demoApp.clientId,
				username: INTEGRATION_USER.username,
				privateKey: demoApp.privateKey,
			},
		],
		oAuth2: (myDomainUrl) => [
			'rcsSalesforceOAuth2Api',
			{
				myDomainUrl,
				clientId: demoApp.clientId,
				clientSecret: demoApp.clientSecret,
				...ended(demoApp.refreshToken),
			},
		],
		clientCredentials: (myDomainUrl) => [
			'rcsSalesforceOAuth2Api',
			{
				myDomainUrl,
				grantType: 'clientCredentials',
				clientId: demoApp.clientId,
				clientSecret: demoApp.clientSecret,
			},
		],
	},
};

/** A credential for a CRM of the sandbox, with other values for some of its fields. */
export function crmAccount(
	crm: CrmId,
	sandboxUrl: string,
	signIn: SignIn = 'key',
	more: Fields = {},
): TestCredentials {
	const [type, fields] = accounts[crm][signIn]?.(`${sandboxUrl}/${crm}`) ?? [];
	if (type === undefined) throw new Error(`${crm} knows no ${signIn}`);
	return new TestCredentials({ [type]: { ...fields, ...more } as ICredentialDataDecryptedObject });
}

/** The outcomes of a run, by output, and what n8n would say about it. */
interface Synced {
	done: INodeExecutionData[];
	unmatched: INodeExecutionData[];
	failed: INodeExecutionData[];
	hints: NodeExecutionHint[];
}

interface How {
	credentials?: TestCredentials;
	settings?: Partial<INode>;
}

/** A person as both CRMs show them: `fields` by label. */
export interface Person {
	id: string;
	object: string;
	phone: string;
	fields: Readonly<Record<string, unknown>>;
	timeline: readonly unknown[];
}

/** RCS CRM Sync with a CRM of the sandbox. */
export function useCrmSync(crm: CrmId) {
	const { call, url } = useSandbox();
	const nodeType = new RcsCrmSync();

	async function sync(
		parameters: IDataObject,
		items: readonly IDataObject[] = [{}],
		{ credentials = crmAccount(crm, url()), settings = {} }: How = {},
	): Promise<Synced> {
		const hints: NodeExecutionHint[] = [];
		const [done = [], unmatched = [], failed = []] = await runNode({
			...{ nodeType, credentials, hints, settings },
			parameters: { crm, ...parameters } as INodeParameters,
			items: items.map((json) => ({ json })),
		});
		return { done, unmatched, failed, hints };
	}

	return {
		sync,
		url,
		call,
		setUp: (options: IDataObject = {}) =>
			sync({ operation: 'setUpFields', dryRun: false, options }),
		async add(...phones: string[]): Promise<void> {
			for (const phone of phones)
				await call('POST', `/sandbox/crm/${crm}/contacts`, { name: 'Test Person', phone });
		},
		async people(): Promise<Person[]> {
			const { body } = await call('GET', `/sandbox/crm/${crm}/contacts`);
			return asArray(body['contacts']).map((one) => {
				const { id, object, phone, fields, timeline } = asObject(one);
				const text = (value: unknown) => asString(value) ?? '';
				return {
					id: text(id),
					object: text(object),
					phone: text(phone),
					fields: asObject(fields),
					timeline: asArray(timeline),
				};
			});
		},
		/** How many calls the CRM counted. */
		calls: () => callsOf[crm](call),
		/** What an admin of the CRM does. */
		admin: (method: string, path: string, body?: unknown) =>
			call(method, `/sandbox/console/${crm}${path}`, body),
	};
}

type Call = ReturnType<typeof useSandbox>['call'];

const callsOf: Record<CrmId, (call: Call) => Promise<number>> = {
	async hubspot(call) {
		const path = '/hubspot/account-info/2026-09/api-usage/daily/private-apps';
		const key = { authorization: 'Bearer sandbox-hubspot-key' };
		const { body } = await call('GET', path, undefined, key);
		// Asking is a call, too.
		return Number(asObject(asArray(body['results'])[0])['currentUsage']) - questions++;
	},
	async salesforce(call) {
		const { body } = await call('PUT', '/sandbox/console/salesforce/limits', {});
		return Number(body['dailyUsed']);
	},
};
let questions = 0;

/** An event as RCS Trigger gives it. */
export function rcsEvent(user: string, more: IDataObject = {}): IDataObject {
	const messageId = `message-${user}`;
	const type = 'message.delivered';
	return {
		...{ type, user, messageId, provider: 'infobip', agent: 'DemoShop' },
		...{ eventId: `${messageId}-${String(more['type'] ?? type)}`, channel: 'rcs' },
		occurredAt: '2026-11-20T10:00:00.000Z',
		...more,
	};
}

/** Phones of a range that is kept for fiction. */
export const phones = (count: number): string[] =>
	Array.from({ length: count }, (_, i) => `+447700900${String(i).padStart(3, '0')}`);

/** The outcome of an item. */
export function crmOf(item: INodeExecutionData | undefined) {
	return asObject(item?.json['crm']);
}
