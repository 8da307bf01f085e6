import type { Card, Content, Fallback, Suggestion } from '../../network/types';
import { compact } from '../../json';
import type { MessageOptions, RcsCard, RcsSuggestion, ShownContent, Validity } from './types';

const heights = { SHORT: 'short', MEDIUM: 'medium', TALL: 'tall' } as const;
const widths = { SMALL: 'small', MEDIUM: 'medium' } as const;
const orientations = { HORIZONTAL: 'horizontal', VERTICAL: 'vertical' } as const;
const alignments = { LEFT: 'left', RIGHT: 'right' } as const;

/** What the handset shows of a content. */
export function toHandset(content: ShownContent): Content {
	const suggestions = (content.suggestions ?? []).map(toSuggestion);
	switch (content.type) {
		case 'TEXT':
			return { kind: 'text', text: content.text, suggestions };
		case 'FILE':
			return compact({
				kind: 'file' as const,
				url: content.file.url,
				thumbnailUrl: content.thumbnail?.url,
				suggestions,
			});
		case 'CARD':
			return {
				kind: 'card',
				orientation: orientations[content.orientation],
				imageAlignment: alignments[content.alignment],
				card: toCard(content.content),
				suggestions,
			};
		case 'CAROUSEL':
			return {
				kind: 'carousel',
				width: widths[content.cardWidth],
				cards: content.contents.map(toCard),
				suggestions,
			};
	}
}

function toCard({ title, description, media, suggestions }: RcsCard): Card {
	return compact({
		title,
		description,
		media:
			media &&
			compact({
				url: media.file.url,
				thumbnailUrl: media.thumbnail?.url,
				height: heights[media.height],
			}),
		suggestions: (suggestions ?? []).map(toSuggestion),
	});
}

function toSuggestion(suggestion: RcsSuggestion): Suggestion {
	const { text, postbackData } = suggestion;
	const label = { text, postbackData };
	switch (suggestion.type) {
		case 'REPLY':
			return { ...label, kind: 'reply' };
		case 'REQUEST_LOCATION':
			return { ...label, kind: 'shareLocation' };
		case 'OPEN_URL': {
			const { url, webviewViewMode } = suggestion;
			return { ...label, ...compact({ kind: 'openUrl' as const, url, webview: webviewViewMode }) };
		}
		case 'DIAL_PHONE':
			return { ...label, kind: 'dial', phoneNumber: suggestion.phoneNumber };
		case 'SHOW_LOCATION': {
			const { latitude, longitude, label: name } = suggestion;
			const place = { latitude: Number(latitude), longitude: Number(longitude), label: name };
			return { ...label, ...compact({ kind: 'viewLocation' as const, ...place }) };
		}
		case 'CREATE_CALENDAR_EVENT': {
			const { title, description, startTime, endTime } = suggestion;
			const event = { title, description, startTime, endTime };
			return { ...label, ...compact({ kind: 'calendar' as const, ...event }) };
		}
	}
}

/** The message that follows when RCS fails. */
export function toFallback(options: MessageOptions, sender: string): Fallback | undefined {
	const { smsFailover, mmsFailover } = options;
	if (smsFailover) {
		const { text } = smsFailover;
		return { channel: 'SMS', sender: smsFailover.sender ?? sender, text, mediaUrls: [] };
	}
	if (!mmsFailover) return undefined;
	const { title, messageSegments } = mmsFailover.content;
	return {
		channel: 'MMS',
		sender: mmsFailover.sender ?? sender,
		text: [title, ...messageSegments.map(({ text }) => text)].filter(Boolean).join('\n'),
		mediaUrls: messageSegments.flatMap(({ contentUrl }) => contentUrl ?? []),
	};
}

const unitMs = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000 };
const LONGEST_VALIDITY_MS = 48 * unitMs.HOURS;

/** How long a message may wait; as documented, longer than 48 hours silently becomes 48 hours. */
export function toValidityMs(validity: Validity | undefined): number {
	if (!validity) return LONGEST_VALIDITY_MS;
	const asked = validity.amount * unitMs[validity.timeUnit ?? 'MINUTES'];
	return Math.min(asked, LONGEST_VALIDITY_MS);
}
