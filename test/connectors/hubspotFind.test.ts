import fc from 'fast-check';
import { hubspot } from '../../connectors/hubspot';
import { RcsError } from '../../core/errors';
import type { CrmSettings } from '../../connectors/crm';
import { answer, inputsOf, otherPhone, phone, phoneOf, settings } from './hubspotFixtures';

const { find, search } = hubspot;

function findOne(status: number, body: unknown) {
	const [request] = find.plan([phone, otherPhone], settings);
	if (!request) throw new Error('nothing was planned');
	return find.read(request, answer(status, body), settings);
}

/** What a search for some phones makes of contacts. */
function searched(contacts: readonly object[], own: CrmSettings = settings, phones = [phone]) {
	const [request] = search.plan(phones, own);
	if (!request) throw new Error('nothing was planned');
	const results = contacts.map((properties, i) => ({ id: String(i + 1), properties }));
	const found = search.read(request, answer(200, { total: results.length, results }), own);
	return found.map(({ records }) => records.map(({ id }) => id));
}

describe('contacts by the RCS phone', () => {
	test('100 in a request', () => {
		const phones = Array.from({ length: 2000 }, (_, i) => phoneOf(i));
		const requests = find.plan(phones, settings);
		expect(requests).toHaveLength(20);
		expect(requests.flatMap((request) => inputsOf(request).map(({ id }) => id))).toEqual(phones);
		expect(requests[0]).toMatchObject({
			method: 'POST',
			url: 'https://api.hubapi.com/crm/objects/2026-09/contacts/batch/read',
			body: { idProperty: 'rcs_phone_e164' },
		});
	});

	test('their values are read; what is empty is not there', () => {
		const results = [
			{
				id: '51',
				properties: {
					rcs_phone_e164: phone,
					rcs_consent_status: 'opted_in',
					rcs_consent_version: '7580606400000',
					rcs_consent_updated_at: '2030-01-31T10:12:00Z',
					rcs_last_sent_at: '1896084720000',
					rcs_reachable: 'true',
					rcs_last_campaign: '',
					rcs_last_event: null,
					firstname: 'Ada',
					lastname: null,
				},
			},
		];
		const errors = [{ category: 'OBJECT_NOT_FOUND', message: 'x', context: { ids: [otherPhone] } }];
		const values = {
			phone,
			consentStatus: 'opted_in',
			consentVersion: 7580606400000,
			consentUpdatedAt: '2030-01-31T10:12:00.000Z',
			lastSentAt: '2030-01-31T10:12:00.000Z',
			reachable: true,
		};
		expect(findOne(207, { status: 'COMPLETE', results, errors })).toEqual([
			{ phone, records: [{ object: 'contacts', id: '51', name: 'Ada', values }] },
			{ phone: otherPhone, records: [] },
		]);
	});

	test.each([
		['no results', 200, {}],
		['another error', 207, { results: [], errors: [{ category: 'INTERNAL_ERROR', message: 'x' }] }],
		['something else', 200, '<html>'],
	])('nobody is missing because of %s', (_name, status, body) => {
		expect(() => findOne(status, body)).toThrow(RcsError);
	});

	test.each([
		[429, { message: 'You have reached your secondly limit.' }, true, 'rateLimit'],
		[
			429,
			{ message: 'You have reached your daily limit.', policyName: 'DAILY' },
			false,
			'rateLimit',
		],
		[401, { category: 'EXPIRED_AUTHENTICATION', message: 'x' }, false, 'auth'],
		[403, { category: 'MISSING_SCOPES', message: 'x' }, false, 'permission'],
		[400, { message: 'Property "rcs_phone_e164" does not exist' }, false, 'configuration'],
		[503, '', true, 'provider'],
	])('%i %j', (status, body, retryable, category) => {
		try {
			findOne(status, body);
			throw new Error('was found');
		} catch (error) {
			if (!(error instanceof RcsError)) throw error;
			expect(error.detail).toMatchObject({ retryable, category });
		}
	});
});

describe('contacts by the numbers people typed', () => {
	test('asks for the digits without country code, and for the whole number', () => {
		const [request] = search.plan([phone], settings);
		expect(request).toMatchObject({
			url: 'https://api.hubapi.com/crm/objects/2026-09/contacts/search',
			body: {
				filterGroups: [
					['hs_searchable_calculated_phone_number', '7700900123'],
					['hs_searchable_calculated_mobile_number', '7700900123'],
					['phone', phone],
					['mobilephone', phone],
				].map(([propertyName, value]) => ({
					filters: [{ propertyName, operator: 'IN', values: [value] }],
				})),
				limit: 200,
			},
		});
	});

	test('no body is longer than HubSpot takes, and every phone is asked for once', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat({ max: 9_999_999 }), { maxLength: 200 }), (indexes) => {
				const phones = indexes.map(phoneOf);
				const requests = search.plan(phones, settings);
				expect(requests.flatMap((request) => request.phones)).toEqual(phones);
				for (const { body } of requests)
					expect(JSON.stringify(body).length).toBeLessThanOrEqual(3000);
				expect(requests.length).toBeLessThanOrEqual(Math.ceil(phones.length / 20));
			}),
		);
	});

	test('a national number is one of the contact’s country, else of the default one', () => {
		const contacts = [
			{ phone: '07700 900123' },
			{ mobilephone: '07700 900123', country: 'DE' },
			{ phone: '(0)7700-900-123', hs_country_region_code: 'GB' },
			{ phone: '07700 900123', country: 'United Kingdom' },
			{ phone: '7700900123', hs_calculated_phone_number: phone },
			{ phone: '07700 900123', country: 'UK' },
			{ phone: '07700 900123', hs_country_region_code: 'XX' },
			{ phone: '07700 900123', hs_country_region_code: 'XX', country: 'DE' },
		];
		expect(searched(contacts)).toEqual([['1', '3', '4', '5', '6', '7']]);
		expect(searched(contacts, { ...settings, defaultCountry: 'DE' })).toEqual([['3', '5', '6']]);
	});

	test('without any country, only a number that has its own counts', () => {
		const unknown = { ...settings };
		delete unknown.defaultCountry;
		const contacts = [
			{ phone: '07700 900123' },
			{ phone: '447700900123' },
			{ phone: '0044 7700 900123' },
		];
		expect(searched(contacts, unknown)).toEqual([['3']]);
	});

	test('a shared phone gives every contact that has it', () => {
		expect(searched([{ phone }, { mobilephone: phone }, { phone: otherPhone }])).toEqual([
			['1', '2'],
		]);
	});

	test('a contact with another RCS phone has its typed ones as well', () => {
		expect(searched([{ phone, rcs_phone_e164: otherPhone }])).toEqual([['1']]);
	});

	test('further pages are asked for', () => {
		const [request] = search.plan([phone], settings);
		const paging = { next: { after: '200', link: 'x' } };
		const next = request && search.next?.(request, answer(200, { results: [], paging }));
		expect(next).toMatchObject({ phones: [phone], body: { after: '200', limit: 200 } });
		expect(request && search.next?.(request, answer(200, { results: [] }))).toBeUndefined();
	});
});
