import type { Card, CardMedia, Content, Media } from './types';

/** Changes every file and picture of a content. */
export function mapMedia(
	content: Content,
	change: <M extends Media | CardMedia>(media: M) => Omit<M, OptionalKeys>,
): Content {
	const ofCard = (card: Card): Card =>
		card.media ? { ...card, media: { ...change(card.media), url: card.media.url } } : card;
	switch (content.kind) {
		case 'file':
			return { ...content, file: { ...change(content.file), url: content.file.url } };
		case 'card':
			return { ...content, card: ofCard(content.card) };
		case 'carousel':
			return { ...content, cards: content.cards.map(ofCard) };
		default:
			return content;
	}
}

/** Members of a file or picture that it is the same without. */
export type OptionalKeys = 'altText' | 'fileName' | 'mimeType' | 'forceRefresh' | 'thumbnailUrl';

/** Whether any file or picture of a content is as asked. */
export function usesMedia(content: Content, is: (media: Media) => boolean): boolean {
	switch (content.kind) {
		case 'file':
			return is(content.file);
		case 'card':
			return content.card.media !== undefined && is(content.card.media);
		case 'carousel':
			return content.cards.some(({ media }) => media !== undefined && is(media));
		default:
			return false;
	}
}
