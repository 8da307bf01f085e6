import type { CrmSettings } from '../../connectors/crm';
import type { CrmRun } from '../../connectors/execute';
import { hubspot } from '../../connectors/hubspot';
import { type Http, networkError } from '../../core/http';
import type { Clock } from '../../core/clock';
import { asObject, type JsonObject } from '../../core/json';
import { useHubspot } from '../sandbox/hubspotWorld';

const key = { authorization: 'Bearer sandbox-hubspot-key' };

/** Settings of the emulator's account. */
export function account(more: Partial<CrmSettings> = {}): CrmSettings {
	return {
		baseUrl: '/hubspot',
		createContacts: false,
		history: true,
		defaultCountry: 'GB',
		...more,
	};
}

/** The connector and the emulator, written apart, over real HTTP; for a test file. */
export function useHubspotAccount(): ReturnType<typeof useHubspot> & {
	/** Every request the connector made, e.g. `POST /contacts/batch/update`. */
	asked: string[];
	/** The addresses that were asked more often than HubSpot allows. */
	tooMany: string[];
	http: Http;
	runOf(settings: CrmSettings): CrmRun;
	setUp(settings: CrmSettings): Promise<ReturnType<typeof hubspot.provision.diff>>;
	/** The properties of a contact by its id. */
	contact(id: string): Promise<JsonObject>;
} {
	const world = useHubspot();
	const asked: string[] = [];
	const tooMany: string[] = [];

	const http: Http = async ({ method, url, body }) => {
		asked.push(`${method} ${url.replace(/.*2026-09/, '')}`);
		try {
			const answer = await world.call(method, url, body, key);
			const headers = Object.fromEntries(answer.headers);
			if (answer.status === 429) tooMany.push(url);
			return { status: answer.status, headers, body: JSON.stringify(answer.body) };
		} catch {
			throw networkError('hubspot', 'ECONNRESET');
		}
	};

	/** What these tests tell of has happened. */
	let aheadMs = Date.UTC(2031, 0) - Date.now();
	/** Whoever waits makes time pass in the emulator. */
	const clock: Clock = {
		now: () => Date.now() + aheadMs,
		async wait(ms) {
			aheadMs += ms;
			await world.backstage('POST', '/clock', { advanceSeconds: ms / 1000 });
		},
	};

	return {
		...world,
		asked,
		tooMany,
		http,
		runOf: (settings) => ({ crm: hubspot, http, settings, clock, concurrency: 2, retries: 2 }),
		async setUp(settings) {
			const { provision } = hubspot;
			const answers = await Promise.all(provision.inspect(settings).map(http));
			const plan = provision.diff(answers, settings);
			for (const { request } of plan.steps)
				expect(provision.refused(await http(request))).toEqual([]);
			return plan;
		},
		async contact(id) {
			const found = (await world.records()).find((record) => record['id'] === id);
			return asObject(found?.['properties']);
		},
	};
}
