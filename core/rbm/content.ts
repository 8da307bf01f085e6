import { defined, type JsonObject } from '../json';
import type {
	Card,
	CardContent,
	CardMedia,
	CarouselContent,
	FileContent,
	TextContent,
} from '../message/types';
import { type Dialect, upper } from './dialect';
import { suggestionList } from './suggestions';

/** What RBM can show; templates and forms are things of single providers. */
export type RbmContent = TextContent | FileContent | CardContent | CarouselContent;

/** `contentMessage` (RBM's AgentContentMessage): `{text | <file> | richCard, suggestions?}`. */
export function contentMessage(content: RbmContent, dialect: Dialect): JsonObject {
	const suggestions = suggestionList(content.suggestions, dialect);
	return { ...shown(content, dialect), ...defined({ suggestions }) };
}

function shown(content: RbmContent, dialect: Dialect): JsonObject {
	switch (content.kind) {
		case 'text':
			return { text: content.text };
		case 'file':
			return dialect.file(content.file);
		case 'card':
			return { richCard: { standaloneCard: standaloneCard(content, dialect) } };
		case 'carousel':
			return { richCard: { carouselCard: carouselCard(content, dialect) } };
	}
}

/** RBM's `standaloneCard`. The alignment matters on horizontal cards only, and they need it. */
export function standaloneCard(content: CardContent, dialect: Dialect): JsonObject {
	const orientation = content.orientation ?? dialect.orientation;
	const alignment = orientation === 'horizontal' ? (content.imageAlignment ?? 'left') : undefined;
	return defined({
		cardOrientation: orientation && upper(orientation),
		thumbnailImageAlignment: alignment && upper(alignment),
		cardContent: cardContent(content.card, dialect),
	});
}

/** RBM's `carouselCard`. */
export function carouselCard({ width, cards }: CarouselContent, dialect: Dialect): JsonObject {
	return {
		cardWidth: upper(width ?? 'medium'),
		cardContents: cards.map((card) => cardContent(card, dialect)),
	};
}

function cardContent({ title, description, media, suggestions }: Card, dialect: Dialect) {
	return defined({
		title: title || undefined,
		description: description || undefined,
		media: media && cardMedia(media, dialect),
		suggestions: suggestionList(suggestions, dialect),
	});
}

function cardMedia(media: CardMedia, { file }: Dialect): JsonObject {
	return { height: upper(media.height ?? 'medium'), ...file(media) };
}
