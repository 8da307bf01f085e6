import type { Changes } from '../../connectors/changes';
import type { CrmSettings } from '../../connectors/crm';
import { salesforce } from '../../connectors/salesforce';
import {
	at,
	contactChange,
	contactId,
	contactOf,
	messageChange,
	partsOf,
	phoneOf,
	settings,
} from './salesforceFixtures';

const path = '/services/data/v66.0/composite/sobjects';

function plan(changes: Partial<Changes>, more: Partial<CrmSettings> = {}) {
	const all = { contacts: [], messages: [], events: [], ...changes };
	return salesforce.plan(all, { ...settings, ...more });
}

test('a contact and its message travel in one call, byte for byte', () => {
	const [request, ...others] = plan({ contacts: [contactChange(1)], messages: [messageChange(1)] });
	expect(others).toEqual([]);
	expect(request).toMatchObject({
		method: 'POST',
		url: 'https://example.my.salesforce.com/services/data/v66.0/composite',
		body: {
			allOrNone: false,
			collateSubrequests: false,
			compositeRequest: [
				{
					method: 'PATCH',
					url: path,
					referenceId: 'part0',
					body: {
						allOrNone: false,
						records: [
							{
								attributes: { type: 'Contact' },
								id: contactId(1),
								RCS_Last_Event__c: 'message_read',
								RCS_Last_Event_At__c: at(3),
							},
						],
					},
				},
				{
					method: 'PATCH',
					url: `${path}/RCS_Message__c/RCS_Key__c`,
					referenceId: 'part1',
					body: {
						allOrNone: false,
						records: [
							{
								attributes: { type: 'RCS_Message__c' },
								RCS_Key__c: `infobip:${phoneOf(1)}:message-1`,
								RCS_Message_Id__c: 'message-1',
								RCS_Phone_E164__c: phoneOf(1),
								RCS_Provider__c: 'infobip',
								RCS_Sent_At__c: at(1),
								RCS_Delivered_At__c: at(2),
								RCS_Contact__c: contactId(1),
							},
						],
					},
				},
			],
		},
	});
});

test('a lead shares the collection of contacts, and its message names it', () => {
	const lead = { object: 'Lead', id: '00Q000000000001AAA' };
	const [request] = plan({
		contacts: [contactChange(1), contactChange(2, { record: lead })],
		messages: [messageChange(2, { record: lead })],
	});
	const [people, messages] = partsOf(request ?? {});
	expect(people?.records.map(({ attributes }) => attributes)).toEqual([
		{ type: 'Contact' },
		{ type: 'Lead' },
	]);
	expect(messages?.records[0]).toMatchObject({ RCS_Lead__c: lead.id });
	expect(messages?.records[0]).not.toHaveProperty('RCS_Contact__c');
});

test('without a record, people and parents are named by their phone; nobody is made unless told to', () => {
	const changes = {
		contacts: [{ phone: phoneOf(1), values: { phone: phoneOf(1) }, urgent: false }],
		messages: [{ ...messageChange(1) }],
	};
	delete changes.messages[0]?.record;
	const [contacts, messages] = partsOf(plan(changes)[0] ?? {});
	expect(contacts?.url).toBe(`${path}/Contact/RCS_Phone_E164__c`);
	expect(contacts?.records).toEqual([
		{ attributes: { type: 'Contact' }, RCS_Phone_E164__c: phoneOf(1) },
	]);
	expect(messages?.records[0]).toMatchObject({
		RCS_Contact__r: { RCS_Phone_E164__c: phoneOf(1) },
	});
	const [made] = partsOf(plan(changes, { createContacts: true })[0] ?? {});
	expect(made?.records[0]).toMatchObject({ LastName: phoneOf(1), MobilePhone: phoneOf(1) });
});

test('empty clears with null, a checkbox is never empty, and texts are cut to their fields', () => {
	const emoji = '🙂';
	const [request] = plan({
		contacts: [
			contactChange(1, {
				values: {
					consentSource: '',
					reachable: '',
					lastFailureReason: `${emoji}${'x'.repeat(300)}`,
					lastCampaign: 'y'.repeat(300),
				},
			}),
		],
	});
	const [record = {}] = partsOf(request ?? {})[0]?.records ?? [];
	expect(record).toMatchObject({
		RCS_Consent_Source__c: null,
		RCS_Reachable__c: false,
		RCS_Last_Campaign__c: `${'y'.repeat(254)}…`,
	});
	expect(String(record['RCS_Last_Failure_Reason__c'])).toHaveLength(255);
});

test('a message that fell back tells of both legs, and never of a state that could go backwards', () => {
	const change = messageChange(1);
	const [request] = plan({
		messages: [
			{
				...change,
				message: {
					...change.message,
					channel: 'sms',
					fellBack: true,
					legs: [
						{ channel: 'rcs', state: 'failed', times: { failed: at(1) } },
						{ channel: 'sms', state: 'delivered', times: { sent: at(2), delivered: at(3) } },
					],
				},
			},
		],
	});
	const [record = {}] = partsOf(request ?? {})[0]?.records ?? [];
	expect(record).toMatchObject({
		RCS_Failed_At__c: at(1),
		RCS_Fell_Back__c: true,
		RCS_Fallback_Channel__c: 'sms',
		RCS_Fallback_Sent_At__c: at(2),
		RCS_Fallback_Delivered_At__c: at(3),
	});
	expect(record).not.toHaveProperty('RCS_State__c');
});

describe('many rows', () => {
	const numbers = Array.from({ length: 2000 }, (_, i) => i);
	const requests = plan({
		contacts: numbers.map((i) => contactChange(i)),
		messages: numbers.map((i) => messageChange(i)),
	});

	test('2,000 contacts with a message each are five calls, none over the caps', () => {
		expect(requests).toHaveLength(5);
		for (const request of requests) {
			const parts = partsOf(request);
			expect(parts.length).toBeLessThanOrEqual(5);
			for (const { records } of parts) expect(records.length).toBeLessThanOrEqual(200);
		}
		expect(requests.flatMap(({ rows }) => rows)).toHaveLength(4000);
	});

	test('no parent is in two of them, and the rows are in the order of the records', () => {
		const parents = requests.map(({ rows }) => new Set(rows.map(({ parent }) => parent)));
		expect(parents.reduce((sum, own) => sum + own.size, 0)).toBe(2000);
		for (const request of requests) {
			const records = partsOf(request).flatMap((part) => part.records);
			expect(records.map(({ id, RCS_Key__c }) => id ?? RCS_Key__c)).toEqual(
				request.rows.map(({ body }) => body['Id'] ?? body['RCS_Key__c']),
			);
		}
	});

	test('opt-outs are in the first call', () => {
		const [first] = plan({
			contacts: numbers.map((i) => contactChange(i, { urgent: i === 1999 })),
			messages: [],
		});
		expect(first?.rows[0]?.parent).toBe(contactId(1999));
	});

	test('more messages of one parent than a call holds go one call after the other', () => {
		const [first, ...others] = plan({
			messages: Array.from({ length: 1000 }, (_, i) =>
				messageChange(i, { record: contactOf(1), phone: phoneOf(1) }),
			),
		});
		expect(others).toEqual([]);
		expect(first?.then).toHaveLength(2);
		const rows = [first, ...(first?.then ?? [])].flatMap((request) => request?.rows ?? []);
		expect(new Set(rows.map(({ key }) => key)).size).toBe(1000);
	});
});

describe('ContactPointTypeConsent', () => {
	const values = {
		consentStatus: 'opted_out',
		consentUpdatedAt: at(1),
		consentSource: 'keyword STOP',
	};
	const record = { ...contactOf(1), person: '0PK000000000001AAA' };
	const options = { pointTypeConsent: { engagementChannelTypeId: '0eC000000000001' } };

	test('keeps the consent of the Individual where it is wanted', () => {
		const change = contactChange(1, { values, record });
		const both = { contacts: [change], consents: [change] };
		const [, consent] = partsOf(plan(both, { options })[0] ?? {});
		expect(consent?.url).toBe(`${path}/ContactPointTypeConsent/RCS_Key__c`);
		expect(consent?.records).toEqual([
			{
				attributes: { type: 'ContactPointTypeConsent' },
				RCS_Key__c: `rcs:${record.person}:`,
				Name: 'RCS messages',
				PartyId: record.person,
				ContactPointType: 'Phone',
				PrivacyConsentStatus: 'OptOut',
				CaptureContactPointType: 'Phone',
				CaptureDate: at(1),
				EffectiveFrom: at(1),
				CaptureSource: 'keyword STOP',
				EngagementChannelTypeId: '0eC000000000001',
			},
		]);
	});

	test('is left out where it is not wanted, or there is no Individual', () => {
		const plans = [
			plan({ consents: [contactChange(1, { values, record })] }),
			plan({ consents: [contactChange(1, { values })] }, { options }),
		];
		expect(plans).toEqual([[], []]);
	});
});

test('options are checked, and what was found is not repeated', () => {
	const wrong = { options: { mode: 'secret-mode' } };
	expect(() => plan({ contacts: [contactChange(1)] }, wrong)).toThrow(/options\.mode/);
	expect(() => plan({ contacts: [contactChange(1)] }, wrong)).not.toThrow(/secret-mode/);
});
