import { salesforce } from '../../connectors/salesforce';
import { RcsError } from '../../core/errors';
import {
	answer,
	askedIn,
	compositeAnswer,
	contactId,
	partsOf,
	phoneOf,
	settings,
} from './salesforceFixtures';

const { find, search } = salesforce;
const phone = '+447700900123';
const person = (type: string, id: string, more: object) => ({
	attributes: { type, url: `/services/data/v66.0/sobjects/${type}/${id}` },
	Id: id,
	...more,
});

describe('by the RCS phone', () => {
	test('contacts and leads are asked for 800 phones a call, converted leads are not', () => {
		const phones = Array.from({ length: 1000 }, (_, i) => phoneOf(i));
		const requests = find.plan(phones, settings);
		expect(requests.map((request) => request.phones.length)).toEqual([800, 200]);
		const [contacts, leads, ...more] = partsOf(requests[0] ?? {});
		expect(more).toHaveLength(2);
		expect(askedIn(contacts?.url ?? '')).toMatch(
			/^SELECT Id,Name,RCS_Phone_E164__c,.* FROM Contact WHERE RCS_Phone_E164__c IN \('\+4477009/,
		);
		expect(askedIn(leads?.url ?? '')).toMatch(/ FROM Lead WHERE .* AND IsConverted = false$/);
		for (const { url } of [contacts, leads].flatMap((part) => part ?? []))
			expect(url.length).toBeLessThan(16_000);
	});

	test('the records come back with our values, times in UTC and nothing where a field is empty', () => {
		const [request] = find.plan([phone, phoneOf(2)], settings);
		if (!request) throw new Error('no request');
		const records = [
			person('Contact', contactId(1), {
				Name: 'Sam Example',
				RCS_Phone_E164__c: phone,
				RCS_Last_Sent_At__c: '2030-01-31T12:00:00.000+0200',
				RCS_Consent_Version__c: 7.2e12,
				RCS_Reachable__c: true,
				RCS_Last_Event__c: null,
			}),
		];
		const page = (own: object[]) => ({ totalSize: own.length, done: true, records: own });
		const response = compositeAnswer([
			[200, page(records)],
			[200, page([])],
		]);
		expect(find.read(request, response, settings)).toEqual([
			{
				phone,
				records: [
					{
						object: 'Contact',
						id: contactId(1),
						name: 'Sam Example',
						values: {
							phone,
							lastSentAt: '2030-01-31T10:00:00.000Z',
							consentVersion: 7.2e12,
							reachable: true,
						},
					},
				],
			},
			{ phone: phoneOf(2), records: [] },
		]);
	});

	test('what is no phone cannot end the query', () => {
		expect(find.plan(["+447700900123') OR (Name LIKE '%"], settings)).toEqual([]);
		expect(search.plan(['+447700900123} RETURNING User(Id)'], settings)).toEqual([]);
	});

	test.each([
		[
			[400, [{ errorCode: 'INVALID_FIELD', message: "No such column 'RCS_X__c'" }]],
			'configuration',
			false,
		],
		[[503, [{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }]], 'provider', true],
		[[200, { done: false, records: [], nextRecordsUrl: '/x' }], 'provider', true],
	] as const)('a query that is refused is an error: %j', (part, category, retryable) => {
		const [request] = find.plan([phone], settings);
		if (!request) throw new Error('no request');
		const reading = () => find.read(request, compositeAnswer([part, part]), settings);
		expect(reading).toThrow(RcsError);
		try {
			reading();
		} catch (error) {
			expect(error).toMatchObject({ detail: { category, retryable } });
		}
	});

	test('a day without calls left is not asked again', () => {
		const [request] = find.plan([phone], settings);
		if (!request) throw new Error('no request');
		const body = [
			{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' },
		];
		expect(() => find.read(request, answer(body, 403), settings)).toThrow(
			expect.objectContaining({ detail: expect.objectContaining({ retryable: false }) as unknown }),
		);
	});
});

describe('by typed phones', () => {
	const found = (...searchRecords: object[]) => answer({ searchRecords });
	const read = (records: object[], more = {}, phones = [phone]) => {
		const [request] = search.plan(phones, settings);
		if (!request) throw new Error('no request');
		const [first] = search.read(request, found(...records), { ...settings, ...more });
		return first?.records.map(({ id }) => id);
	};
	const contact = (more: object) => person('Contact', contactId(1), more);

	test('the search is for national digits, in phone fields of contacts and leads', () => {
		const phones = Array.from({ length: 150 }, (_, i) => phoneOf(i));
		const requests = search.plan(phones, settings);
		expect(requests.map((request) => request.phones.length)).toEqual([100, 50]);
		const sosl = askedIn(requests[1]?.url ?? '');
		expect(sosl).toMatch(
			/^FIND \{7700900100 OR 7700900101 .*\} IN PHONE FIELDS RETURNING Contact\(Id,Name,.*MobilePhone,.*\), Lead\(.* WHERE IsConverted = false\)$/,
		);
		const [, terms = ''] = /\{(.*)\}/.exec(askedIn(requests[0]?.url ?? '')) ?? [];
		expect(terms.length).toBeLessThan(4000);
	});

	test('a number is checked with its country: that of the record, else the default one', () => {
		expect(read([contact({ MobilePhone: '+44 7700 900123' })])).toEqual([contactId(1)]);
		expect(read([contact({ Phone: '(07700) 900-123' })])).toEqual([]);
		expect(read([contact({ Phone: '(07700) 900-123' })], { defaultCountry: 'GB' })).toEqual([
			contactId(1),
		]);
		expect(read([contact({ Phone: '447700900123' })])).toEqual([]);
		const abroad = contact({ Phone: '07700 900123', MailingCountry: 'IT' });
		expect(read([abroad], { defaultCountry: 'GB' })).toEqual([]);
		const inWords = contact({ Phone: '07700 900123', MailingCountry: 'United Kingdom' });
		expect(read([inWords], { defaultCountry: 'GB' })).toEqual([contactId(1)]);
		const nowhere = contact({ Phone: '07700 900123', MailingCountry: 'XX' });
		expect(read([nowhere], { defaultCountry: 'GB' })).toEqual([contactId(1)]);
		for (const Country of ['GB', 'UK', ' uk ']) {
			const lead = person('Lead', '00Q000000000001AAA', { Phone: '07700 900123', Country });
			expect(read([lead], { defaultCountry: 'DE' })).toEqual(['00Q000000000001AAA']);
		}
	});

	test('a phone of several records has all of them, also those with another RCS phone', () => {
		const lead = person('Lead', '00Q000000000001AAA', { Phone: '+447700900123' });
		expect(read([contact({ MobilePhone: phone }), lead])).toHaveLength(2);
		const others = contact({ MobilePhone: phone, RCS_Phone_E164__c: '+447700900456' });
		expect(read([others])).toEqual([contactId(1)]);
	});

	test('an answer that may lack records is an error', () => {
		const many = Array.from({ length: 2000 }, () => contact({ Phone: phone }));
		expect(() => read(many)).toThrow(/too many records/i);
	});
});

test('only the objects that are wanted are asked, with the Individual where consent is kept there', () => {
	const options = { objects: ['Contact'], pointTypeConsent: {} };
	const [request] = find.plan([phone], { ...settings, options });
	const parts = partsOf(request ?? {});
	expect(parts).toHaveLength(1);
	expect(askedIn(parts[0]?.url ?? '')).toContain(',IndividualId FROM Contact');
	const record = person('Contact', contactId(1), {
		RCS_Phone_E164__c: phone,
		IndividualId: '0PK000000000001AAA',
	});
	if (!request) throw new Error('no request');
	const response = compositeAnswer([[200, { done: true, records: [record] }]]);
	const [one] = find.read(request, response, { ...settings, options });
	expect(one?.records[0]?.person).toBe('0PK000000000001AAA');
});
