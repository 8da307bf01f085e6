import { compact } from '../../json';
import type { Card, Content, Suggestion } from '../../network/types';
import type { Action, CardContent, Chip, ContentBody } from './types';

const heights = { SHORT: 'short', MEDIUM: 'medium', TALL: 'tall' } as const;
const widths = { SMALL: 'small', MEDIUM: 'medium' } as const;
const orientations = { HORIZONTAL: 'horizontal', VERTICAL: 'vertical' } as const;
const alignments = { LEFT: 'left', RIGHT: 'right' } as const;

/** What the handset shows of a content. */
export function toHandset({
	text,
	file,
	rich_card: rich,
	suggestions: chips,
}: ContentBody): Content {
	const suggestions = (chips ?? []).map(toSuggestion);
	const { standalone_card: single, carousel_card: carousel } = rich ?? {};
	if (single) {
		return {
			kind: 'card',
			orientation: orientations[single.card_orientation ?? 'VERTICAL'],
			imageAlignment: alignments[single.thumbnail_image_alignment ?? 'LEFT'],
			card: toCard(single.card_content),
			suggestions,
		};
	}
	if (carousel) {
		const cards = carousel.card_contents.map(toCard);
		return { kind: 'carousel', width: widths[carousel.card_width], cards, suggestions };
	}
	if (file) {
		const { content_url: url, thumbnail_url: thumbnailUrl } = file;
		return compact({ kind: 'file' as const, url, thumbnailUrl, suggestions });
	}
	return { kind: 'text', text: text ?? '', suggestions };
}

function toCard({ title, description, media, suggestions }: CardContent): Card {
	return compact({
		title,
		description,
		media:
			media &&
			compact({
				url: media.content_url,
				thumbnailUrl: media.thumbnail_url,
				height: heights[media.height],
			}),
		suggestions: (suggestions ?? []).map(toSuggestion),
	});
}

function toSuggestion(chip: Chip): Suggestion {
	if ('action' in chip) return toAction(chip.action);
	const { text, postback_data: postbackData } = chip.reply;
	return { text, postbackData, kind: 'reply' };
}

function toAction(action: Action): Suggestion {
	const label = { text: action.text, postbackData: action.postback_data };
	const { open_url_action: link, dial_action: dial, view_location_action: place } = action;
	if (link) {
		const { url, webview_view_mode: webview } = link;
		return { ...label, ...compact({ kind: 'openUrl' as const, url, webview }) };
	}
	if (dial) return { ...label, kind: 'dial', phoneNumber: dial.phone_number };
	if (place) {
		const { lat_long: latLong, label: name, query } = place;
		return {
			...label,
			...compact({ kind: 'viewLocation' as const, ...latLong, label: name, query }),
		};
	}
	const event = action.create_calendar_event_action;
	if (event) {
		const { title, description, start_time: startTime, end_time: endTime } = event;
		return {
			...label,
			...compact({ kind: 'calendar' as const, title, description, startTime, endTime }),
		};
	}
	return { ...label, kind: action.share_location_action ? 'shareLocation' : 'action' };
}
