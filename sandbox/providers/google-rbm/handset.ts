import { compact } from '../../json';
import type { Card, Content, Suggestion } from '../../network/types';
import type { ActionBody, CardBody, ContentMessage, FileContent, SuggestionBody } from './types';

const heights = { SHORT: 'short', MEDIUM: 'medium', TALL: 'tall' } as const;
const widths = { SMALL: 'small', MEDIUM: 'medium' } as const;
const orientations = { HORIZONTAL: 'horizontal', VERTICAL: 'vertical' } as const;
const alignments = { LEFT: 'left', RIGHT: 'right' } as const;

/** The address of an uploaded file; undefined when there is none of that name. */
export type AddressOf = (name: string) => string | undefined;

interface Addresses {
	url: string;
	thumbnailUrl?: string;
}

/** What the handset shows of a message; undefined when it names an uploaded file that does not exist. */
export function toHandset(content: ContentMessage, addressOf: AddressOf): Content | undefined {
	const { text, richCard } = content;
	const suggestions = (content.suggestions ?? []).map(toSuggestion);
	if (text !== undefined) return { kind: 'text', text, suggestions };
	const { standaloneCard, carouselCard } = richCard ?? {};
	if (standaloneCard) {
		const { cardOrientation, thumbnailImageAlignment = 'LEFT', cardContent } = standaloneCard;
		const card = toCard(cardContent, addressOf);
		const orientation = orientations[cardOrientation];
		const imageAlignment = alignments[thumbnailImageAlignment];
		return card && { kind: 'card', orientation, imageAlignment, card, suggestions };
	}
	if (carouselCard) {
		const width = widths[carouselCard.cardWidth];
		const cards = carouselCard.cardContents.map((card) => toCard(card, addressOf));
		const found = cards.filter((card) => card !== undefined);
		return found.length < cards.length
			? undefined
			: { kind: 'carousel', width, cards: found, suggestions };
	}
	const file = addressesOf(content, addressOf);
	return file && { kind: 'file', ...file, suggestions };
}

function addressesOf(
	{ contentInfo, uploadedRbmFile }: FileContent,
	addressOf: AddressOf,
): Addresses | undefined {
	if (contentInfo) {
		const { fileUrl: url, thumbnailUrl } = contentInfo;
		return compact({ url, thumbnailUrl });
	}
	const { fileName = '', thumbnailName } = uploadedRbmFile ?? {};
	const url = addressOf(fileName);
	const thumbnailUrl = thumbnailName === undefined ? undefined : addressOf(thumbnailName);
	if (url === undefined || (thumbnailName !== undefined && thumbnailUrl === undefined))
		return undefined;
	return compact({ url, thumbnailUrl });
}

function toCard(body: CardBody, addressOf: AddressOf): Card | undefined {
	const { title, description, media, suggestions = [] } = body;
	const file = media && addressesOf(media, addressOf);
	if (media && !file) return undefined;
	const height = heights[media?.height ?? 'MEDIUM'];
	return compact({
		title,
		description,
		media: file && { ...file, height },
		suggestions: suggestions.map(toSuggestion),
	});
}

function toSuggestion(suggestion: SuggestionBody): Suggestion {
	if ('reply' in suggestion) return { ...suggestion.reply, kind: 'reply' };
	return toAction(suggestion.action);
}

function toAction(action: ActionBody): Suggestion {
	const { text, postbackData, openUrlAction, dialAction, viewLocationAction } = action;
	const label = { text, postbackData };
	if (openUrlAction) {
		const { url, webviewViewMode: webview } = openUrlAction;
		return { ...label, ...compact({ kind: 'openUrl' as const, url, webview }) };
	}
	if (dialAction) return { ...label, kind: 'dial', phoneNumber: dialAction.phoneNumber };
	if (viewLocationAction) {
		const { latLong, label: name, query } = viewLocationAction;
		const place = { ...latLong, label: name, query };
		return { ...label, ...compact({ kind: 'viewLocation' as const, ...place }) };
	}
	if (action.shareLocationAction) return { ...label, kind: 'shareLocation' };
	if (action.createCalendarEventAction)
		return { ...label, kind: 'calendar', ...action.createCalendarEventAction };
	return { ...label, kind: 'action' };
}
