import { asArray, asNumber, asObject, asString, defined } from '../../core/json';
import type { Change, Problem } from '../../core/message/problem';
import type { Card, CardContent, CarouselContent, Suggestion } from '../../core/message/types';
import { suggestionsFrom } from '../shared/suggestions';
import { cardsFromList } from './cardList';
import { type Form, jsonValue } from './form';

/** The single card of the form. */
export function readCard({ read, written, timezone }: Form): CardContent {
	const layout = asObject(read('cardLayout', {}));
	const card = toCard({
		title: read('cardTitle', ''),
		description: read('cardDescription', ''),
		mediaUrl: read('cardMediaUrl', ''),
		mediaHeight: layout['mediaHeight'],
		thumbnailUrl: layout['thumbnailUrl'],
		suggestions: suggestionsFrom(read('cardSuggestions', {}), written('cardSuggestions'), timezone),
	});
	const { orientation, imageAlignment } = layout;
	return {
		kind: 'card',
		card,
		...(orientation === 'horizontal' || orientation === 'vertical' ? { orientation } : {}),
		...(imageAlignment === 'left' || imageAlignment === 'right' ? { imageAlignment } : {}),
	};
}

/** The carousel; a list of one entry is a card, because a carousel needs two, and a cart may hold one thing. */
export function readCarousel(form: Form): CardContent | CarouselContent | { problems: Problem[] } {
	const { read } = form;
	const isFromList = read('cardsFrom', 'form') === 'list';
	const cards = isFromList ? readList(form) : readWritten(form);
	if ('problems' in cards) return cards;
	const [only] = cards;
	if (isFromList && only && cards.length === 1) return { kind: 'card', card: only };
	return { kind: 'carousel', ...readWidth(form), cards };
}

export function readWidth({ read }: Pick<Form, 'read'>): Pick<CarouselContent, 'width'> {
	const chosen = read('cardWidth', '');
	const width = (['small', 'medium'] as const).find((known) => known === chosen);
	return defined({ width });
}

function readWritten({ read, written, timezone }: Form): Card[] {
	const asWritten = asArray(asObject(written('cards'))['card']).map(asObject);
	return asArray(asObject(read('cards', {}))['card']).map((entry, i) => {
		const card = asObject(entry);
		const { suggestions } = asWritten[i] ?? {};
		return toCard({
			...card,
			suggestions: suggestionsFrom(card['suggestions'], suggestions, timezone),
		});
	});
}

function readList({ read, written, timezone }: Form): Card[] | { problems: Problem[] } {
	const list = jsonValue(read('listItems'));
	if (!Array.isArray(list)) {
		const message = "The field 'List' does not hold a list";
		return { problems: [{ path: 'content.cards', message }] };
	}
	const pattern = toCard({
		title: read('listTitle', ''),
		description: read('listDescription', ''),
		mediaUrl: read('listMediaUrl', ''),
		suggestions: suggestionsFrom(read('listSuggestions', {}), written('listSuggestions'), timezone),
	});
	return cardsFromList(list.slice(0, mostCards(read)), pattern);
}

function mostCards(read: Form['read']): number {
	return asNumber(read('listLimit', 10)) ?? 10;
}

/** The entries of the list that become no card, because the user set a maximum. */
export function entriesLeftOut({ read }: Pick<Form, 'read'>): Change[] {
	if (read('messageType') !== 'carousel' || read('cardsFrom', 'form') !== 'list') return [];
	const entries = asArray(jsonValue(read('listItems'))).length;
	const most = mostCards(read);
	if (entries <= most) return [];
	const message = `The list has ${entries} entries; only the first ${most} became cards, as 'Maximum Cards' says`;
	return [{ path: 'content.cards', action: 'cut', message }];
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
