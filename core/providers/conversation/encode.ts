import { isoTime } from '../../event/event';
import { asObject, deepMerge, defined, type JsonObject } from '../../json';
import type {
	Card,
	Content,
	FormContent,
	FormField,
	ReadyMessage,
	Suggestion,
} from '../../message/types';

/**
 * The body of POST /v1/messages. The conversation is the person's phone number. Suggestions of cards
 * stand in the card, those of the message beside its content.
 */
export function encodeMessage(message: ReadyMessage): JsonObject {
	const [fallback] = message.fallback ?? [];
	return deepMerge(
		{
			conversationId: message.to,
			messageId: message.id,
			message: defined({
				...encodeContent(message.content),
				fallbackText: fallback?.channel === 'sms' ? fallback.text : undefined,
			}),
		},
		message.providerOptions ?? {},
	);
}

function encodeContent(content: Content): JsonObject {
	switch (content.kind) {
		case 'text':
			return { text: content.text, ...encodeSuggestions(content.suggestions) };
		case 'card':
			return {
				richCard: {
					standaloneCard: defined({
						cardOrientation: content.orientation?.toUpperCase(),
						thumbnailImageAlignment: content.imageAlignment?.toUpperCase(),
						cardContent: encodeCard(content.card),
					}),
				},
				...encodeSuggestions(content.suggestions),
			};
		case 'carousel':
			return {
				richCard: {
					carouselCard: {
						cardWidth: (content.width ?? 'medium').toUpperCase(),
						cardContents: content.cards.map(encodeCard),
					},
				},
				...encodeSuggestions(content.suggestions),
			};
		case 'form':
			return { form: encodeForm(content), ...encodeSuggestions(content.suggestions) };
		case 'raw':
			return asObject(content.payload);
		case 'file':
		case 'template':
			throw new TypeError(`The conversation API has no ${content.kind}; core/send.ts refuses it`);
	}
}

function encodeCard(card: Card): JsonObject {
	return defined({
		media: card.media && {
			height: (card.media.height ?? 'medium').toUpperCase(),
			contentUrl: card.media.url,
			...defined({ thumbnailUrl: card.media.thumbnailUrl }),
			forceRefresh: card.media.forceRefresh ?? false,
		},
		title: card.title || undefined,
		description: card.description || undefined,
		...encodeSuggestions(card.suggestions),
	});
}

/** What the button of a form says that names none. */
const SUBMIT = 'Submit';

/**
 * The guide names forms inside messages but shows none: this shape is ours, in the words of the rest
 * of the API. The button is labelled like a suggestion, and its postback comes back with the values.
 */
function encodeForm({
	title,
	description,
	fields,
	submitText,
	postbackData,
}: FormContent): JsonObject {
	const text = submitText || SUBMIT;
	return defined({
		title,
		description: description || undefined,
		fields: fields.map(encodeField),
		submit: { text, postbackData: postbackData || text },
	});
}

function encodeField(field: FormField): JsonObject {
	const { name, label, required = false } = field;
	const type = fieldTypes[field.type];
	return {
		name,
		label,
		type,
		required,
		...(field.type === 'choice' ? { options: field.choices } : {}),
	};
}

const fieldTypes: Readonly<Record<FormField['type'], string>> = {
	text: 'TEXT',
	longText: 'LONG_TEXT',
	number: 'NUMBER',
	email: 'EMAIL',
	phone: 'PHONE',
	date: 'DATE',
	choice: 'CHOICE',
};

function encodeSuggestions(suggestions: readonly Suggestion[] | undefined): JsonObject {
	return suggestions?.length ? { suggestions: suggestions.map(encodeSuggestion) } : {};
}

function encodeSuggestion(suggestion: Suggestion): JsonObject {
	const { text } = suggestion;
	const label = { text, postbackData: suggestion.postbackData || text };
	switch (suggestion.type) {
		case 'reply':
			return { reply: label };
		case 'openUrl': {
			const { url, webview } = suggestion;
			const view = webview && { application: 'WEBVIEW', webviewViewMode: webview.toUpperCase() };
			return { action: { ...label, openUrlAction: { url, ...view } } };
		}
		case 'dial':
			return { action: { ...label, dialAction: { phoneNumber: suggestion.phoneNumber } } };
		case 'viewLocation': {
			const { latitude, longitude, label: place } = suggestion;
			const action = {
				latLong: { latitude, longitude },
				...defined({ label: place || undefined }),
			};
			return { action: { ...label, viewLocationAction: action } };
		}
		case 'viewLocationQuery':
			return { action: { ...label, viewLocationAction: { query: suggestion.query } } };
		case 'shareLocation':
			return { action: { ...label, shareLocationAction: {} } };
		case 'calendar': {
			const { title, description, startTime, endTime } = suggestion;
			const action = {
				startTime: isoTime(startTime),
				endTime: isoTime(endTime),
				title,
				...defined({ description: description || undefined }),
			};
			return { action: { ...label, createCalendarEventAction: action } };
		}
	}
}
