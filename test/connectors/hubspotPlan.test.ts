import fc from 'fast-check';
import type { PlannedRequest, Row } from '../../connectors/row';
import { hubspot } from '../../connectors/hubspot';
import type { EventType } from '../../core/event/types';
import {
	contactChange,
	contactOf,
	event,
	eventChange,
	inputsOf,
	phone,
	phoneOf,
	requestFor,
	settings,
	withCommunications,
} from './hubspotFixtures';

const values = {
	phone,
	consentStatus: 'opted_out',
	lastSentAt: '2030-01-31T10:12:00.000Z',
	reachable: false,
	sentCount: 3,
	lastCampaign: '',
} as const;

const properties = {
	rcs_phone_e164: phone,
	rcs_consent_status: 'opted_out',
	rcs_last_sent_at: '2030-01-31T10:12:00.000Z',
	rcs_reachable: 'false',
	rcs_sent_count: '3',
	rcs_last_campaign: '',
};

test('a known contact is updated by its id; all values are texts, an empty one clears', () => {
	const request = requestFor([{ phone, record: contactOf('51'), values, urgent: false }]);
	expect(request).toMatchObject({
		method: 'POST',
		url: 'https://api.hubapi.com/crm/objects/2026-09/contacts/batch/update',
	});
	const [{ key = '' } = {}] = request.rows;
	expect(key).toMatch(/^[0-9a-f-]{36}$/);
	expect(request.body).toEqual({ inputs: [{ id: '51', objectWriteTraceId: key, properties }] });
});

test('a contact whose id is not known is updated by its phone, and never made', () => {
	const request = requestFor([{ phone, values, urgent: false }]);
	expect(request.url).toMatch(/\/contacts\/batch\/update$/);
	expect(inputsOf(request)).toMatchObject([{ id: phone, idProperty: 'rcs_phone_e164' }]);
});

test('a contact is made only where that is allowed, with the phone people see', () => {
	const change = { phone, values: { lastEvent: 'message_read' }, urgent: false };
	const request = requestFor([change], { ...settings, createContacts: true });
	expect(request.url).toBe('https://api.hubapi.com/crm/objects/2026-09/contacts/batch/upsert');
	expect(inputsOf(request)).toMatchObject([
		{
			id: phone,
			idProperty: 'rcs_phone_e164',
			properties: { rcs_phone_e164: phone, phone, rcs_last_event: 'message_read' },
		},
	]);
});

test('a text is cut to the length of its field', () => {
	const change = contactChange(1, { values: { consentSource: 'x'.repeat(61) } });
	const [input] = inputsOf(requestFor([change]));
	const { rcs_consent_source: source } = input?.['properties'] as Record<string, string>;
	expect(source).toHaveLength(60);
});

test('the same write has the same key, another one has another', () => {
	const keyOf = (lastEvent: string) =>
		requestFor([contactChange(1, { values: { lastEvent } })]).rows[0]?.key;
	expect(keyOf('message_read')).toBe(keyOf('message_read'));
	expect(keyOf('message_read')).not.toBe(keyOf('message_sent'));
});

test('a custom event tells what happened, cut to what HubSpot takes, and is named by its id', () => {
	const told = { text: 'y'.repeat(51), campaignId: 'spring', messageId: 'message-1' };
	const [request] = hubspot.plan(
		{ contacts: [], messages: [], events: [eventChange({ type: 'message.replied', ...told })] },
		settings,
	);
	expect(request?.url).toBe('https://api.hubapi.com/events/custom/2026-09/send/batch');
	expect(request?.body).toEqual({
		inputs: [
			{
				eventName: 'pe123_rcs_event',
				objectId: '51',
				occurredAt: '2030-01-31T10:12:00.000Z',
				uuid: 'event-1',
				properties: {
					rcs_type: 'message.replied',
					rcs_provider: 'infobip',
					rcs_channel: 'rcs',
					rcs_message_id: 'message-1',
					rcs_campaign: 'spring',
					rcs_text: `${'y'.repeat(49)}…`,
				},
			},
		],
	});
});

test('an event that comes twice is one, of a type that is not kept none, and none without a record', () => {
	const events = [
		eventChange(),
		eventChange(),
		eventChange({ eventId: 'event-2', type: 'message.sent' }),
		{ phone, event: event({ eventId: 'event-3' }) },
	];
	const options = { ...settings.options, eventTypes: ['message.delivered'] };
	const [request] = hubspot.plan({ contacts: [], messages: [], events }, { ...settings, options });
	expect(request?.rows.map(({ key }) => key)).toEqual(['event-1']);
});

test.each([
	['settings.history', { ...settings, history: false }],
	['options.history', { ...settings, options: { history: 'none' } }],
])('%s turns the history off', (_name, own) => {
	const plan = hubspot.plan({ contacts: [], messages: [], events: [eventChange()] }, own);
	expect(plan).toEqual([]);
});

test.each([
	['no event name', { history: 'customEvents' }, /eventName is missing/],
	['a short event name', { eventName: 'rcs_event' }, /eventName must be/],
	['an unknown option', { eventname: 'x' }, /eventname is not a known field/],
	['a time zone there is not', { timeZone: 'Mars/Base' }, /timeZone must be/],
])('options with %s are refused', (_name, options, words) => {
	const changes = { contacts: [], messages: [], events: [eventChange()] };
	expect(() => hubspot.plan(changes, { ...settings, options })).toThrow(words);
});

test('10,000 events on 2,000 known contacts take 40 requests, in either history, and 2 that ask what is there', () => {
	const types: EventType[] = ['message.sent', 'message.delivered', 'message.read'];
	const contacts = Array.from({ length: 2000 }, (_, i) => contactChange(i));
	const events = Array.from({ length: 10_000 }, (_, i) => ({
		phone: phoneOf(i % 2000),
		record: contactOf(String(1000 + (i % 2000))),
		event: event({ eventId: `event-${i}`, type: types[i % 3] ?? 'message.read' }),
	}));
	const changes = { contacts, messages: [], events };
	const sizes = (rows: number) => Array<number>(20).fill(rows);
	const sizesOf = (plan: readonly PlannedRequest[]) => plan.map(({ rows }) => rows.length);
	expect(sizesOf(hubspot.plan(changes, settings))).toEqual([...sizes(100), ...sizes(500)]);
	const plan = hubspot.plan(changes, withCommunications);
	expect(sizesOf(plan)).toEqual([...sizes(100), ...sizes(100)]);
	const once = plan.flatMap(({ rows }) => rows).filter(({ once }) => once);
	const settling = hubspot.settle?.(once, withCommunications);
	expect(settling && 'ask' in settling && settling.ask).toHaveLength(2);
});

test('new contacts are made 100 a request', () => {
	const contacts = Array.from({ length: 201 }, (_, i) => {
		const { phone: own, values, urgent } = contactChange(i);
		return { phone: own, values, urgent };
	});
	const making = { ...settings, createContacts: true };
	const plan = hubspot.plan({ contacts, messages: [], events: [] }, making);
	expect(plan.map(({ rows }) => rows.length)).toEqual([100, 100, 1]);
});

test('contacts named by their id and by their phone are never in one request', () => {
	const contacts = [0, 1, 2, 3].map((i) => {
		const { record, ...byPhone } = contactChange(i);
		return i % 2 === 0 && record ? { ...byPhone, record } : byPhone;
	});
	const plan = hubspot.plan({ contacts, messages: [], events: [] }, settings);
	expect(plan.map((request) => inputsOf(request).map(({ idProperty }) => idProperty))).toEqual([
		[undefined, undefined],
		['rcs_phone_e164', 'rcs_phone_e164'],
	]);
});

const anyRow = fc
	.record({
		target: fc.constantFrom('update', 'upsert', 'events', 'communications', 'communicationUpdates'),
		parent: fc.integer({ min: 0, max: 80 }).map(String),
		urgent: fc.boolean(),
		body: fc.constantFrom({}, { idProperty: 'rcs_phone_e164' }),
	})
	.map((row): Omit<Row, 'key'> => ({ ...row, phone }));

test('every row is in one request, none over the caps, no contact twice, named alike, urgent ones first', () => {
	const caps: Record<string, number> = {
		update: 100,
		upsert: 100,
		events: 500,
		communications: 100,
		communicationUpdates: 100,
	};
	fc.assert(
		fc.property(fc.array(anyRow, { maxLength: 700 }), (drafts) => {
			const rows = drafts.map((row, i): Row => ({ ...row, key: String(i) }));
			const requests = hubspot.pack(rows, settings);
			const packed = requests.flatMap((request) => request.rows);
			expect(packed.map(({ key }) => Number(key)).toSorted((a, b) => a - b)).toEqual(
				rows.map((_, i) => i),
			);
			for (const { rows: own } of requests) {
				const target = own[0]?.target ?? '';
				expect(own.every((row) => row.target === target)).toBe(true);
				expect(new Set(own.map(({ body }) => body['idProperty'])).size).toBe(1);
				expect(own.length).toBeLessThanOrEqual(caps[target] ?? 0);
				if (!['events', 'communications'].includes(target))
					expect(new Set(own.map(({ parent }) => parent)).size).toBe(own.length);
			}
			const urgent = requests.map((request) => request.rows.some((row) => row.urgent));
			expect(urgent.lastIndexOf(true)).toBeLessThan(
				urgent.includes(false) ? urgent.indexOf(false) : urgent.length,
			);
		}),
	);
});
