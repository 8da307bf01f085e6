import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { readHubspotWebhook, verifyHubspot } from '../../connectors/hubspot/webhook';
import { arrived } from '../contract/arrived';
import { NOW } from '../fixtures/messages';

const SECRET = 'app-secret';
const URL = 'https://hooks.example.com/webhooks/hubspot?account=4010';

const change = (more: object = {}) => ({
	eventId: 100,
	subscriptionId: 25001,
	portalId: 4010,
	appId: 4010001,
	occurredAt: NOW.getTime(),
	subscriptionType: 'contact.propertyChange',
	attemptNumber: 0,
	objectId: 123,
	propertyName: 'rcs_consent_status',
	propertyValue: 'opted_out',
	changeSource: 'CRM_UI',
	sourceId: 'userId:1',
	...more,
});

/** By HubSpot's document, word for word, apart from the code under test. */
function signed(body: string, { secret = SECRET, uri = URL, at = NOW.getTime() } = {}) {
	const source = `POST${uri}${body}${at}`;
	return {
		'x-hubspot-request-timestamp': String(at),
		'x-hubspot-signature-v3': createHmac('sha256', secret).update(source).digest('base64'),
	};
}

const body = JSON.stringify([change()]);
const verify = (
	headers: Record<string, string>,
	{
		bytes = body as string | Buffer,
		url = URL,
		secret = SECRET as string | string[],
		now = NOW,
	} = {},
) => verifyHubspot(arrived(bytes, headers, url), secret, now);

const NOTHING = { changed: [], gone: [] };
const OK = { verified: 'ok' };
const failed = (reason: string) => ({ verified: 'failed', reason });

describe('a signature of HubSpot', () => {
	test('is ok, also over a body of other letters', () => {
		expect(verify(signed(body))).toEqual(OK);
		const greeting = JSON.stringify([change({ propertyValue: 'Grüße 👋' })]);
		expect(verify(signed(greeting), { bytes: greeting })).toEqual(OK);
	});

	test('is of the client secret, or of the one that replaces it', () => {
		const renewed = signed(body, { secret: 'new-secret' });
		expect(verify(renewed)).toEqual(failed('mismatch'));
		expect(verify(renewed, { secret: [SECRET, 'new-secret'] })).toEqual(OK);
		expect(verify(signed(body), { secret: [SECRET, 'new-secret'] })).toEqual(OK);
		expect(verify(signed(body), { secret: ['new-secret'] })).toEqual(failed('mismatch'));
	});

	test('without a secret is not checked, and that is said', () => {
		expect(verify(signed(body), { secret: '' })).toEqual({ verified: 'notConfigured' });
		expect(verify(signed(body), { secret: [] })).toEqual({ verified: 'notConfigured' });
	});

	test('has to be there, with its time', () => {
		const { 'x-hubspot-request-timestamp': at, 'x-hubspot-signature-v3': signature } = signed(body);
		expect(verify({})).toEqual(failed('missing'));
		expect(verify({ 'x-hubspot-request-timestamp': at })).toEqual(failed('missing'));
		expect(verify({ 'x-hubspot-signature-v3': signature })).toEqual(failed('missing'));
	});

	test('is five minutes old at most, and not of the future', () => {
		const aged = (ms: number) => verify(signed(body, { at: NOW.getTime() - ms }));
		expect(aged(300_000)).toEqual(OK);
		expect(aged(300_001)).toEqual(failed('stale'));
		expect(aged(-300_000)).toEqual(OK);
		expect(aged(-300_001)).toEqual(failed('future'));
	});

	test('of an older version does not count: it could be repeated for ever', () => {
		const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
		for (const [version, source] of [
			['v1', `${SECRET}${body}`],
			['v2', `${SECRET}POST${URL}${body}`],
		] as const) {
			const headers = {
				'x-hubspot-signature-version': version,
				'x-hubspot-signature': sha256(source),
			};
			expect(verify(headers)).toEqual(failed('missing'));
		}
	});

	test('is over the address with the characters of the document as themselves', () => {
		const travels = (part: string) => `https://hooks.example.com/${part}`;
		const headers = signed(body, { uri: travels("a:/?@!$'()*,;") });
		const url = travels('a%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B');
		expect(verify(headers, { url })).toEqual(OK);
		expect(verify(headers, { url: url.replace('%3A', '%3a') })).toEqual(OK);
		expect(verify(headers, { url: travels("a:/?@!$'()*,;") })).toEqual(OK);
		// Others stay as they travel.
		const encoded = travels('caf%C3%A9%20%26?b=%2B');
		expect(verify(signed(body, { uri: encoded }), { url: encoded })).toEqual(OK);
		expect(verify(signed(body, { uri: decodeURI(encoded) }), { url: encoded })).toMatchObject({
			verified: 'failed',
		});
	});
});

/** One bit turned, a byte more, a byte less, or the end cut off. */
const anyChange = fc
	.record({
		kind: fc.constantFrom('turn', 'insert', 'remove', 'cut'),
		at: fc.nat(),
		bit: fc.integer({ min: 0, max: 6 }),
		byte: fc.integer({ min: 32, max: 126 }),
	})
	.map(({ kind, at, bit, byte }) => (original: string): string => {
		const bytes = Buffer.from(original);
		const place = at % bytes.length;
		const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
		const changed = {
			insert: [before, Buffer.of(byte), after],
			remove: [before, after.subarray(1)],
			cut: [before],
			turn: [before, Buffer.of((after[0] ?? 0) ^ (1 << bit)), after.subarray(1)],
		}[kind];
		return Buffer.concat(changed ?? []).toString('latin1');
	});

const anyBody = fc
	.array(fc.record({ objectId: fc.nat(), propertyValue: fc.string() }), {
		minLength: 1,
		maxLength: 3,
	})
	.map((events) => Buffer.from(JSON.stringify(events.map(change))).toString('latin1'))
	// As HubSpot sends them: what is no ASCII would be changed by the change of a byte.
	.filter((text) => /^[\x20-\x7e]*$/.test(text));

/** How many forged webhooks are tried for each way of forging. */
const FORGERIES = { numRuns: 1000 };

describe('a webhook that somebody recorded and changed is refused:', () => {
	const { 'x-hubspot-request-timestamp': at } = signed(body);
	const isGenuine = (...[headers, more]: Parameters<typeof verify>) =>
		verify(headers, more).verified === 'ok';
	const never = (...arbitraries: Parameters<typeof verify>) =>
		expect(isGenuine(...arbitraries)).toBe(false);

	test('its body', () => {
		fc.assert(
			fc.property(anyBody, anyChange, (text, changed) =>
				never(signed(text), { bytes: changed(text) }),
			),
			FORGERIES,
		);
	});

	test('its address', () => {
		fc.assert(
			fc.property(anyBody, anyChange, (text, changed) => {
				const url = changed(URL);
				// What follows a # never travels.
				fc.pre(!url.startsWith(`${URL}#`));
				never(signed(text), { bytes: text, url });
			}),
			FORGERIES,
		);
	});

	test('its time', () => {
		fc.assert(
			fc.property(anyBody, anyChange, (text, changed) =>
				never({ ...signed(text), 'x-hubspot-request-timestamp': changed(at) }, { bytes: text }),
			),
			FORGERIES,
		);
	});

	test('its signature', () => {
		fc.assert(
			fc.property(anyBody, anyChange, (text, changed) => {
				const headers = signed(text);
				const signature = changed(headers['x-hubspot-signature-v3']);
				never({ ...headers, 'x-hubspot-signature-v3': signature }, { bytes: text });
			}),
			FORGERIES,
		);
	});

	test('the proof of another one', () => {
		fc.assert(
			fc.property(anyBody, anyBody, (text, other) => {
				fc.pre(text !== other);
				never(signed(text), { bytes: other });
			}),
			FORGERIES,
		);
	});

	test('a proof made with another secret', () => {
		const others = fc.string().filter((secret) => secret !== SECRET);
		fc.assert(
			fc.property(anyBody, others, (text, secret) =>
				never(signed(text, { secret }), { bytes: text }),
			),
			FORGERIES,
		);
	});

	test('what was signed, cut into address, body and time at other places', () => {
		fc.assert(
			fc.property(anyBody, fc.nat(), fc.nat(), (text, first, second) => {
				const whole = `${URL}${text}${at}`;
				const [from, to] = [first % whole.length, second % whole.length].sort((a, b) => a - b);
				fc.pre(from !== URL.length || to !== whole.length - at.length);
				const url = whole.slice(0, from);
				const headers = { ...signed(text), 'x-hubspot-request-timestamp': whole.slice(to) };
				const bytes = whole.slice(from, to);
				never(headers, { bytes });
				// At an address that begins with ours, it is proven to be what it was, and tells nothing.
				if (isGenuine(headers, { bytes, url })) expect(readHubspotWebhook(bytes)).toEqual(NOTHING);
			}),
			FORGERIES,
		);
	});
});

describe('what a webhook of HubSpot tells', () => {
	const read = (events: unknown, options = {}) =>
		readHubspotWebhook(JSON.stringify(events), options);
	const contact = (id: number) => ({ object: 'contacts', id: String(id) });
	test('is which contacts to read again, each once', () => {
		const events = [
			change({ propertyValue: 'opted_in', attemptNumber: 3 }),
			change({ propertyName: 'rcs_consent_source' }),
			change({ objectId: 7, subscriptionType: 'contact.creation' }),
			change({ objectId: 8, subscriptionType: 'contact.restore' }),
			change({ objectId: 9, subscriptionType: 'object.propertyChange', objectTypeId: '0-1' }),
		];
		expect(read(events)).toEqual({ changed: [123, 7, 8, 9].map(contact), gone: [] });
	});

	test('is nothing about other properties, objects and events', () => {
		const events = [
			change({ propertyName: 'rcs_last_event' }),
			change({ subscriptionType: 'company.propertyChange' }),
			change({ subscriptionType: 'object.propertyChange', objectTypeId: '0-2' }),
			change({ subscriptionType: 'contact.associationChange' }),
			change({ subscriptionType: 'conversation.creation' }),
		];
		expect(read(events)).toEqual(NOTHING);
	});

	test('is which contacts are gone', () => {
		const events = [
			change({ objectId: 1 }),
			change({ objectId: 1, subscriptionType: 'contact.deletion' }),
			change({ objectId: 2, subscriptionType: 'contact.privacyDeletion' }),
		];
		expect(read(events)).toEqual({ changed: [], gone: [1, 2].map(contact) });
	});

	test('is what became of merged contacts', () => {
		const merge = {
			subscriptionType: 'contact.merge',
			primaryObjectId: 1,
			mergedObjectIds: [2, 3],
		};
		expect(read([change({ ...merge, newObjectId: 1 })])).toEqual({
			changed: [contact(1)],
			gone: [2, 3].map(contact),
		});
		expect(read([change({ ...merge, newObjectId: 4 })])).toEqual({
			changed: [contact(4)],
			gone: [1, 2, 3].map(contact),
		});
		expect(read([change(merge)])).toEqual({ changed: [contact(1)], gone: [] });
	});

	test('is of one account, where that is said', () => {
		const events = [change({ objectId: 1 }), change({ objectId: 2, portalId: 4011 })];
		expect(read(events, { portalId: '4010' })).toEqual({ changed: [contact(1)], gone: [] });
		expect(read(events).changed).toHaveLength(2);
	});

	test('is not what the app wrote itself, where that is wanted', () => {
		const own = change({ objectId: 1, changeSource: 'INTEGRATION', sourceId: '4010001' });
		const other = change({ objectId: 2, changeSource: 'INTEGRATION', sourceId: '4010002' });
		const person = change({ objectId: 3, sourceId: '4010001' });
		expect(read([own, other, person], { ownAppId: '4010001' }).changed).toEqual(
			[2, 3].map(contact),
		);
		expect(read([own, other, person]).changed).toHaveLength(3);
	});

	test.each([
		['no JSON', 'not JSON'],
		['nothing', ''],
		['null', 'null'],
		['a number', '7'],
		['events that are none', '[1, null, "a", [], {}]'],
		['ids that are none', JSON.stringify([change({ objectId: '../1' }), change({ objectId: {} })])],
	])('is nothing in %s', (_name, text) => {
		expect(readHubspotWebhook(text)).toEqual(NOTHING);
	});

	test('an event alone is one, too', () => {
		expect(read(change()).changed).toEqual([contact(123)]);
	});
});
