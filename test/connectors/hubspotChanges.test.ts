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

function statements(...results: object[]) {
	return changes.read(answer(200, { results }), undefined, settings).statements;
}

const version = String(consentVersion('optedIn', since));

test('a status that differs from the one written with its version was edited', () => {
	const edited = contact({ rcs_consent_status: 'opted_out', rcs_consent_version: version });
	expect(statements(edited)).toEqual([
		{
			phone,
			record: { object: 'contacts', id: '51' },
			statement: {
				id: expect.stringMatching(/^[0-9a-f-]{36}$/),
				state: 'optedOut',
				level: 'single',
				origin: 'admin',
				source: 'hubspot',
				occurredAt: modified,
			},
		},
	]);
});

test('what was written does not echo, and unknown says nothing', () => {
	const written = contact({ rcs_consent_status: 'opted_in', rcs_consent_version: version });
	const unknown = contact({ rcs_consent_status: 'unknown', rcs_consent_version: version });
	expect(statements(written, unknown)).toEqual([]);
});

test('a status nobody wrote was set in the CRM, also of a contact without RCS phone', () => {
	const rcsPhone = { rcs_phone_e164: null };
	const set = contact({ ...rcsPhone, rcs_consent_status: 'opted_in', mobilephone: '07700 900456' });
	expect(statements(set)).toMatchObject([{ phone: otherPhone, statement: { state: 'optedIn' } }]);
	expect(statements(contact({ ...rcsPhone, rcs_consent_status: 'opted_in' }))).toEqual([]);
});

test('an edit that is read again is the same statement, the next edit another one', () => {
	const idOf = (status: string, more: object = {}) =>
		statements(contact({ rcs_consent_status: status, ...more }))[0]?.statement.id;
	expect(idOf('opted_out')).toBe(idOf('opted_out', { lastmodifieddate: since }));
	expect(idOf('opted_out')).not.toBe(idOf('opted_in'));
	expect(idOf('opted_out')).not.toBe(idOf('opted_out', { rcs_consent_version: version }));
});

test('asks for contacts with a status that changed since a little before the last one seen', () => {
	const { cursor, more } = changes.read(
		answer(200, { results: [contact({})] }),
		undefined,
		settings,
	);
	expect(more).toBe(false);
	const from = String(Date.parse(modified) - 300_000);
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
		for (const { record } of page.statements) ids.add(record.id);
		at = page.cursor;
		if (!page.more) return { ids, cursor: at, calls };
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
			const first = pollAll(before);
			expect(first.ids.size).toBe(before.length);
			const all = [...before, ...at(later, 400_000)];
			const second = pollAll(all, first.cursor);
			expect(new Set([...first.ids, ...second.ids]).size).toBe(all.length);
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
