import { compact } from '../../json';
import type { Card, Content, Suggestion } from '../../network/types';
import type { ActionBody, CardContent, FormBody, SendRequest, SuggestionBody } from './types';

const heights = { SHORT: 'short', MEDIUM: 'medium', TALL: 'tall' } as const;
const widths = { SMALL: 'small', MEDIUM: 'medium' } as const;
const orientations = { HORIZONTAL: 'horizontal', VERTICAL: 'vertical' } as const;
const alignments = { LEFT: 'left', RIGHT: 'right' } as const;

/** What the handset shows of a message; text beside a rich card is shown above it. */
export function toHandset({ message }: SendRequest): Content {
	const { text, richCard, form } = message;
	const suggestions = (message.suggestions ?? []).map(toSuggestion);
	const { standaloneCard, carouselCard } = richCard ?? {};
	if (standaloneCard) {
		const { cardOrientation, thumbnailImageAlignment, cardContent } = standaloneCard;
		return compact({
			kind: 'card' as const,
			text,
			orientation: orientations[cardOrientation ?? 'VERTICAL'],
			imageAlignment: alignments[thumbnailImageAlignment ?? 'LEFT'],
			card: toCard(cardContent),
			suggestions,
		});
	}
	if (carouselCard) {
		return compact({
			kind: 'carousel' as const,
			text,
			width: widths[carouselCard.cardWidth],
			cards: carouselCard.cardContents.map(toCard),
			suggestions,
		});
	}
	if (form) return { ...toForm(form), suggestions };
	return { kind: 'text', text: text ?? '', suggestions };
}

const fieldTypes = {
	TEXT: 'text',
	LONG_TEXT: 'longText',
	NUMBER: 'number',
	EMAIL: 'email',
	PHONE: 'phone',
	DATE: 'date',
	CHOICE: 'choice',
} as const;

function toForm({ title, description, fields, submit }: FormBody) {
	return compact({
		kind: 'form' as const,
		title,
		description,
		fields: fields.map(({ name, label, type, required = false, options: choices = [] }) => ({
			...{ name, label, type: fieldTypes[type], required, choices },
		})),
		submitText: submit.text,
		postbackData: submit.postbackData,
	});
}

function toCard({ title, description, media, suggestions }: CardContent): Card {
	return compact({
		title,
		description,
		media:
			media &&
			compact({
				url: media.contentUrl,
				thumbnailUrl: media.thumbnailUrl,
				height: heights[media.height],
			}),
		suggestions: (suggestions ?? []).map(toSuggestion),
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
	if (action.createCalendarEventAction) {
		return { ...label, kind: 'calendar', ...action.createCalendarEventAction };
	}
	return { ...label, kind: 'action' };
}
