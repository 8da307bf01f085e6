import type { CrmSettings } from '../../connectors/crm';
import { salesforce } from '../../connectors/salesforce';
import { writeBack } from '../../connectors/writeBack';
import type { Http } from '../../core/http';
import {
	answer,
	askedIn,
	compositeAnswer,
	contactId,
	eventsOf,
	partsOf,
	phoneOf,
	settings,
} from './salesforceFixtures';

const CONTACTS = 2000;
const events = Array.from({ length: CONTACTS }, (_, i) => eventsOf(i)).flat();

/** A Salesforce that knows every contact by its RCS phone and takes everything. */
function server() {
	const counts = { lookUps: 0, writes: 0 };
	const known = new Map(Array.from({ length: CONTACTS }, (_, i) => [phoneOf(i), contactId(i)]));
	const find = (url: string) => {
		const soql = askedIn(url);
		const phones = soql.includes('FROM Contact') ? soql.match(/\+\d+/g) : [];
		const records = (phones ?? []).map((phone) => ({
			attributes: { type: 'Contact' },
			Id: known.get(phone),
			RCS_Phone_E164__c: phone,
		}));
		return { done: true, records };
	};
	const written = (records: readonly object[]) =>
		records.map(() => ({ id: contactId(1), success: true, errors: [] }));
	const http: Http = (request) => {
		const parts = partsOf(request);
		const isLookUp = parts.length > 0 && parts.every(({ method }) => method === 'GET');
		counts[isLookUp ? 'lookUps' : 'writes'] += 1;
		if (parts.length > 0)
			return Promise.resolve(
				compositeAnswer(
					parts.map(({ method, url, records }) => [
						200,
						method === 'GET' ? find(url) : written(records),
					]),
				),
			);
		if (request.method === 'POST') return Promise.resolve(answer({ id: '7500000000000001' }));
		return Promise.resolve(answer({ state: 'JobComplete', numberRecordsFailed: 0 }));
	};
	return { http, counts };
}

async function run(options: CrmSettings['options'] = {}) {
	const { http, counts } = server();
	const clock = { now: () => Date.UTC(2031, 0), wait: () => Promise.resolve() };
	const outcomes = await writeBack(
		{
			crm: salesforce,
			http,
			settings: { ...settings, options },
			clock,
			concurrency: 4,
			retries: 3,
		},
		events,
	);
	return { counts, statuses: new Set(outcomes.map(({ status }) => status)), outcomes };
}

test('10,000 events on 2,000 contacts are at most 6 composite calls', async () => {
	const { counts, statuses, outcomes } = await run();
	expect(outcomes).toHaveLength(CONTACTS);
	expect(statuses).toEqual(new Set(['written']));
	expect(counts).toEqual({ lookUps: 5, writes: 5 });
});

test('in bulk they are at most 12, however many there are', async () => {
	const { counts, statuses } = await run({ mode: 'bulk' });
	expect(statuses).toEqual(new Set(['written']));
	expect(counts).toEqual({ lookUps: 5, writes: 8 });
});
