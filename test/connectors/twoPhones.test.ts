import fc from 'fast-check';
import { consentVersion } from '../../connectors/consentVersion';
import { consentValues } from '../../connectors/contactWrites';
import { type CrmRun, execute } from '../../connectors/execute';
import { hubspot } from '../../connectors/hubspot';
import { lookUp } from '../../connectors/lookUp';
import { salesforce } from '../../connectors/salesforce';
import { setUp } from '../../connectors/setUp';
import type { ContactValues } from '../../connectors/values';
import { writeBack } from '../../connectors/writeBack';
import type { EventType, RcsEvent } from '../../core/event/types';
import { demoApp } from '../../sandbox/crm/salesforce/account';
import { hubspotHttp } from '../../service/clients/hubspot';
import { salesforceHttp } from '../../service/clients/salesforce';
import { useSandbox } from '../sandbox/world';

/** Records with two phones, and consents of one time or of the future, in the emulators of both CRMs. */

const SPEED = 2000;
const { call, url } = useSandbox(SPEED);

const time = (second: number, ms = 0) =>
	new Date(Date.UTC(2026, 0, 1, 10, 0, second, ms)).toISOString();
const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
const phoneOf = (i: number) => `+447700900${String(i).padStart(3, '0')}`;
const [phone, mobile] = [phoneOf(1), phoneOf(2)] as const;

interface Person {
	phone: string;
	mobile?: string;
	/** The RCS phone. */
	own?: string;
}

interface World {
	run(): CrmRun;
	add(people: readonly Person[]): Promise<void>;
}

const hubspotApp = {
	kind: 'oauth2',
	clientId: 'sandbox-hubspot-client',
	clientSecret: 'sandbox-hubspot-client-secret',
	refreshToken: 'sandbox-hubspot-refresh-token',
} as const;
const { clientId, clientSecret } = demoApp;
const salesforceApp = { kind: 'clientCredentials', clientId, clientSecret } as const;

const rest = { concurrency: 3, retries: 3 };
const wanted = { createContacts: false, history: false };

const worlds: Record<'HubSpot' | 'Salesforce', World> = {
	HubSpot: {
		run() {
			const baseUrl = `${url()}/hubspot`;
			const clock = {
				now: () => Date.now(),
				/** Whoever waits makes time pass in the emulator. */
				wait: async (ms: number) => {
					const by = { advanceSeconds: Math.ceil(ms / 1000) };
					await call('POST', '/sandbox/console/hubspot/clock', by);
				},
			};
			const http = hubspotHttp(hubspotApp, baseUrl);
			return { crm: hubspot, http, settings: { baseUrl, ...wanted }, clock, ...rest };
		},
		async add(people) {
			const contacts = people.map(({ phone: typed, mobile: mobilephone, own: rcs_phone_e164 }) =>
				given({ phone: typed, mobilephone, rcs_phone_e164 }),
			);
			await call('POST', '/sandbox/console/hubspot/contacts', { contacts });
		},
	},
	Salesforce: {
		run() {
			const baseUrl = `${url()}/salesforce`;
			const clock = { now: () => Date.now(), wait: () => Promise.resolve() };
			const http = salesforceHttp(salesforceApp, baseUrl, Date.now);
			return { crm: salesforce, http, settings: { baseUrl, ...wanted }, clock, ...rest };
		},
		async add(people) {
			const { http, settings } = worlds.Salesforce.run();
			const records = people.map(({ phone: Phone, mobile: MobilePhone, own }) => ({
				attributes: { type: 'Contact' },
				LastName: 'Customer',
				...given({ Phone, MobilePhone, RCS_Phone_E164__c: own }),
			}));
			const address = `${settings.baseUrl}/services/data/v66.0/composite/sobjects`;
			const answer = await http({ method: 'POST', url: address, body: { records } });
			expect(answer.body).not.toContain('"success":false');
		},
	},
};

const given = (values: Record<string, string | undefined>) =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Which of two phones is the RCS phone depends on which is told of first. */
const besidePhone = ({ phone: _own, ...values }: ContactValues): ContactValues => values;

let made = 0;

function event(type: EventType, user: string, occurredAt: string): RcsEvent {
	made += 1;
	return { eventId: `event-${made}`, provider: 'infobip', type, occurredAt, user, raw: null };
}

describe.each(Object.entries(worlds))('%s', (name, { run, add }) => {
	beforeEach(async () => void (await setUp(run(), { dryRun: false })));

	/** What the record of a phone holds. */
	async function valuesOf(own: string): Promise<ContactValues> {
		const [record, ...others] = (await lookUp(run(), [own])).get(own) ?? [];
		expect(others).toEqual([]);
		return record?.values ?? {};
	}

	/** What somebody or something else wrote. */
	async function put(own: string, values: ContactValues): Promise<void> {
		const [{ object, id } = { object: '', id: '' }] = (await lookUp(run(), [own])).get(own) ?? [];
		const change = { phone: own, record: { object, id }, values, urgent: false };
		const plan = run().crm.plan({ contacts: [change], messages: [], events: [] }, run().settings);
		expect(await execute(run(), plan)).toMatchObject([{ status: 'done' }]);
	}

	test('what is told of two phones of a record in one run is one write', async () => {
		await add([{ phone, mobile }]);
		const told = [event('user.optedOut', phone, time(30)), event('user.optedIn', mobile, time(29))];
		const outcomes = await writeBack(run(), told);
		expect(outcomes.map((one) => [one.phone, one.status])).toEqual([
			[phone, 'written'],
			[mobile, 'written'],
		]);
		expect(await valuesOf(phone)).toMatchObject({
			consentStatus: 'opted_out',
			consentUpdatedAt: time(30),
			lastEventAt: time(30),
		});
		expect(await writeBack(run(), told)).toMatchObject([
			{ status: 'unchanged' },
			{ status: 'unchanged' },
		]);
	});

	test('a STOP of the second phone reaches the record, and its RCS phone stays', async () => {
		await add([{ phone, mobile }]);
		const creating = { ...run(), settings: { ...run().settings, createContacts: true } };
		await writeBack(creating, [event('user.optedIn', phone, time(1))]);
		expect(await writeBack(creating, [event('user.optedOut', mobile, time(2))])).toMatchObject([
			{ phone: mobile, status: 'written' },
		]);
		const held = { phone, consentStatus: 'opted_out', consentUpdatedAt: time(2) };
		expect(await valuesOf(phone)).toMatchObject(held);
		expect(await valuesOf(mobile)).toMatchObject(held);
	});

	test('a phone belongs to the record that has it as its RCS phone; several that have it typed share it', async () => {
		await add([{ phone, mobile, own: phone }, { phone: mobile }]);
		const told = () => [event('message.read', mobile, time(1))];
		expect(await writeBack(run(), told())).toMatchObject([{ status: 'ambiguous' }]);
		await add([{ phone: phoneOf(3), own: mobile }]);
		expect(await writeBack(run(), told())).toMatchObject([
			{ status: 'written', records: [{ values: { phone: mobile } }] },
		]);
	});

	test('the consent of a phone that several records share is written to each of them, and nothing else', async () => {
		const shared = phoneOf(5);
		await add([{ phone: shared }, { mobile: shared, phone: phoneOf(6), own: phoneOf(6) }]);
		const told = [event('message.read', shared, time(1)), event('user.optedOut', shared, time(2))];
		const [outcome] = await writeBack(run(), told);
		expect(outcome).toMatchObject({ status: 'ambiguous', failures: [] });
		const values = async () => {
			const records = (await lookUp(run(), [shared])).get(shared) ?? [];
			return records.map((record) => record.values);
		};
		const held = { consentStatus: 'opted_out', consentUpdatedAt: time(2) };
		const after = await values();
		expect(after.toSorted((a, b) => Number(!!a.phone) - Number(!!b.phone))).toMatchObject([
			held,
			{ ...held, phone: phoneOf(6) },
		]);
		for (const one of after) expect(one.lastEventAt).toBeUndefined();
		expect(after.map((one) => one.phone).filter(Boolean)).toEqual([phoneOf(6)]);

		await writeBack(run(), [event('user.optedIn', shared, time(3))]);
		for (const one of await values())
			expect(one).toMatchObject({ consentStatus: 'opted_in', consentUpdatedAt: time(3) });
	});

	test('a record that shares one of its phones takes what is told of the other, and the STOP', async () => {
		const [own, shared] = [phoneOf(7), phoneOf(8)];
		await add([{ phone: shared, mobile: own, own }, { phone: shared }]);
		const told = [event('message.read', own, time(1)), event('user.optedOut', shared, time(2))];
		expect(await writeBack(run(), told)).toMatchObject([
			{ phone: own, status: 'written' },
			{ phone: shared, status: 'ambiguous' },
		]);
		expect(await valuesOf(own)).toMatchObject({
			phone: own,
			consentStatus: 'opted_out',
			lastReadAt: time(1),
		});
	});

	test('records with two phones are the same after any order of events, in any runs', async () => {
		const count = 100;
		// Of two people with the same life, one is told of at once.
		const twins = Array.from({ length: count }, (_, i) =>
			[0, 2].map((k) => ({ phone: phoneOf(4 * i + k), mobile: phoneOf(4 * i + k + 1) })),
		);
		const people = twins.flat().map((one, i) => (i % 3 < 2 ? one : { ...one, own: one.mobile }));
		for (let i = 0; i < people.length; i += 100) await add(people.slice(i, i + 100));
		const life = fc.array(
			fc.record({
				type: fc.constantFrom<EventType>(
					...(['message.sent', 'message.read', 'user.optedIn', 'user.optedOut'] as const),
				),
				which: fc.constantFrom('phone', 'mobile'),
				at: fc.tuple(fc.nat({ max: 3 }), fc.constantFrom(0, 400)),
				run: fc.nat({ max: 3 }),
			}),
			{ minLength: 2, maxLength: 8, size: 'max' },
		);
		const lives = fc.sample(life, { numRuns: count, seed: 5 });
		const parts: RcsEvent[][] = [[], [], [], []];
		const atOnce: RcsEvent[] = [];
		for (const [i, steps] of lives.entries())
			for (const { type, which, at, run: part } of steps) {
				const [one, other] = (twins[i] ?? []).map((person) => person[which]);
				atOnce.push(event(type, one ?? '', time(...at)));
				parts[part]?.push(event(type, other ?? '', time(...at)));
			}
		for (const told of [atOnce, ...parts])
			for (const { status } of await writeBack(run(), told))
				expect(status).toMatch(/^(written|unchanged)$/);
		const found = await lookUp(
			run(),
			twins.flat().map((person) => person.phone),
		);
		const held = twins.map((pair) =>
			pair.map((person) => besidePhone(found.get(person.phone)?.[0]?.values ?? {})),
		);
		expect(held.map(([, inParts]) => inParts)).toEqual(held.map(([one]) => one));
		expect(held.filter(([one]) => one?.lastEventAt !== undefined)).toHaveLength(count);
	});

	test('an event of the future counts as of now, and a STOP after it holds', async () => {
		await add([{ phone }]);
		await writeBack(run(), [event('user.optedIn', phone, '2099-01-01T00:00:00.000Z')]);
		const { consentUpdatedAt } = await valuesOf(phone);
		expect(Date.parse(String(consentUpdatedAt))).toBeLessThanOrEqual(Date.now());
		await writeBack(run(), [event('user.optedOut', phone, new Date().toISOString())]);
		expect(await valuesOf(phone)).toMatchObject({ consentStatus: 'opted_out' });
	});

	test.each([
		[
			'by a version of the future',
			'optedIn',
			'2099-01-01T00:00:00.000Z',
			'2099-01-01T00:00:00.000Z',
		],
		['by a time of the future', 'pending', '2026-01-01T00:00:00.000Z', '2099-01-01T00:00:00.000Z'],
	] as const)(
		'a consent on the record does not hold up a STOP %s',
		async (_how, state, at, since) => {
			await add([{ phone, own: phone }]);
			await put(phone, {
				...consentValues(state, at, 'import'),
				consentUpdatedAt: since,
				lastEventAt: since,
				lastEvent: 'message_sent',
			});
			const stop = secondsAgo(10);
			await writeBack(run(), [event('user.optedOut', phone, stop)]);
			const { consentStatus, consentUpdatedAt, lastEventAt } = await valuesOf(phone);
			expect(consentStatus).toBe('opted_out');
			for (const held of [consentUpdatedAt, lastEventAt])
				expect(Date.parse(String(held))).toBeLessThanOrEqual(Date.now() + 60_000);
			await writeBack(run(), [event('user.optedIn', phone, time(1))]);
			expect(await valuesOf(phone)).toMatchObject({ consentStatus: 'opted_out' });
		},
	);

	test.each([
		['first', true],
		['after it', false],
	])('of consents at one time the opt-out holds, told %s', async (_when, isFirst) => {
		await add([{ phone, own: phone }]);
		await put(phone, consentValues('pending', time(1), 'web form'));
		const told = [
			event('user.optedOut', phone, time(1)),
			event('user.optedIn', phone, time(1, name === 'Salesforce' ? 700 : 0)),
		];
		for (const one of isFirst ? told : told.toReversed()) await writeBack(run(), [one]);
		expect(await valuesOf(phone)).toMatchObject({
			consentStatus: 'opted_out',
			consentUpdatedAt: time(1),
			consentSource: 'event',
			consentVersion: consentVersion('optedOut', time(1)),
		});
	});
});

test('where HubSpot’s search tells of what was, the record is read again', async () => {
	const { run, add } = worlds.HubSpot;
	await setUp(run(), { dryRun: false });
	await add([{ phone, mobile }]);
	await call('POST', '/sandbox/console/hubspot/clock', { advanceSeconds: 60 });
	await call('PATCH', '/sandbox/console/hubspot/settings', { searchLagMs: 30_000 });
	await writeBack(run(), [event('user.optedOut', phone, time(2))]);
	await writeBack(run(), [event('user.optedIn', mobile, time(1))]);
	const record = (await lookUp(run(), [phone])).get(phone)?.[0];
	expect(record?.values).toMatchObject({ phone, consentStatus: 'opted_out' });
});
