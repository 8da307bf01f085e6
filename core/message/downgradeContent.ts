import { defined } from '../json';
import type { Changes } from './changes';
import { asCard } from './carriedKind';
import { fitSuggestions, withoutLongPostback } from './downgradeSuggestions';
import { suggestionsUnder } from './limits';
import { codePoints } from './text';
import type {
	Card,
	CardContent,
	CarouselContent,
	Content,
	FormContent,
	Media,
	RawContent,
	TemplateContent,
} from './types';

type Suggesting = Exclude<Content, TemplateContent | RawContent>;

/** Where the chips under a content stand. */
const UNDER = 'content.suggestions';

/** Content of a kind its provider has, made to a size it can carry. */
export function fitContent(content: Content, changes: Changes): Content {
	const { limits } = changes.profile;
	switch (content.kind) {
		case 'text': {
			const text = changes.cut('content.text', content.text, limits.text);
			return withSuggestions({ ...content, text }, changes);
		}
		case 'file': {
			const file = fitThumbnail('content.file', content.file, changes);
			return withSuggestions({ ...content, file }, changes);
		}
		case 'card': {
			const joined = joinChips(content, changes);
			return withSuggestions(
				{ ...joined, card: fitCard('content.card', joined.card, changes) },
				changes,
			);
		}
		case 'carousel': {
			const carousel = fitCarousel(content, changes);
			return carousel.kind === 'card'
				? fitContent(carousel, changes)
				: withSuggestions(carousel, changes);
		}
		case 'form':
			return withSuggestions(fitForm(content, changes), changes);
		case 'template':
		case 'raw':
			return content;
	}
}

/** A form keeps its fields: an answer without one of them would be another answer. */
function fitForm(form: FormContent, changes: Changes): FormContent {
	const { limits } = changes.profile;
	const cut = (path: string, value: string | undefined, limit: number) =>
		value === undefined ? undefined : changes.cut(`content.${path}`, value, limit);
	return {
		...withoutLongPostback('content', form, changes),
		title: changes.cut('content.title', form.title, limits.title),
		...defined({
			description: cut('description', form.description, limits.description),
			submitText: cut('submitText', form.submitText, limits.suggestionText),
		}),
	};
}

function fitCarousel(carousel: CarouselContent, changes: Changes): CarouselContent | CardContent {
	const { limits, content: kinds } = changes.profile;
	const { min, max } = limits.cards;
	const [first] = carousel.cards;
	if (first && carousel.cards.length < min && kinds.includes('card')) {
		changes.add('content.cards', 'dropped', 'A carousel of one card is sent as a card');
		return asCard(carousel, first);
	}
	const dropped = carousel.cards.length - max;
	if (dropped > 0)
		changes.add(
			'content.cards',
			'dropped',
			`What comes after the first ${max} cards is left out (${dropped})`,
		);
	const cards = carousel.cards.slice(0, max).map((card, i) => {
		const path = `content.cards.${i}`;
		return lowerPicture(path, fitCard(path, card, changes), carousel.width, changes);
	});
	return { ...carousel, cards };
}

/** Narrow cards have no room for a tall picture. */
function lowerPicture(
	path: string,
	card: Card,
	width: CarouselContent['width'],
	changes: Changes,
): Card {
	if (width !== 'small' || card.media?.height !== 'tall') return card;
	changes.add(`${path}.media.height`, 'cut', 'A tall picture on a small card is made medium');
	return { ...card, media: { ...card.media, height: 'medium' } };
}

function fitCard(path: string, card: Card, changes: Changes): Card {
	const { limits, cardNeedsTitleOrMedia } = changes.profile;
	if (cardNeedsTitleOrMedia && card.description && !card.title && !card.media)
		return fitCard(path, asTitle(path, card.description, card, changes), changes);
	const fitted: Card = { ...card };
	if (card.title) fitted.title = changes.cut(`${path}.title`, card.title, limits.title);
	if (card.description) {
		const at = `${path}.description`;
		fitted.description = changes.cut(at, card.description, limits.description);
	}
	if (card.suggestions) {
		const max = limits.suggestionsPerCard;
		fitted.suggestions = fitSuggestions(`${path}.suggestions`, card.suggestions, max, changes);
	}
	if (card.media) fitted.media = fitThumbnail(`${path}.media`, card.media, changes);
	return card.title ? withoutLongPicture(path, fitted, changes) : fitted;
}

/** The description as the title; it stays below as well where the title cannot hold all of it. */
function asTitle(path: string, description: string, card: Card, changes: Changes): Card {
	const message = `${path}.description becomes the title`;
	changes.add(`${path}.description`, 'moved', message, `${path}.title`);
	if (codePoints(description) > changes.profile.limits.title)
		return { ...card, title: description };
	const moved: Card = { ...card, title: description };
	delete moved.description;
	return moved;
}

/** An address cannot be shortened; a card with a title can do without its picture. */
function withoutLongPicture(path: string, card: Card, changes: Changes): Card {
	const { media, ...rest } = card;
	const { url } = changes.profile.limits;
	if (codePoints(media?.url ?? '') <= url) return card;
	changes.drop(`${path}.media`, `The address of the picture is longer than ${url} characters`);
	return rest;
}

function fitThumbnail<M extends Media>(path: string, media: M, changes: Changes): M {
	const { url } = changes.profile.limits;
	if (codePoints(media.thumbnailUrl ?? '') <= url) return media;
	changes.drop(`${path}.thumbnailUrl`, `${path}.thumbnailUrl is longer than ${url} characters`);
	const fitted = { ...media };
	delete fitted.thumbnailUrl;
	return fitted;
}

/** Chips become buttons of the card where they have no place beside it. */
function joinChips(content: CardContent, changes: Changes): CardContent {
	const { limits, displayName } = changes.profile;
	const { suggestions = [], card, ...rest } = content;
	if (suggestions.length === 0 || limits.suggestionsBesideCards > 0) return content;
	const message = `${displayName} has no suggestions beside cards: they become buttons of the card`;
	changes.add(UNDER, 'moved', message, 'content.card.suggestions');
	return { ...rest, card: { ...card, suggestions: [...(card.suggestions ?? []), ...suggestions] } };
}

function withSuggestions(content: Suggesting, changes: Changes): Content {
	const { suggestions, ...rest } = content;
	if (!suggestions) return content;
	const max = suggestionsUnder(content.kind, changes.profile.limits);
	if (max === 0 && suggestions.length > 0) {
		changes.drop(UNDER, `${changes.profile.displayName} has no suggestions beside cards`);
		return rest;
	}
	return { ...content, suggestions: fitSuggestions(UNDER, suggestions, max, changes) };
}
