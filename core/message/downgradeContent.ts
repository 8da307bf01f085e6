import { defined } from '../json';
import type { Changes } from './changes';
import { fitSuggestions } from './downgradeSuggestions';
import type { Limits } from './limits';
import { plainText } from './plainText';
import { codePoints } from './text';
import type {
	Card,
	CardContent,
	CarouselContent,
	Content,
	FormContent,
	Media,
	Suggestion,
} from './types';

/** Content of a kind and size its provider can carry. */
export function fitContent(content: Content, changes: Changes): Content {
	const { limits } = changes.profile;
	const carried = carriedKind(content, changes);
	switch (carried.kind) {
		case 'text': {
			const text = changes.cut('content.text', carried.text, limits.text);
			return withSuggestions({ ...carried, text }, changes);
		}
		case 'file': {
			const file = fitThumbnail('content.file', carried.file, changes);
			return withSuggestions({ ...carried, file }, changes);
		}
		case 'card':
			return withSuggestions(
				{ ...carried, card: fitCard('content.card', carried.card, changes) },
				changes,
			);
		case 'carousel':
			return withSuggestions(fitCarousel(carried, changes), changes);
		case 'form':
			return withSuggestions(fitForm(carried, changes), changes);
		case 'template':
		case 'raw':
			return carried;
	}
}

/** Content of a kind the provider lacks becomes a card or text with the same words and links. */
function carriedKind(content: Content, changes: Changes): Content {
	const { profile } = changes;
	if (profile.content.includes(content.kind)) return content;
	if (content.kind === 'template' || content.kind === 'raw' || content.kind === 'text')
		return content;
	const lacks = `${profile.displayName} has no ${content.kind}`;
	const [first] = content.kind === 'carousel' ? content.cards : [];
	if (content.kind === 'carousel' && first && profile.content.includes('card')) {
		changes.add('content', 'dropped', `${lacks}: only its first card is sent`);
		return asCard(content, first);
	}
	changes.add('content', 'turnedIntoText', `${lacks}: it is sent as text`);
	const chips = [
		...cardChips(content),
		...(content.kind === 'form' ? choiceChips(content, profile.limits) : []),
		...(content.suggestions ?? []),
	];
	return {
		kind: 'text',
		text: plainText(content),
		...(chips.length > 0 ? { suggestions: chips } : {}),
	};
}

/** The buttons of cards, which become chips of the text; links are in the text already. */
function cardChips(content: Content): Suggestion[] {
	const cards =
		content.kind === 'card' ? [content.card] : content.kind === 'carousel' ? content.cards : [];
	return cards
		.flatMap((card) => card.suggestions ?? [])
		.filter((suggestion) => suggestion.type !== 'openUrl');
}

/** The choices of a form that asks one thing only: a tap answers it as well as the form would. */
function choiceChips({ fields }: FormContent, limits: Limits): Suggestion[] {
	const [only, ...others] = fields;
	if (only?.type !== 'choice' || others.length > 0) return [];
	const fit = only.choices.every((choice) => codePoints(choice) <= limits.suggestionText);
	if (!fit || only.choices.length > limits.suggestionsPerMessage) return [];
	return only.choices.map((text) => ({ type: 'reply', text, postbackData: text }));
}

/** A form keeps its fields: an answer without one of them would be another answer. */
function fitForm(form: FormContent, changes: Changes): FormContent {
	const { limits } = changes.profile;
	const cut = (path: string, value: string | undefined, limit: number) =>
		value === undefined ? undefined : changes.cut(`content.${path}`, value, limit);
	return {
		...form,
		title: changes.cut('content.title', form.title, limits.title),
		...defined({
			description: cut('description', form.description, limits.description),
			submitText: cut('submitText', form.submitText, limits.suggestionText),
		}),
	};
}

function asCard({ suggestions }: CarouselContent, card: Card): CardContent {
	return { kind: 'card', card, ...(suggestions ? { suggestions } : {}) };
}

function fitCarousel(carousel: CarouselContent, changes: Changes): CarouselContent | CardContent {
	const { limits, content: kinds } = changes.profile;
	const { min, max } = limits.cards;
	const [first] = carousel.cards;
	if (first && carousel.cards.length < min && kinds.includes('card')) {
		changes.add('content.cards', 'dropped', 'A carousel of one card is sent as a card');
		return asCard(carousel, fitCard('content.cards.0', first, changes));
	}
	const dropped = carousel.cards.length - max;
	if (dropped > 0)
		changes.add('content.cards', 'dropped', `${dropped} cards after the first ${max} are left out`);
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
	const { limits } = changes.profile;
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

function withSuggestions<C extends { suggestions?: Suggestion[] }>(
	content: C,
	changes: Changes,
): C {
	if (!content.suggestions) return content;
	const max = changes.profile.limits.suggestionsPerMessage;
	const suggestions = fitSuggestions('content.suggestions', content.suggestions, max, changes);
	return { ...content, suggestions };
}
