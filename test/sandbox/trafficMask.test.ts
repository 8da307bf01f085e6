import { maskAddress, maskCallback, maskHeaders } from '../../sandbox/traffic/mask';
import { LONGEST_BODY, readText } from '../../sandbox/traffic/body';

/** What is a secret, wherever it stands: in headers, addresses, JSON, forms, and what nobody can parse. */

const SECRET = 'a-secret-of-ours';
const HOOK = 'https://hook.example.com/rcs';
const door = `${HOOK}?door=${SECRET}`;
const shown = (body: unknown): string =>
	readText(typeof body === 'string' ? body : JSON.stringify(body)).text;

it.each([
	'access_token',
	'accessToken',
	'api-key',
	'apiKey',
	'assertion',
	'Authorization',
	'client_secret',
	'clientToken',
	'cookie',
	'password',
	'privateKey',
	'refresh_token',
	'secretKey',
	'X-API-Key',
])('the member or field %s is hidden', (name) => {
	expect(shown({ before: 1, [name]: SECRET })).toBe(`{"before":1,"${name}":"***"}`);
	expect(shown({ list: [{ [name]: { value: SECRET } }] })).toBe(`{"list":[{"${name}":"***"}]}`);
	expect(shown({ [name]: 123456 })).toBe(`{"${name}":"***"}`);
	expect(shown(`a=b&${name}=${SECRET}&c=d`)).toBe(`a=b&${name}=***&c=d`);
	expect(shown(JSON.stringify({ [name]: SECRET }).slice(0, -4))).not.toContain('a-secret');
	expect(maskAddress(`/v1/x?${name}=${SECRET}&q=1`)).toBe(`/v1/x?${name}=***&q=1`);
});

it.each(['auth', 'key', 'sig', 'signature', 'p'])('of an address, %s too', (name) => {
	expect(maskAddress(`/v1/x?${name}=${SECRET}`)).toBe(`/v1/x?${name}=***`);
	expect(shown({ url: `https://cdn.example.com/a.png?${name}=${SECRET}&w=1` })).toBe(
		`{"url":"https://cdn.example.com/a.png?${name}=***&w=1"}`,
	);
});

it.each([
	['a list', { headers: [{ name: 'X-Door', value: SECRET }] }],
	['an object', { headers: { 'X-Door': SECRET } }],
	['objects in an object', { webhook: { httpHeaders: { common: { 'X-Door': [SECRET] } } } }],
	['lines', { headers: `X-Door: ${SECRET}` }],
	['fields of a form', `event=all&headers%5BX-Door%5D=${SECRET}`],
	['the end of what was cut off', `{"headers":[{"name":"X-Door","value":"${SECRET}`],
])('headers that are registered are hidden as %s', (_how, body) => {
	expect(shown(body)).not.toContain(SECRET);
	expect(shown(body)).toContain('***');
});

it.each([
	['for deliveries', { webhooks: { delivery: { url: door } } }],
	['for reads', { messages: [{ webhooks: { seen: { url: door } } }] }],
	['beside its events', { url: door, events: ['message.delivered'] }],
	['beside its events, after them', { webhooks: [{ events: [], url: door }] }],
	['under its own name', { notifyUrl: door, status_url: door, target_url: door }],
	['that is a text', { callback: door }],
	['with a name only', { callbackUrl: `${HOOK}?${SECRET}` }],
	['with a fragment', { callbackUrl: `${HOOK}#${SECRET}` }],
	['in a form', `target_url=${encodeURIComponent(door)}&event_type=all`],
	['in JSON in a text', { payload: JSON.stringify({ hook: { url: door } }) }],
	['in JSON that is cut off', JSON.stringify({ url: door, events: ['a'] }).slice(0, -5)],
])('an address to call loses what its query says: %s', (_where, body) => {
	expect(shown(body)).not.toContain(SECRET);
	expect(shown(body)).toContain('hook.example.com');
});

it('secrets are hidden in JSON in a text, and in a field of a form', () => {
	expect(shown({ payload: `{"token":"${SECRET}","a":1}` })).toBe(
		String.raw`{"payload":"{\"token\":\"***\",\"a\":1}"}`,
	);
	const field = encodeURIComponent(`{"token":"${SECRET}"}`);
	expect(shown(`payload=${field}`)).toBe(`payload=${encodeURIComponent('{"token":"***"}')}`);
});

it('a part of a path that is called a secret is hidden, and who signs in with an address', () => {
	expect(maskAddress(`/v1/token/${SECRET}/messages`)).toBe('/v1/token/***/messages');
	expect(maskCallback(`${HOOK}/secret/${SECRET}?a=b`)).toBe(`${HOOK}/secret/***?a=***`);
	expect(maskCallback(`https://me:${SECRET}@example.com/`)).toBe('https://***@example.com/');
	expect(maskAddress('https://example.com?to=me@example.com')).toContain('//example.com?to=me@');
});

it('headers are hidden unless they are known to be harmless', () => {
	const headers = {
		Cookie: SECRET,
		'set-cookie': [SECRET, SECRET],
		Authorization: `App ${SECRET}`,
	};
	expect(maskHeaders({ ...headers, 'X-Own': SECRET, Accept: '*/*', 'X-Signature': 'abc' })).toEqual(
		{
			...{ cookie: '***', 'set-cookie': '***', authorization: 'App ***', 'x-own': '***' },
			...{ accept: '*/*', 'x-signature': 'abc' },
		},
	);
});

it.each([
	'{ "text": "Hi",  "price": 1.0, "to": 12345678901234567890 }',
	'{"suggestions":[{"type":"OPEN_URL","url":"https://shop.example.com/o?id=7"}],"secret":null}',
	'{"nextPageToken":"abc","token_type":"Bearer","callbackData":"cart-7"}',
	'{"text":"{curly, but no JSON"}',
	'to=%2B447700900001&text=a+b',
	'',
])('what has no secret stays as it was sent: %s', (body) => {
	expect(shown(body)).toBe(body);
});

it('a long body is cut after its secrets are hidden, and a very long one is only told of', () => {
	const text = 'x'.repeat(LONGEST_BODY - 20);
	const cut = readText(JSON.stringify({ text, url: door, events: [] }));
	expect(cut.text).not.toContain('a-secret');
	expect(cut.note).toMatch(/^\d+ more bytes$/);
	expect(readText(`"${'x'.repeat(2_000_000)}"`, 'application/json')).toEqual({
		text: '',
		note: '2000002 bytes of application/json',
	});
});

it('a body nested without end does no harm', () => {
	const deep = `${'['.repeat(5000)}{"token":"${SECRET}"}${']'.repeat(5000)}`;
	expect(shown(deep)).not.toContain(SECRET);
	expect(shown(`{${String.raw`\"`.repeat(400_000)}`)).toContain('{');
	expect(shown('{"a":'.repeat(5000) + `"${SECRET}`)).toContain('{"a":');
});
