import { account } from '../../service/support/signed';
import { useHubspot } from './hubspotWorld';
import { plainly } from './sameRecords';
import { useSalesforce } from './salesforceWorld';
import { Proxy } from './serviceProxy';
import type { Told } from './serviceRequests';
import { eventsIn } from './serviceRequests';
import type { Committed } from './world';

export const crmNames = ['hubspot', 'salesforce'] as const;
type ByCrm<T> = Record<(typeof crmNames)[number], T>;

/** What a process of the service reaches its CRMs by. */
export interface Access {
	proxies: ByCrm<Proxy>;
	/** `providers` and `crms` of its configuration. */
	config: object;
	stop(): Promise<void>;
}

/** What both CRMs hold. */
export interface Held {
	committed: ByCrm<Committed>;
	/** How many contacts there are, also where two are alike. */
	contacts: ByCrm<number>;
}

/** Both CRMs, for processes of the service to write to. */
export function useCrms(sync: object = {}) {
	const worlds = {
		hubspot: useHubspot({ options: { eventName: 'pe4010_rcs_event' } }),
		salesforce: useSalesforce({ options: { mode: 'composite' } }),
	};
	const { hubspot, salesforce } = worlds;

	async function prepare(): Promise<void> {
		await hubspot.prepare();
		await salesforce.prepare();
	}

	async function held(): Promise<Held> {
		return {
			committed: {
				hubspot: await hubspot.committed(),
				salesforce: await salesforce.committed(),
			},
			contacts: { hubspot: await hubspot.contacts(), salesforce: await salesforce.contacts() },
		};
	}

	async function access(): Promise<Access> {
		const accounts = { hubspot: hubspot.account(), salesforce: salesforce.account() };
		const proxies = {
			hubspot: await Proxy.start(new URL(accounts.hubspot.baseUrl).origin),
			salesforce: await Proxy.start(new URL(accounts.salesforce.baseUrl).origin),
		};
		const crms = Object.fromEntries(
			crmNames.map((crm) => [
				crm,
				{
					...accounts[crm],
					baseUrl: `${proxies[crm].url}/${crm}`,
					sync: { pollSeconds: 0, linger: { min: 0.2, max: 1 }, ...sync },
				},
			]),
		);
		return {
			proxies,
			config: { providers: { signed: account }, crms },
			stop: async () => {
				await proxies.hubspot.stop();
				await proxies.salesforce.stop();
			},
		};
	}

	return {
		...{ prepare, held, access },
		/** Both CRMs go down in this way, or come back (`none`). */
		async outage(kind: 'none' | 'unavailable' | 'cut'): Promise<void> {
			await hubspot.admin('PUT', '/outage', { kind });
			await salesforce.admin('PUT', '/outage', { kind });
		},
		/** What the CRMs hold once everything was written in order and in one go; empties them again. */
		async plainly(requests: readonly Told[]): Promise<Held> {
			const told = eventsIn(requests);
			await plainly(hubspot, told);
			await plainly(salesforce, told);
			const plain = await held();
			await prepare();
			return plain;
		},
	};
}
