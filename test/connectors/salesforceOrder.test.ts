import fc from 'fast-check';
import { salesforce } from '../../connectors/salesforce';
import { writeBack } from '../../connectors/writeBack';
import { providerError } from '../../core/errors';
import type { EventType, RcsEvent } from '../../core/event/types';
import type { Http } from '../../core/http';
import { compositeAnswer, contactId, partsOf, phoneOf, settings } from './salesforceFixtures';

type Stored = Record<string, unknown>;

/** A Salesforce of one contact, which keeps whole seconds as the real one does. */
function server() {
	const contact: Stored = {
		attributes: { type: 'Contact' },
		Id: contactId(1),
		RCS_Phone_E164__c: phoneOf(1),
	};
	const messages = new Map<string, Stored>();
	const keep = (into: Stored, record: Stored) => {
		for (const [name, value] of Object.entries(record))
			if (name.endsWith('__c')) into[name] = inSeconds(value);
	};
	const write = (record: Stored) => {
		const key = String(record['RCS_Key__c']);
		const into = 'id' in record ? contact : (messages.get(key) ?? {});
		if (into !== contact) messages.set(key, into);
		keep(into, record);
		return { id: 'id' in record ? contactId(1) : 'a00000000000001AAA', success: true, errors: [] };
	};
	const asked = (url: string) => {
		if (url.includes('FROM%20Contact')) return [contact];
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
	return { http, contact, messages };
}

function inSeconds(value: unknown): unknown {
	const isTime = typeof value === 'string' && /^\d{4}-.*\.\d{3}Z$/.test(value);
	return isTime ? value.replace(/\.\d{3}Z$/, '.000+0000') : value;
}

/** What is in the org after events were written in some parts, one after the other. */
async function after(parts: readonly (readonly RcsEvent[])[]) {
	const { http, contact, messages } = server();
	const clock = { now: () => 0, wait: () => Promise.resolve() };
	const run = { crm: salesforce, http, settings, clock, concurrency: 1, retries: 0 };
	for (const part of parts) await writeBack(run, part);
	const empty = (record: Stored) =>
		Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
	return { contact: empty(contact), messages: [...messages].sort() };
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

/** Events of a few seconds, told to the millisecond; the same may happen again at another time. */
const anyEvents = fc.uniqueArray(
	fc.record({
		type: fc.constantFrom(...types),
		message: fc.constantFrom('1', '2'),
		channel: fc.constantFrom('rcs' as const, 'rcs' as const, 'sms' as const, 'whatsapp' as const),
		ms: fc.integer({ min: 0, max: 3000 }),
	}),
	{ maxLength: 10, selector: idOf },
);

function idOf({ type, message, channel, ms }: Drawn): string {
	return [type, message, channel, ms].join(' ');
}

interface Drawn {
	type: EventType;
	message: string;
	channel: 'rcs' | 'sms' | 'whatsapp';
	ms: number;
}

const failures: readonly EventType[] = ['message.failed', 'message.fallback'];

function eventOf(drawn: Drawn): RcsEvent {
	const { type, message, channel, ms } = drawn;
	return {
		eventId: idOf(drawn),
		provider: 'infobip',
		type,
		occurredAt: new Date(Date.UTC(2030, 0, 1) + ms).toISOString(),
		user: phoneOf(1),
		messageId: message,
		channel,
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
