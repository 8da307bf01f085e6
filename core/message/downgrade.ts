import type { MessageProfile } from './limits';
import { optionsInUse } from './options';
import type { Change } from './problem';
import { cut } from './text';
import type { Card, Content, RcsMessage, Suggestion } from './types';

/**
 * The closest message its provider can carry, and what was changed for it. Only what is too long,
 * too much or not available is changed; what is wrong (a phone that is no phone, a link that is no
 * link) stays as it is for validation to refuse.
 */
export function downgrade(
	message: RcsMessage,
	profile: MessageProfile,
): { message: RcsMessage; changes: Change[] } {
	const changes: Change[] = [];
	const content = fitContent(message.content, profile, changes);
	const fitted = dropOptions({ ...message, content }, profile, changes);
	return { message: fitFallback(fitted, profile, changes), changes };
}

function fitContent(content: Content, profile: MessageProfile, changes: Change[]): Content {
	const carried = profile.content.includes(content.kind)
		? content
		: replaceKind(content, profile, changes);
	const { limits } = profile;
	switch (carried.kind) {
		case 'text':
			return withSuggestions(
				{ ...carried, text: cutText('content.text', carried.text, limits.text, changes) },
				profile,
				changes,
			);
		case 'file':
			return withSuggestions(carried, profile, changes);
		case 'card':
			return withSuggestions(
				{ ...carried, card: fitCard('content.card', carried.card, profile, changes) },
				profile,
				changes,
			);
		case 'carousel':
			return withSuggestions(fitCarousel(carried, profile, changes), profile, changes);
		case 'template':
		case 'raw':
			return carried;
	}
}

/** Content of a kind the provider lacks becomes text with the same words and links. */
function replaceKind(content: Content, profile: MessageProfile, changes: Change[]): Content {
	if (content.kind === 'template' || content.kind === 'raw' || content.kind === 'text')
		return content;
	const cards = content.kind === 'carousel' ? content.cards : [];
	const [first] = cards;
	if (content.kind === 'carousel' && first && profile.content.includes('card')) {
		changes.push(
			change(
				'content',
				'dropped',
				`${profile.displayName} has no carousel: only its first card is sent`,
			),
		);
		return { kind: 'card', card: first, ...suggestionsOf(content) };
	}
	changes.push(
		change(
			'content',
			'turnedIntoText',
			`${profile.displayName} has no ${content.kind}: it is sent as text`,
		),
	);
	return { kind: 'text', text: plainText(content), ...suggestionsOf(content) };
}

function suggestionsOf(content: { suggestions?: Suggestion[] }): { suggestions?: Suggestion[] } {
	return content.suggestions ? { suggestions: content.suggestions } : {};
}

/** The words and links of a content, for channels without pictures. */
export function plainText(content: Content): string {
	switch (content.kind) {
		case 'text':
			return content.text;
		case 'file':
			return content.file.url;
		case 'card':
			return cardText(content.card);
		case 'carousel':
			return content.cards.map(cardText).join('\n\n');
		case 'template':
		case 'raw':
			return '';
	}
}

function cardText(card: Card): string {
	const links = (card.suggestions ?? []).flatMap((suggestion) =>
		suggestion.type === 'openUrl' ? `${suggestion.text}: ${suggestion.url}` : [],
	);
	return [card.title, card.description, card.media?.url, ...links].filter(Boolean).join('\n');
}

function fitCard(path: string, card: Card, profile: MessageProfile, changes: Change[]): Card {
	const { limits } = profile;
	const fitted: Card = { ...card };
	if (card.title) fitted.title = cutText(`${path}.title`, card.title, limits.title, changes);
	if (card.description)
		fitted.description = cutText(
			`${path}.description`,
			card.description,
			limits.description,
			changes,
		);
	if (card.suggestions)
		fitted.suggestions = fitSuggestions(
			`${path}.suggestions`,
			card.suggestions,
			limits.suggestionsPerCard,
			profile,
			changes,
		);
	return fitted;
}

function fitCarousel<C extends Extract<Content, { kind: 'carousel' }>>(
	carousel: C,
	profile: MessageProfile,
	changes: Change[],
): Extract<Content, { kind: 'carousel' | 'card' }> {
	const { max, min } = profile.limits.cards;
	const [first] = carousel.cards;
	if (first && carousel.cards.length < min && profile.content.includes('card')) {
		changes.push(change('content.cards', 'dropped', 'A carousel of one card is sent as a card'));
		const card = fitCard('content.cards.0', first, profile, changes);
		return { kind: 'card', card, ...suggestionsOf(carousel) };
	}
	const kept = carousel.cards.slice(0, max);
	if (kept.length < carousel.cards.length) {
		const dropped = carousel.cards.length - kept.length;
		changes.push(
			change('content.cards', 'dropped', `${dropped} cards after the first ${max} are left out`),
		);
	}
	const cards = kept.map((card, i) =>
		lowerPicture(
			`content.cards.${i}`,
			fitCard(`content.cards.${i}`, card, profile, changes),
			carousel.width,
			changes,
		),
	);
	return { ...carousel, cards };
}

/** Narrow cards have no room for a tall picture. */
function lowerPicture(
	path: string,
	card: Card,
	width: 'small' | 'medium' | undefined,
	changes: Change[],
): Card {
	if (width !== 'small' || card.media?.height !== 'tall') return card;
	changes.push(
		change(`${path}.media.height`, 'cut', 'A tall picture on a small card is made medium'),
	);
	return { ...card, media: { ...card.media, height: 'medium' } };
}

function withSuggestions<C extends { suggestions?: Suggestion[] }>(
	content: C,
	profile: MessageProfile,
	changes: Change[],
): C {
	if (!content.suggestions) return content;
	const max = profile.limits.suggestionsPerMessage;
	const path = 'content.suggestions';
	return {
		...content,
		suggestions: fitSuggestions(path, content.suggestions, max, profile, changes),
	};
}

function fitSuggestions(
	path: string,
	suggestions: readonly Suggestion[],
	max: number,
	profile: MessageProfile,
	changes: Change[],
): Suggestion[] {
	const available = suggestions.flatMap((suggestion, i) => {
		if (profile.suggestions.includes(suggestion.type)) return [[suggestion, i] as const];
		const instead = replaceSuggestion(suggestion, profile);
		const message = `${profile.displayName} has no suggestion of type "${suggestion.type}"`;
		changes.push(
			change(
				`${path}.${i}`,
				'dropped',
				instead ? `${message}: it opens a map search instead` : `${message}: it is left out`,
			),
		);
		return instead ? [[instead, i] as const] : [];
	});
	if (available.length > max) {
		const message = `${available.length - max} suggestions after the first ${max} are left out`;
		changes.push(change(path, 'dropped', message));
	}
	return available
		.slice(0, max)
		.map(([suggestion, i]) => fitSuggestion(`${path}.${i}`, suggestion, profile, changes));
}

/** A map search by words works in any browser, so that it need not be lost. */
function replaceSuggestion(
	suggestion: Suggestion,
	profile: MessageProfile,
): Suggestion | undefined {
	if (suggestion.type !== 'viewLocationQuery' || !profile.suggestions.includes('openUrl'))
		return undefined;
	const { text, postbackData, query } = suggestion;
	const url = `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`;
	return { type: 'openUrl', text, url, ...(postbackData === undefined ? {} : { postbackData }) };
}

function fitSuggestion(
	path: string,
	suggestion: Suggestion,
	{ limits }: MessageProfile,
	changes: Change[],
): Suggestion {
	const text = cutText(`${path}.text`, suggestion.text, limits.suggestionText, changes);
	if (suggestion.type === 'viewLocation' && suggestion.label) {
		const label = cutText(`${path}.label`, suggestion.label, limits.locationLabel, changes);
		return { ...suggestion, text, label };
	}
	if (suggestion.type === 'calendar') {
		const title = cutText(`${path}.title`, suggestion.title, limits.calendarTitle, changes);
		const { description: long } = suggestion;
		if (!long) return { ...suggestion, text, title };
		const description = cutText(`${path}.description`, long, limits.calendarDescription, changes);
		return { ...suggestion, text, title, description };
	}
	return { ...suggestion, text };
}

/** Removes the options the provider lacks. */
function dropOptions(message: RcsMessage, profile: MessageProfile, changes: Change[]): RcsMessage {
	return optionsInUse(message).reduce((kept, { option, path, without }) => {
		if (profile.options.includes(option)) return kept;
		changes.push(
			change(path, 'dropped', `${profile.displayName} has no option for ${path}: it is left out`),
		);
		return without(kept);
	}, message);
}

function fitFallback(message: RcsMessage, profile: MessageProfile, changes: Change[]): RcsMessage {
	const { fallback, ...rest } = message;
	if (!fallback) return message;
	const kept = fallback.filter((step, i) => {
		const carried = profile.fallback.channels.includes(step.channel);
		if (!carried) {
			const words = `${profile.displayName} has no fallback to ${step.channel.toUpperCase()}: it is left out`;
			changes.push(change(`fallback.${i}`, 'dropped', words));
		}
		return carried;
	});
	const { max } = profile.fallback;
	if (kept.length > max)
		changes.push(
			change('fallback', 'dropped', `Fallback steps after the first ${max} are left out`),
		);
	return kept.length === 0 ? rest : { ...rest, fallback: kept.slice(0, max) };
}

function cutText(path: string, text: string, limit: number, changes: Change[]): string {
	const short = cut(text, limit);
	if (short !== text) changes.push(change(path, 'cut', `${path} is cut to ${limit} characters`));
	return short;
}

function change(path: string, action: Change['action'], message: string): Change {
	return { path, action, message };
}
