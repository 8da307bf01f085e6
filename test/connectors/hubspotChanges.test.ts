import fc from 'fast-check';
import { consentVersion } from '../../connectors/consentVersion';
import { hubspot } from '../../connectors/hubspot';
import { answer, otherPhone, phone, settings } from './hubspotFixtures';

const { changes } = hubspot;
const since = '2030-01-31T10:12:00.000Z';
const modified = '2030-01-31T10:20:00.000Z';

function contact(properties: object, id = '51') {
	return {
		id,
		properties: { rcs_phone_e164: phone, lastmodifieddate: modified, ...properties },
	};
}

function read(...results: object[]) {
	return changes.read(answer(200, { results }), undefined, settings).records;
}

test('a contact says whose it is, what it holds and when it changed', () => {
	const version = consentVersion('optedIn', since);
	const edited = { rcs_consent_status: 'opted_out', rcs_consent_version: String(version) };
	expect(read(contact({ ...edited, firstname: 'Ada' }))).toEqual([
		{
			...{ object: 'contacts', id: '51', name: 'Ada', phone, changedAt: modified },
			values: { phone, consentStatus: 'opted_out', consentVersion: version },
		},
	]);
});

test('a contact without RCS phone is known by the number people typed, if there is one', () => {
	const without = { rcs_phone_e164: null, rcs_consent_status: 'opted_in' };
	const phones = read(contact({ ...without, mobilephone: '07700 900456' }), contact(without));
	expect(phones.map((record) => record.phone)).toEqual([otherPhone, undefined]);
});

test('contacts are looked at by their ids, 100 a call', () => {
	const ids = Array.from({ length: 101 }, (_, i) => ({ object: 'contacts', id: String(i) }));
	const [first, second] = changes.current.plan(ids, settings);
	expect(first).toMatchObject({
		url: 'https://api.hubapi.com/crm/objects/2026-09/contacts/batch/read',
		body: { inputs: ids.slice(0, 100).map(({ id }) => ({ id })) },
	});
	expect(second).toMatchObject({ body: { inputs: [{ id: '100' }] } });
	const missing = { category: 'OBJECT_NOT_FOUND', message: 'gone', context: { ids: ['100'] } };
	const found = answer(207, { results: [contact({})], errors: [missing] });
	expect(changes.current.read(found, settings)).toMatchObject([{ id: '51', phone }]);
});

test('from a moment on, nothing before it is asked for', () => {
	const time = Date.parse(since);
	const { body } = changes.poll(changes.startAt(time, settings), settings);
	expect(JSON.stringify(body)).toContain(`"operator":"GTE","value":"${time}"`);
});

test('asks for contacts with a status that changed since a moment', () => {
	expect(changes.read(answer(200, { results: [contact({})] }), undefined, settings)).toEqual({
		records: [expect.objectContaining({ id: '51' })],
	});
	const from = String(Date.parse(since));
	const cursor = changes.startAt(Date.parse(since), settings);
	expect(changes.poll(cursor, settings)).toMatchObject({
		method: 'POST',
		url: 'https://api.hubapi.com/crm/objects/2026-09/contacts/search',
		body: {
			filterGroups: [
				{
					filters: [
						{ propertyName: 'lastmodifieddate', operator: 'GTE', value: from },
						{ propertyName: 'rcs_consent_status', operator: 'HAS_PROPERTY' },
					],
				},
			],
			sorts: [{ propertyName: 'lastmodifieddate', direction: 'ASCENDING' }],
			limit: 200,
			after: '0',
		},
	});
});

test('a cursor that cannot be read starts from the beginning', () => {
	expect(changes.poll('{', settings)).toEqual(changes.poll(undefined, settings));
});

test('a refusal is an error', () => {
	expect(() => changes.read(answer(401, { message: 'expired' }), undefined, settings)).toThrow(
		'expired',
	);
});

interface Asked {
	filterGroups: { filters: { propertyName: string; operator: string; value: string }[] }[];
	limit: number;
}

/** HubSpot's search over contacts that changed at some times. */
function searchOf(times: readonly number[], body: unknown) {
	const { filterGroups, limit } = body as Asked;
	const filters = filterGroups[0]?.filters ?? [];
	const valueOf = (operator: string) =>
		Number(filters.find((filter) => filter.operator === operator)?.value ?? NaN);
	const [from, moment, afterId] = [valueOf('GTE'), valueOf('EQ'), valueOf('GT')];
	const found = times
		.map((time, i) => ({ time, id: i + 1 }))
		.filter(({ time, id }) => time >= from || (time === moment && id > afterId))
		.toSorted((a, b) => (Number.isNaN(moment) ? a.time - b.time : a.id - b.id));
	const results = found.slice(0, limit).map(({ time, id }) => ({
		id: String(id),
		properties: {
			rcs_phone_e164: phone,
			rcs_consent_status: 'opted_out',
			lastmodifieddate: new Date(time).toISOString(),
		},
	}));
	const paging = found.length > limit ? { next: { after: String(limit) } } : undefined;
	return answer(200, { total: found.length, results, paging });
}

/** Polls until there is no more, and gives the ids of the contacts that were seen. */
function pollAll(times: readonly number[], cursor?: string) {
	const ids = new Set<string>();
	let at = cursor;
	for (let calls = 1; calls < 1000; calls += 1) {
		const response = searchOf(times, changes.poll(at, settings).body);
		const page = changes.read(response, at, settings);
		for (const { id } of page.records) ids.add(id);
		if (!page.next) return { ids, calls };
		const until = Math.max(...page.records.map(({ changedAt }) => Date.parse(changedAt)), 0);
		expect(page.next.until).toBeGreaterThanOrEqual(until);
		at = page.next.cursor;
	}
	throw new Error('never ends');
}

test('every contact is seen, however many changed at one time', () => {
	const start = Date.parse(since);
	const times = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 250 })), {
		minLength: 1,
		maxLength: 6,
	});
	fc.assert(
		fc.property(times, times, (groups, later) => {
			const at = (own: typeof groups, offset: number) =>
				own.flatMap(([ms, count]) => Array.from({ length: count }, () => start + offset + ms));
			const before = at(groups, 0);
			expect(pollAll(before).ids.size).toBe(before.length);
			const after = at(later, 400_000);
			const cursor = changes.startAt(start + 400_000, settings);
			expect(pollAll([...before, ...after], cursor).ids.size).toBe(after.length);
		}),
		{ numRuns: 15 },
	);
});

test('more than 10,000 contacts are seen', () => {
	const times = Array.from({ length: 10_500 }, (_, i) => Date.parse(since) + i);
	const { ids, calls } = pollAll(times);
	expect(ids.size).toBe(10_500);
	expect(calls).toBeLessThan(60);
});

test('more than 10,000 contacts that changed in one moment are seen, and what comes after them', () => {
	const start = Date.parse(since);
	const { ids } = pollAll([...Array.from({ length: 10_050 }, () => start), start + 1]);
	expect(ids.size).toBe(10_051);
});
