import { asArray, asNumber, asObject, asString, defined, parseJson } from '../../core/json';
import type { Problem } from '../../core/message/problem';
import type { Card, Content, Suggestion } from '../../core/message/types';
import { suggestionsFrom } from '../shared/suggestions';
import { cardsFromList } from './cardList';

/** The node's form as filled in for one item. */
export interface Form {
	read(name: string, fallback?: unknown): unknown;
	/** The workflow's time zone, for times without an offset. */
	timezone: string;
}

/** What came of the form: content, JSON still to be checked, or what is wrong with a field. */
export type FormContent = { content: Content } | { json: unknown } | { problems: Problem[] };

/** The content of a message as the form says it. */
export function readContent(form: Form): FormContent {
	const { read } = form;
	const suggestions = readSuggestions(form);
	switch (read('messageType')) {
		case 'card':
			return { content: { ...readCard(form), ...suggestions } };
		case 'carousel': {
			const cards = readCards(form);
			if ('problems' in cards) return cards;
			return { content: { ...toCarousel(form, cards), ...suggestions } };
		}
		case 'file':
			return {
				content: {
					kind: 'file',
					file: {
						url: text(read('fileUrl')),
						...defined({ thumbnailUrl: asString(read('fileThumbnailUrl', '')) }),
					},
					...suggestions,
				},
			};
		case 'template':
			return { content: readTemplate(form) };
		case 'json':
			return { json: jsonValue(read('messageJson')) };
		default:
			return { content: { kind: 'text', text: text(read('text')), ...suggestions } };
	}
}

function readSuggestions({ read, timezone }: Form): { suggestions?: Suggestion[] } {
	const messageType = read('messageType');
	if (messageType === 'template' || messageType === 'json') return {};
	const suggestions = suggestionsFrom(read('suggestions', {}), timezone);
	return suggestions.length > 0 ? { suggestions } : {};
}

function readCard({ read, timezone }: Form): Extract<Content, { kind: 'card' }> {
	const layout = asObject(read('cardLayout', {}));
	const card = toCard({
		title: read('cardTitle', ''),
		description: read('cardDescription', ''),
		mediaUrl: read('cardMediaUrl', ''),
		mediaHeight: layout['mediaHeight'],
		thumbnailUrl: layout['thumbnailUrl'],
		suggestions: suggestionsFrom(read('cardSuggestions', {}), timezone),
	});
	const { orientation, imageAlignment } = layout;
	return {
		kind: 'card',
		card,
		...(orientation === 'horizontal' || orientation === 'vertical' ? { orientation } : {}),
		...(imageAlignment === 'left' || imageAlignment === 'right' ? { imageAlignment } : {}),
	};
}

/** A list of one entry is a card: a carousel needs two, and a cart may hold one thing. */
function toCarousel(
	{ read }: Form,
	cards: Card[],
): Extract<Content, { kind: 'card' | 'carousel' }> {
	const [only] = cards;
	if (isFromList(read) && only && cards.length === 1) return { kind: 'card', card: only };
	const width = read('cardWidth', 'medium') === 'small' ? 'small' : 'medium';
	return { kind: 'carousel', width, cards };
}

function isFromList(read: Form['read']): boolean {
	return read('cardsFrom') === 'list';
}

function readCards(form: Form): Card[] | { problems: Problem[] } {
	return isFromList(form.read) ? readList(form) : readForm(form);
}

function readForm({ read, timezone }: Form): Card[] {
	return asArray(asObject(read('cards', {}))['card']).map((entry) => {
		const card = asObject(entry);
		return toCard({ ...card, suggestions: suggestionsFrom(card['suggestions'], timezone) });
	});
}

function readList({ read, timezone }: Form): Card[] | { problems: Problem[] } {
	const list = jsonValue(read('listItems'));
	if (!Array.isArray(list)) {
		const message = "The field 'List' does not hold a list";
		return { problems: [{ path: 'content.cards', message }] };
	}
	const limit = asNumber(read('listLimit', 10)) ?? 10;
	const pattern = toCard({
		title: read('listTitle', ''),
		description: read('listDescription', ''),
		mediaUrl: read('listMediaUrl', ''),
		suggestions: suggestionsFrom(read('listSuggestions', {}), timezone),
	});
	return cardsFromList(list.slice(0, limit), pattern);
}

interface CardForm {
	title?: unknown;
	description?: unknown;
	mediaUrl?: unknown;
	mediaHeight?: unknown;
	thumbnailUrl?: unknown;
	suggestions: Suggestion[];
}

function toCard({
	title,
	description,
	mediaUrl,
	mediaHeight,
	thumbnailUrl,
	suggestions,
}: CardForm): Card {
	const url = asString(mediaUrl);
	const height = (['short', 'medium', 'tall'] as const).find((known) => known === mediaHeight);
	return defined({
		title: asString(title),
		description: asString(description),
		media: url ? { url, ...defined({ height, thumbnailUrl: asString(thumbnailUrl) }) } : undefined,
		suggestions: suggestions.length > 0 ? suggestions : undefined,
	});
}

function readTemplate({ read }: Form): Content {
	const variables = asArray(asObject(read('templateVariables', {}))['variable']).map((entry) => {
		const { name, value } = asObject(entry);
		return [text(name), text(value)] as const;
	});
	return {
		kind: 'template',
		id: text(read('templateId')),
		...defined({ language: asString(read('templateLanguage', '')) }),
		...(variables.length > 0 ? { variables: Object.fromEntries(variables) } : {}),
	};
}

function text(value: unknown): string {
	return asString(value) ?? '';
}

/** A JSON field holds text, or the value itself when it comes from an expression. */
export function jsonValue(value: unknown): unknown {
	return typeof value === 'string' ? parseJson(value) : value;
}
