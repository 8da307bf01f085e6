import { defined, type JsonObject } from '../../json';
import type { Card, CardContent, CardMedia, Content, Media } from '../../message/types';
import { isUploaded } from '../../message/validateMedia';
import { profile } from './profile';
import { encodeSuggestions } from './suggestions';

/** Content as `contentMessage` (AgentContentMessage). */
export function encodeContent(content: Content): unknown {
	switch (content.kind) {
		case 'text':
			return { text: content.text, ...encodeSuggestions(content.suggestions) };
		case 'file':
			return { ...encodeFile(content.file), ...encodeSuggestions(content.suggestions) };
		case 'card':
			return {
				richCard: { standaloneCard: encodeStandalone(content) },
				...encodeSuggestions(content.suggestions),
			};
		case 'carousel':
			return {
				richCard: {
					carouselCard: {
						cardWidth: upper(content.width ?? 'medium'),
						cardContents: content.cards.map(encodeCard),
					},
				},
				...encodeSuggestions(content.suggestions),
			};
		case 'raw':
			return content.payload;
		case 'form':
		case 'template':
			throw new TypeError(`Google RBM has no ${content.kind}; core/send.ts refuses it`);
	}
}

/** The alignment matters on horizontal cards only, and they need it. */
function encodeStandalone({ orientation, imageAlignment, card }: CardContent): JsonObject {
	const alignment = orientation === 'horizontal' ? (imageAlignment ?? 'left') : undefined;
	return defined({
		cardOrientation: upper(orientation ?? 'vertical'),
		thumbnailImageAlignment: alignment && upper(alignment),
		cardContent: encodeCard(card),
	});
}

function encodeCard(card: Card): JsonObject {
	return defined({
		title: card.title || undefined,
		description: card.description || undefined,
		media: card.media && encodeCardMedia(card.media),
		...encodeSuggestions(card.suggestions),
	});
}

function encodeCardMedia(media: CardMedia): JsonObject {
	return { height: upper(media.height ?? 'medium'), ...encodeFile(media) };
}

/** A file of the web, or one that was uploaded before. */
function encodeFile({ url, thumbnailUrl, forceRefresh }: Media): JsonObject {
	return isUploaded(url, profile)
		? { uploadedRbmFile: defined({ fileName: url, thumbnailName: thumbnailUrl }) }
		: { contentInfo: defined({ fileUrl: url, thumbnailUrl, forceRefresh }) };
}

function upper(word: string): string {
	return word.toUpperCase();
}
