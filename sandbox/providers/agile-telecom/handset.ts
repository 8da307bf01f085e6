import { compact } from '../../json';
import type { Card, Content, Fallback, Suggestion } from '../../network/types';
import type { CardBody, ContentBody, SmsBody, SuggestionBody, WhatsAppBody } from './types';

const heights = { SHORT: 'short', MEDIUM: 'medium', TALL: 'tall' } as const;

/** What the handset shows. Cards lie as the platform decides: the requests cannot say. */
export function toHandset(content: ContentBody): Content {
	switch (content.type) {
		case 'TEXT':
			return { kind: 'text', text: content.text, suggestions: toSuggestions(content.suggestions) };
		case 'CARD':
			return {
				kind: 'card',
				orientation: 'vertical',
				imageAlignment: 'left',
				card: toCard(content),
				suggestions: [],
			};
		case 'CAROUSEL':
			return {
				kind: 'carousel',
				width: 'medium',
				cards: content.cards.map(toCard),
				suggestions: [],
			};
	}
}

function toCard({ title, description, mediaUrl, mediaHeight, suggestions }: CardBody): Card {
	return compact({
		title,
		description,
		media:
			mediaUrl === undefined
				? undefined
				: { url: mediaUrl, height: heights[mediaHeight ?? 'MEDIUM'] },
		suggestions: toSuggestions(suggestions),
	});
}

const toSuggestions = (suggestions: readonly SuggestionBody[] = []): Suggestion[] =>
	suggestions.map(toSuggestion);

/** Only a reply has data of its own; of an action, a tap tells its label. */
function toSuggestion(suggestion: SuggestionBody): Suggestion {
	const { text } = suggestion;
	const label = { text, postbackData: text };
	switch (suggestion.type) {
		case 'reply':
			return { text, postbackData: suggestion.postbackData, kind: 'reply' };
		case 'url':
			return { ...label, kind: 'openUrl', url: suggestion.url };
		case 'dial':
			return { ...label, kind: 'dial', phoneNumber: suggestion.phoneNumber };
		case 'locationCoordinates': {
			const [latitude, longitude] = [suggestion.latitude, suggestion.longitude].map(Number);
			const place = { latitude, longitude, label: suggestion.label };
			return { ...label, ...compact({ kind: 'viewLocation' as const, ...place }) };
		}
		case 'locationQuery':
			return { ...label, kind: 'viewLocation', query: suggestion.query };
		case 'calendar': {
			const { title, description, startTime, endTime } = suggestion;
			const event = { title, description, startTime, endTime };
			return { ...label, ...compact({ kind: 'calendar' as const, ...event }) };
		}
	}
}

/** What follows when RCS fails: WhatsApp first where it is asked for, then SMS. */
export function toFallback(
	whatsApp: WhatsAppBody | undefined,
	sms: SmsBody | undefined,
): Fallback | undefined {
	const last: Fallback | undefined = sms && {
		channel: 'SMS',
		sender: sms.sender,
		text: sms.text,
		mediaUrls: [],
	};
	if (!whatsApp) return last;
	const { phoneNumberId, templateId, body } = whatsApp;
	const text = templateId === undefined ? JSON.stringify(body) : `WhatsApp template ${templateId}`;
	const first = { channel: 'WHATSAPP' as const, sender: String(phoneNumberId), text };
	return compact({ ...first, mediaUrls: [], next: last });
}
