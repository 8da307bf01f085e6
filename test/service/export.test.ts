import * as v from 'valibot';
import {
	consentSources,
	type ConsentStatement,
	type StatedState,
} from '../../core/consent/statement';
import { asArray, asObject, defined, lookUp } from '../../core/json';
import { fixedClock } from './support/fixedClock';
import { startTestService, type TestService, TOKEN } from './support/world';

const NOW = '2020-01-31T12:00:00.000Z';
const EARLIER = '2020-01-30T12:00:00.000Z';
const LAST = '2020-01-31T11:00:00.000Z';
const phone = '+447700900123';
const controller = {
	name: 'Example Shop Ltd',
	contact: 'Data protection officer, privacy@example.com',
	address: '1 Example Street, London',
	privacyNotice: 'https://example.com/privacy',
	jurisdiction: 'GB',
	storageLocations: ['DE'],
};
const statements = [
	{
		...{ state: 'pending', level: 'double', source: 'form', occurredAt: EARLIER, agent: 'Shop' },
		proof: { text: 'Yes, send me offers', language: 'en', url: 'https://example.com/form' },
	},
	{ state: 'optedIn', level: 'double', source: 'event', occurredAt: LAST, agent: 'Shop' },
	{
		...{ state: 'optedOut', purpose: '*', source: 'keyword', occurredAt: LAST },
		proof: { text: 'STOP', messageId: 'm-1' },
	},
	{
		...{ state: 'optedIn', origin: 'admin', purpose: '*', source: 'hubspot', occurredAt: NOW },
		proof: { actor: 'admin@example.com', consentedAt: EARLIER },
	},
	{ state: 'optedOut', purpose: 'transactional', occurredAt: EARLIER },
];

async function exported(service: TestService): Promise<unknown> {
	const { status, body } = await service.post('/v1/consent/export', { phone });
	expect(status).toBe(200);
	return body;
}

async function historyOf(service: TestService): Promise<unknown[]> {
	const { body } = await service.post('/v1/consent/history', { phone });
	return [...asArray(asObject(body)['statements'])];
}

describe('POST /v1/consent/export', () => {
	let service: TestService;
	beforeAll(async () => {
		const providers = {
			main: { provider: 'infobip', settings: { auth: { kind: 'apiKey', apiKey: 'a-key' } } },
		};
		service = await startTestService({ role: 'ingest', controller, providers }, fixedClock(NOW));
		const told = statements.map((one) => ({ phone, ...one }));
		await service.post('/v1/consent', { statements: told });
	});
	afterAll(() => service.stop());

	it('gives one document, with the parties, what holds and every event', async () => {
		expect(await exported(service)).toMatchObject({
			schema_version: 'ISO/IEC TS 27560:2023',
			record_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
			pii_principal_id: phone,
			pii_processing: [
				{
					purposes: [
						{ purpose: 'marketing', lawful_basis: 'consent', pii_controllers: ['pii-controller'] },
					],
					service: 'Shop',
					privacy_notice: [
						{ text: 'Yes, send me offers', language: 'en', url: 'https://example.com/form' },
					],
					privacy_notice_url: 'https://example.com/privacy',
					jurisdiction: 'GB',
					storage_locations: ['DE'],
					recipient_third_parties: ['provider:main'],
					withdrawal_method: 'Reply STOP to any message',
					current_state: 'optedOut',
				},
				{ purposes: [{ purpose: 'transactional' }], current_state: 'optedOut' },
				{ purposes: [{ purpose: '*' }], current_state: 'optedOut' },
			],
			party_identification: [
				{
					party_id: 'pii-controller',
					party_name: 'Example Shop Ltd',
					party_address: '1 Example Street, London',
					party_contact: 'Data protection officer, privacy@example.com',
				},
				{ party_id: 'provider:main', party_name: 'Infobip', party_role: 'recipient' },
			],
			not_filled: [],
		});
	});

	it('names states as the vocabulary does, and who said so', async () => {
		const events = asArray(asObject(await exported(service))['events']).map(asObject);
		expect(
			events.map(({ event_state, event_type, entity_id, event_time }) =>
				[event_state, event_type, entity_id, event_time].join(' '),
			),
		).toEqual(
			expect.arrayContaining([
				`ConsentRequested ExpressedConsent pii-principal ${EARLIER}`,
				`ConsentRefused ExpressedConsent pii-principal ${EARLIER}`,
				`ConsentGiven ExpressedConsent pii-principal ${LAST}`,
				`ConsentGiven Consent pii-controller ${NOW}`,
			]),
		);
	});

	it('can be read back: no word of the ledger is missing', async () => {
		const read = readRecord(await exported(service));
		const told = (await historyOf(service)).map((one) => ({ ...asObject(one) }));
		for (const one of told) delete one['overruled'];
		expect(read.length).toBe(statements.length);
		expect(read.toReversed()).toEqual(told);
	});

	it('has a name to be saved under, without the number', async () => {
		const headers = { authorization: `Bearer ${TOKEN}` };
		const body = JSON.stringify({ phone });
		const url = `${service.url}/v1/consent/export`;
		const response = await fetch(url, { method: 'POST', headers, body });
		expect(response.headers.get('content-disposition')).toBe(
			'attachment; filename="consent-record.json"',
		);
	});
});

it('an export says which fields nobody told the service', async () => {
	const service = await startTestService({ role: 'ingest' }, fixedClock(NOW));
	await service.post('/v1/consent', { statements: [{ phone, state: 'optedIn' }] });
	expect(await exported(service)).toMatchObject({
		party_identification: [],
		not_filled: [
			...['privacy_notice', 'language', 'pii_controllers', 'party_address', 'party_contact'],
			...['storage_locations', 'jurisdiction'],
		],
	});
	await service.stop();
});

const states: Readonly<Record<string, StatedState>> = {
	ConsentRequested: 'pending',
	ConsentGiven: 'optedIn',
	RenewedConsentGiven: 'optedIn',
	ConsentWithdrawn: 'optedOut',
	ConsentRefused: 'optedOut',
};

const record = v.object({
	pii_principal_id: v.string(),
	events: v.array(
		v.object({
			event_id: v.string(),
			event_time: v.string(),
			entity_id: v.picklist(['pii-principal', 'pii-controller']),
			event_state: v.string(),
			recorded_time: v.string(),
			service: v.string(),
			purpose: v.string(),
			consent_level: v.picklist(['single', 'double']),
			collection_method: v.picklist(consentSources),
			proof: v.exactOptional(v.record(v.string(), v.string())),
		}),
	),
});

/** The statements that a consent record was made of, as somebody else would read them. */
function readRecord(json: unknown): ConsentStatement[] {
	const { pii_principal_id: principal, events } = v.parse(record, json);
	return events.map((event) => ({
		id: event.event_id,
		key: { phone: principal, agent: event.service, purpose: event.purpose },
		state: lookUp(states, event.event_state) ?? 'pending',
		level: event.consent_level,
		origin: event.entity_id === 'pii-principal' ? ('person' as const) : ('admin' as const),
		source: event.collection_method,
		occurredAt: event.event_time,
		recordedAt: event.recorded_time,
		...defined({ proof: event.proof }),
	}));
}
