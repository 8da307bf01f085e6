import { downgrade } from '../../core/message/downgrade';
import type { MessageProfile } from '../../core/message/limits';
import { smsSize } from '../../core/message/sms';
import type { Content, RcsMessage, Suggestion } from '../../core/message/types';
import { infobip } from '../../core/providers/infobip';
import { aMessage, NOW } from '../fixtures/messages';

const all: MessageProfile = infobip.profile;
const textOnly: MessageProfile = { ...all, content: ['text'] };
const noCarousel: MessageProfile = { ...all, content: ['text', 'card'] };

const buy: Suggestion = { type: 'openUrl', text: 'Buy', url: 'https://example.com/buy' };
const yes: Suggestion = { type: 'reply', text: 'Yes' };

function fitted(content: Content, profile: MessageProfile = all) {
	const { message, changes } = downgrade(aMessage({ content }), profile, NOW);
	return { content: message.content, changes: changes.map(({ path, action }) => [path, action]) };
}

function changed(more: Partial<RcsMessage>, profile: MessageProfile = all) {
	const { message, changes } = downgrade({ ...aMessage(), ...more }, profile, NOW);
	return { message, changes: changes.map(({ path, action }) => [path, action]) };
}

const card = {
	kind: 'card',
	card: {
		title: 'Mug',
		description: 'Blue',
		media: { url: 'https://example.com/mug.jpg' },
		suggestions: [buy, yes],
	},
	suggestions: [{ type: 'reply', text: 'No' }],
} satisfies Content;

test('a card becomes text with its words, links and chips', () => {
	expect(fitted(card, textOnly)).toEqual({
		content: {
			kind: 'text',
			text: 'Mug\nBlue\nhttps://example.com/mug.jpg\nBuy: https://example.com/buy',
			suggestions: [yes, { type: 'reply', text: 'No' }],
		},
		changes: [['content', 'turnedIntoText']],
	});
});

test('a file becomes its link', () => {
	const file: Content = { kind: 'file', file: { url: 'https://example.com/a.pdf' } };
	expect(fitted(file, textOnly).content).toEqual({
		kind: 'text',
		text: 'https://example.com/a.pdf',
	});
});

test.each([
	[{ url: 'https://example.com/a.jpg' }],
	[{ url: 'https://example.com/A.MP4?size=l#t=1' }],
	[{ url: 'https://example.com/a', mimeType: 'image/png' }],
])('a picture or video becomes a card, with its chips: %j', (file) => {
	const profile: MessageProfile = { ...noCarousel, options: ['mimeType'] };
	expect(fitted({ kind: 'file', file, suggestions: [yes] }, profile)).toEqual({
		content: { kind: 'card', card: { media: file }, suggestions: [yes] },
		changes: [['content', 'turnedIntoCard']],
	});
});

test.each([
	[{ url: 'https://example.com/a.pdf' }],
	[{ url: 'https://example.com/a?name=b.jpg' }],
	[{ url: 'https://example.com/a.jpg', mimeType: 'application/pdf' }],
])('a file that no card shows becomes its link: %j', (file) => {
	expect(fitted({ kind: 'file', file }, noCarousel).content).toEqual({
		kind: 'text',
		text: file.url,
	});
});

test('chips that have no place beside a card become its buttons, beside a carousel they are lost', () => {
	const limits = { ...all.limits, suggestionsBesideCards: 0, suggestionsPerCard: 2 };
	const { card: bare, suggestions } = card;
	expect(fitted({ kind: 'card', card: { title: 'Mug' }, suggestions }, { ...all, limits })).toEqual(
		{
			content: { kind: 'card', card: { title: 'Mug', suggestions } },
			changes: [['content.suggestions', 'moved']],
		},
	);
	expect(fitted(card, { ...all, limits })).toEqual({
		content: { kind: 'card', card: bare },
		changes: [
			['content.suggestions', 'moved'],
			['content.card.suggestions', 'dropped'],
		],
	});
	const cards = [{ title: 'One' }, { title: 'Two' }];
	expect(fitted({ kind: 'carousel', cards, suggestions }, { ...all, limits })).toEqual({
		content: { kind: 'carousel', cards },
		changes: [['content.suggestions', 'dropped']],
	});
});

test('what only helps is left out everywhere in the content', () => {
	const url = 'https://example.com';
	const action: Suggestion = {
		type: 'openUrl',
		text: 'Go',
		url,
		webview: 'full',
		postbackData: 'go',
	};
	const plain: Suggestion = { type: 'openUrl', text: 'Go', url };
	const media = { url: 'https://example.com/a.jpg' };
	const content: Content = {
		kind: 'card',
		orientation: 'horizontal',
		imageAlignment: 'left',
		card: { media: { ...media, thumbnailUrl: url }, suggestions: [action] },
		suggestions: [action, { ...yes, postbackData: 'yes' }],
	};
	expect(fitted(content, { ...all, options: [] })).toEqual({
		content: {
			kind: 'card',
			card: { media, suggestions: [plain] },
			suggestions: [plain, { ...yes, postbackData: 'yes' }],
		},
		changes: [
			['media.thumbnailUrl', 'dropped'],
			['content.orientation', 'dropped'],
			['suggestions.webview', 'dropped'],
			['suggestions.postbackData', 'dropped'],
		],
	});
});

test('a carousel becomes its first card, or all of them as text', () => {
	const carousel: Content = {
		kind: 'carousel',
		cards: [{ title: 'One', suggestions: [yes] }, { title: 'Two' }],
	};
	expect(fitted(carousel, noCarousel)).toEqual({
		content: { kind: 'card', card: { title: 'One', suggestions: [yes] } },
		changes: [['content', 'dropped']],
	});
	expect(fitted(carousel, textOnly).content).toEqual({
		kind: 'text',
		text: 'One\n\nTwo',
		suggestions: [yes],
	});
	expect(fitted({ ...carousel, cards: [{ title: 'One' }] })).toEqual({
		content: { kind: 'card', card: { title: 'One' } },
		changes: [['content.cards', 'dropped']],
	});
});

test('a template has no words of its own and stays for validation to refuse', () => {
	const template: Content = { kind: 'template', id: 'order_shipped' };
	expect(fitted(template, textOnly)).toEqual({ content: template, changes: [] });
});

test('what is too long or too much is cut or left out', () => {
	const long = 'x'.repeat(3000);
	const cards = Array.from({ length: 12 }, () => ({ title: 'Card' }));
	expect(fitted({ kind: 'carousel', cards }).changes).toEqual([['content.cards', 'dropped']]);
	const chips = Array.from({ length: 12 }, () => yes);
	expect(fitted({ kind: 'text', text: 'Hi', suggestions: chips }).changes).toEqual([
		['content.suggestions', 'dropped'],
	]);
	expect(fitted({ kind: 'card', card: { title: long, description: long } }).changes).toEqual([
		['content.card.title', 'cut'],
		['content.card.description', 'cut'],
	]);
	expect(
		fitted({
			kind: 'carousel',
			width: 'small',
			cards: [
				{ title: 'A', media: { url: 'https://example.com/a.jpg', height: 'tall' } },
				{ title: 'B' },
			],
		}).changes,
	).toEqual([['content.cards.0.media.height', 'cut']]);
});

test('an address and a postback are never cut in half', () => {
	const url = `https://example.com/${'x'.repeat(3000)}`;
	const suggestions: Suggestion[] = [
		{ ...buy, url },
		{ ...yes, postbackData: url },
	];
	expect(fitted({ kind: 'text', text: 'Hi', suggestions })).toEqual({
		content: { kind: 'text', text: 'Hi', suggestions: [yes] },
		changes: [
			['content.suggestions.0', 'dropped'],
			['content.suggestions.1.postbackData', 'dropped'],
		],
	});
	expect(fitted({ kind: 'card', card: { title: 'Mug', media: { url } } })).toEqual({
		content: { kind: 'card', card: { title: 'Mug' } },
		changes: [['content.card.media', 'dropped']],
	});
	const file: Content = { kind: 'file', file: { url } };
	expect(fitted(file)).toEqual({ content: file, changes: [] });
});

test('a map search becomes a link', () => {
	const query: Suggestion = { type: 'viewLocationQuery', text: 'Find', query: 'a & b' };
	expect(fitted({ kind: 'text', text: 'Hi', suggestions: [query] }).content).toMatchObject({
		suggestions: [
			{ type: 'openUrl', url: 'https://www.google.com/maps/search/?api=1&query=a%20%26%20b' },
		],
	});
});

test('options and fallback steps the provider lacks are left out', () => {
	expect(changed({ correlation: { label: 'a', campaignId: 'b' } })).toEqual({
		message: { ...aMessage(), correlation: { campaignId: 'b' } },
		changes: [['correlation.label', 'dropped']],
	});
	const correlation = { clientRef: 'mine', callbackData: 'theirs' };
	expect(changed({ correlation })).toEqual({
		message: { ...aMessage(), correlation: { callbackData: 'theirs' } },
		changes: [['correlation.clientRef', 'dropped']],
	});
	expect(changed({ fallback: [{ channel: 'whatsapp', senderId: '1' }] })).toEqual({
		message: aMessage(),
		changes: [['fallback.0', 'dropped']],
	});
});

test('times come to the nearest the provider has', () => {
	expect(changed({ validity: { seconds: 999_999 } })).toEqual({
		message: { ...aMessage(), validity: { seconds: 172_800 } },
		changes: [['validity.seconds', 'cut']],
	});
	expect(changed({ expiresAt: '2030-02-01T00:00:00Z' })).toEqual({
		message: { ...aMessage(), expiresAt: '2030-01-03T00:00:00.000Z' },
		changes: [['expiresAt', 'cut']],
	});
});

test('an SMS is cut to its parts without becoming more of them', () => {
	const { message, changes } = changed({
		fallback: [{ channel: 'sms', text: 'word '.repeat(60), maxParts: 1 }],
	});
	const [step] = message.fallback ?? [];
	expect(changes).toEqual([['fallback.0.text', 'cut']]);
	expect(step?.channel === 'sms' && smsSize(step.text)).toEqual({
		encoding: 'GSM-7',
		units: 160,
		parts: 1,
	});
});

test('what is wrong is not made right', () => {
	const wrong: Content = {
		kind: 'text',
		text: '',
		suggestions: [{ type: 'dial', text: 'Call', phoneNumber: 'five' }],
	};
	expect(fitted(wrong)).toEqual({ content: wrong, changes: [] });
	expect(changed({ schedule: { at: '2040-01-01T00:00:00Z' } }).changes).toEqual([]);
});
