import type { MessageProfile } from '../../core/message/limits';
import { validate } from '../../core/message/validate';
import { parseMessage } from '../../core/message/schema';
import type { Content, RcsMessage, Suggestion } from '../../core/message/types';
import { infobip } from '../../core/providers/infobip';
import { aMessage, NOW } from '../fixtures/messages';

const paths = (more: Partial<RcsMessage>) =>
	validate({ ...aMessage(), ...more }, infobip.profile, NOW).map(({ path }) => path);
const chip = (suggestion: Suggestion): Partial<RcsMessage> => ({
	content: { kind: 'text', text: 'Hi', suggestions: [suggestion] },
});
const event = {
	type: 'calendar',
	text: 'Save',
	title: 'Sale',
	startTime: '2030-05-01T09:00:00Z',
	endTime: '2030-05-01T10:00:00Z',
} as const;
const card = (
	content: Partial<Extract<Content, { kind: 'card' }>['card']>,
): Partial<RcsMessage> => ({
	content: { kind: 'card', card: content },
});
const days = ['monday' as const];

test.each<[string, Partial<RcsMessage>, string[]]>([
	['no recipient', { to: '' }, ['to']],
	['a number without a country', { to: '07700900123' }, ['to']],
	['an empty id', { id: '' }, ['id']],
	['a blank id', { id: ' ' }, ['id']],
	['an empty text', { content: { kind: 'text', text: ' \n' } }, ['content.text']],
	['a card of nothing', card({ description: 'Blue' }), ['content.card']],
	['an empty label', chip({ type: 'reply', text: '' }), ['content.suggestions.0.text']],
	[
		'a phone that is none',
		chip({ type: 'dial', text: 'Call', phoneNumber: '123' }),
		['content.suggestions.0.phoneNumber'],
	],
	[
		'a place that is nowhere',
		chip({ type: 'viewLocation', text: 'Here', latitude: 91, longitude: -181 }),
		['content.suggestions.0.latitude', 'content.suggestions.0.longitude'],
	],
	[
		'an event that ends when it starts',
		chip({ ...event, endTime: event.startTime }),
		['content.suggestions.0.endTime'],
	],
	[
		'an event in the past',
		chip({ ...event, startTime: NOW.toISOString() }),
		['content.suggestions.0.startTime'],
	],
	[
		'times that are none',
		chip({ ...event, startTime: 'soon', endTime: '2030-02-30T09:00:00Z' }),
		['content.suggestions.0.startTime', 'content.suggestions.0.endTime'],
	],
	[
		'a tall picture on a small card',
		{
			content: {
				kind: 'carousel',
				width: 'small',
				cards: [
					{ title: 'A' },
					{ title: 'B', media: { url: 'https://example.com/b.jpg', height: 'tall' } },
				],
			},
		},
		['content.cards.1.media.height'],
	],
	[
		'validity twice',
		{ validity: { seconds: 60 }, expiresAt: '2030-01-01T01:00:00Z' },
		['expiresAt'],
	],
	[
		'a window of no days and less than an hour',
		{ deliveryWindow: { days: [], from: '09:00', to: '09:59' } },
		['deliveryWindow.days', 'deliveryWindow.to'],
	],
	[
		'times of day that are none',
		{ deliveryWindow: { days, from: '9:00', to: '24:00' } },
		['deliveryWindow.from', 'deliveryWindow.to'],
	],
	[
		'two options for one field',
		{ correlation: { clientRef: 'a', callbackData: 'b' } },
		['correlation.clientRef'],
	],
	['an SMS without words', { fallback: [{ channel: 'sms', text: '' }] }, ['fallback.0.text']],
	['an MMS of nothing', { fallback: [{ channel: 'mms', mediaUrls: [] }] }, ['fallback.0']],
	[
		'several things at once',
		{ to: 'x', ...card({ title: 'A', media: { url: 'x' } }), simulate: true },
		['to', 'content.card.media.url', 'simulate'],
	],
])('%s', (_name, more, expected) => {
	expect(paths(more)).toEqual(expected);
});

test.each([
	['https://example.com/a?b=c#d', true],
	['http://192.0.2.1:8080/', true],
	['http://localhost:3000/a.jpg', true],
	['https://bücher.example/', true],
	['ftp://example.com/', false],
	['javascript:alert(1)', false],
	['example.com/a.jpg', false],
	['https://intranet/a.jpg', false],
	['https:///a.jpg', false],
	['https://exa mple.com/', false],
	['https://example.com/a b.png', false],
	['https://example.com/"a".png', false],
	['https://example.com/<a>.png', false],
	['', false],
])('%p is a web address: %p', (url, valid) => {
	expect(paths(card({ title: 'A', media: { url } }))).toEqual(
		valid ? [] : ['content.card.media.url'],
	);
});

test('an address is judged the same way however often it was judged before', () => {
	const media = { url: 'https://bücher.example/' };
	const refused = Array.from({ length: 5000 }, () => paths(card({ title: 'A', media })));
	expect(refused.flat()).toEqual([]);
});

test.each([
	['07700900123', 'no country code'],
	['+44 7700 900123', 'it has spaces'],
	['+44\u00a07700\u202f900123', 'it has spaces'],
	['(+44) 7700-900/123', 'it has "(", ")", spaces, "-", "/"'],
	['\u202a+447700900123\u202c', 'it has invisible characters'],
	['+4477009001٢٣', 'it has other characters'],
	['+44x', 'it has letters'],
	['+33', 'it has 2 digits'],
	['n/a', 'it has no digits'],
])('a problem with the number %p says why, and does not repeat it', (to, why) => {
	const [problem, ...more] = validate(aMessage({ to }), infobip.profile, NOW);
	expect(more).toEqual([]);
	expect(problem?.message).toContain(why);
	expect(problem?.message).not.toContain(to);
});

test.each<[unknown, string]>([
	[null, 'message'],
	[{ to: 1, content: { kind: 'text', text: 'Hi' } }, 'to'],
	[{ to: '+447700900123' }, 'content'],
	[{ to: '+447700900123', content: { kind: 'video' } }, 'content.kind'],
	[{ to: '+447700900123', content: { kind: 'text', text: 'Hi' }, txt: 'x' }, 'txt'],
	[
		{ to: '+447700900123', content: { kind: 'card', card: { suggestions: [{ type: 'reply' }] } } },
		'content.card.suggestions.0.text',
	],
])('the structure of %j is wrong at %s', (json, path) => {
	const parsed = parseMessage(json);
	expect(parsed.ok ? [] : parsed.problems).toEqual([{ path, message: expect.any(String) }]);
});

test('variables of a template are texts, but where a provider takes any JSON', () => {
	const variables = { name: 'Ann', items: [{ name: 'Mug' }], count: 2 };
	const message = { ...aMessage(), content: { kind: 'template', id: 'cart', variables } };
	const parsed = parseMessage(message);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	const problems = (profile: MessageProfile) =>
		validate(parsed.value, profile, NOW).map(({ path, message: words }) => [path, words]);
	expect(problems(infobip.profile)).toEqual([
		['content.variables.items', 'content.variables.items must be a text for Infobip'],
		['content.variables.count', 'content.variables.count must be a text for Infobip'],
	]);
	expect(problems({ ...infobip.profile, templateVariables: 'json' })).toEqual([]);
});
