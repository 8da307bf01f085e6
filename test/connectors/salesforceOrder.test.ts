import fc from 'fast-check';
import { salesforce } from '../../connectors/salesforce';
import { writeBack } from '../../connectors/writeBack';
import { providerError } from '../../core/errors';
import type { EventType, RcsEvent } from '../../core/event/types';
import type { Http } from '../../core/http';
import { defined } from '../../core/json';
import { compositeAnswer, contactId, partsOf, phoneOf, settings } from './salesforceFixtures';

type Stored = Record<string, unknown>;

/** A Salesforce of two contacts, which keeps whole seconds as the real one does. */
function server() {
	const contacts = [1, 2].map((i): Stored => ({
		attributes: { type: 'Contact' },
		Id: contactId(i),
		RCS_Phone_E164__c: phoneOf(i),
	}));
	const messages = new Map<string, Stored>();
	const keep = (into: Stored, record: Stored) => {
		for (const [name, value] of Object.entries(record))
			if (name.endsWith('__c')) into[name] = inSeconds(value);
	};
	const write = (record: Stored) => {
		const key = String(record['RCS_Key__c']);
		const contact = contacts.find(({ Id }) => Id === record['id']);
		const into = contact ?? messages.get(key) ?? {};
		if (!contact) messages.set(key, into);
		keep(into, record);
		return { id: contact?.['Id'] ?? 'a00000000000001AAA', success: true, errors: [] };
	};
	const asked = (url: string) => {
		if (url.includes('FROM%20Contact')) return contacts;
		return url.includes('FROM%20RCS_Message__c') ? [...messages.values()] : [];
	};
	const http: Http = (request) =>
		Promise.resolve(
			compositeAnswer(
				partsOf(request).map(({ method, url, records }) => {
					if (method === 'GET') return [200, { done: true, records: asked(url) }];
					return [200, records.map(write)];
				}),
			),
		);
	return { http, contacts, messages };
}

function inSeconds(value: unknown): unknown {
	const isTime = typeof value === 'string' && /^\d{4}-.*\.\d{3}Z$/.test(value);
	return isTime ? value.replace(/\.\d{3}Z$/, '.000+0000') : value;
}

/** What is in the org after events were written in some parts, one after the other. */
async function after(parts: readonly (readonly RcsEvent[])[]) {
	const { http, contacts, messages } = server();
	const clock = { now: () => Date.UTC(2031, 0), wait: () => Promise.resolve() };
	const run = { crm: salesforce, http, settings, clock, concurrency: 1, retries: 0 };
	for (const part of parts) await writeBack(run, part);
	const empty = (record: Stored) =>
		Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
	return { contacts: contacts.map(empty), messages: [...messages].sort() };
}

const types: readonly EventType[] = [
	'message.queued',
	'message.sent',
	'message.delivered',
	'message.read',
	'message.replied',
	'message.failed',
	'message.expired',
	'message.fallback',
	'user.optedOut',
	'user.optedIn',
];

/** What some events name and others do not, or otherwise. */
const names = fc.constantFrom(
	undefined,
	'',
	'a',
	'b',
	'ab',
	' b',
	`${'b'.repeat(255)}c`,
	'c'.repeat(255),
);

/** Events of a few seconds, told to the millisecond; the same may happen again at another time. */
const anyEvents = fc.uniqueArray(
	fc.record({
		type: fc.constantFrom(...types),
		message: fc.constantFrom('1', '2'),
		provider: fc.constantFrom('infobip', 'infobip', 'seven'),
		person: fc.constantFrom(1, 1, 2),
		campaign: names,
		agent: names,
		channel: fc.constantFrom('rcs' as const, 'rcs' as const, 'sms' as const, 'whatsapp' as const),
		ms: fc.integer({ min: 0, max: 3000 }),
	}),
	{ maxLength: 10, selector: idOf },
);

function idOf(drawn: Drawn): string {
	return Object.values(drawn).join(' ');
}

interface Drawn {
	type: EventType;
	message: string;
	provider: string;
	person: number;
	campaign: string | undefined;
	agent: string | undefined;
	channel: 'rcs' | 'sms' | 'whatsapp';
	ms: number;
}

const failures: readonly EventType[] = ['message.failed', 'message.fallback'];

function eventOf(drawn: Drawn): RcsEvent {
	const { type, message, provider, person, campaign, agent, channel, ms } = drawn;
	return {
		eventId: idOf(drawn),
		provider,
		type,
		occurredAt: new Date(Date.UTC(2030, 0, 1) + ms).toISOString(),
		user: phoneOf(person),
		messageId: message,
		channel,
		...defined({ campaignId: campaign, agent }),
		...(failures.includes(type) ? { error: providerError('provider', `no ${ms % 7}`) } : {}),
		raw: null,
	};
}

test('events in any order, repeated, and in any parts leave the same records', async () => {
	const cases = anyEvents.chain((drawn) => {
		const events = drawn.map(eventOf);
		const twice = [...events, ...events];
		return fc.tuple(
			fc.constant(events),
			fc.shuffledSubarray(twice, { minLength: twice.length }),
			fc.nat({ max: twice.length }),
		);
	});
	await fc.assert(
		fc.asyncProperty(cases, async ([events, shuffled, cut]) => {
			const parts = [shuffled.slice(0, cut), shuffled.slice(cut)];
			expect(await after(parts)).toEqual(await after([events]));
		}),
		{ numRuns: 300 },
	);
});

test('messages of two providers, or to two phones, are two records, whatever their id', async () => {
	const told = (provider: string, person: number): RcsEvent =>
		eventOf({
			...{ type: 'message.sent', message: '1001', channel: 'rcs', ms: 0 },
			...{ provider, person, campaign: provider, agent: undefined },
		});
	const events = [told('seven', 1), told('infobip', 2), told('infobip', 1)];
	const { messages } = await after([events]);
	expect(messages.map(([, record]) => record)).toMatchObject([
		{ RCS_Provider__c: 'infobip', RCS_Contact__c: contactId(1), RCS_Campaign__c: 'infobip' },
		{ RCS_Provider__c: 'infobip', RCS_Contact__c: contactId(2), RCS_Phone_E164__c: phoneOf(2) },
		{ RCS_Provider__c: 'seven', RCS_Contact__c: contactId(1), RCS_Campaign__c: 'seven' },
	]);
});
