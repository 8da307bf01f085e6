import { asArray, asObject, asString, defined, isObject, type JsonObject } from '../json';

/** RBM's `standaloneCard` in our words; what is missing or wrong in it is left for a schema to refuse. */
export function readStandaloneCard(value: unknown): JsonObject {
	const { cardOrientation, thumbnailImageAlignment, cardContent } = asObject(value);
	return defined({
		kind: 'card',
		orientation: lower(cardOrientation),
		imageAlignment: lower(thumbnailImageAlignment),
		card: readCard(cardContent),
	});
}

/** RBM's `carouselCard` in our words. */
export function readCarouselCard(value: unknown): JsonObject {
	const { cardWidth, cardContents } = asObject(value);
	const cards = asArray(cardContents).map(readCard);
	return defined({ kind: 'carousel', width: lower(cardWidth), cards });
}

/** RBM's `suggestions` in our words. */
export function readSuggestions(value: unknown): { suggestions?: JsonObject[] } {
	const suggestions = asArray(value).map(asObject).map(readSuggestion);
	return suggestions.length > 0 ? { suggestions } : {};
}

/** A file as the dialects name its address. */
export function readFile(value: unknown): JsonObject {
	const { fileUrl, contentUrl = fileUrl, thumbnailUrl, altText } = asObject(value);
	return defined({ url: contentUrl, thumbnailUrl, altText });
}

function readCard(value: unknown): JsonObject {
	const { title, description, media, suggestions } = asObject(value);
	const shown = isObject(media)
		? defined({ ...readFile(media), height: lower(media['height']) })
		: undefined;
	return defined({ title, description, media: shown, ...readSuggestions(suggestions) });
}

function readSuggestion({ reply, action }: JsonObject): JsonObject {
	if (reply !== undefined) return { type: 'reply', ...labelOf(reply) };
	return { ...labelOf(action), ...readAction(asObject(action)) };
}

function labelOf(value: unknown): JsonObject {
	const { text, postbackData } = asObject(value);
	return defined({ text, postbackData });
}

function readAction(action: JsonObject): JsonObject {
	const { openUrlAction, dialAction, viewLocationAction, createCalendarEventAction } = action;
	if (isObject(openUrlAction)) {
		const { url, webviewViewMode } = openUrlAction;
		return defined({ type: 'openUrl', url, webview: lower(webviewViewMode) });
	}
	if (isObject(dialAction)) return { type: 'dial', phoneNumber: dialAction['phoneNumber'] };
	if (isObject(viewLocationAction)) {
		const { latLong, label, query } = viewLocationAction;
		if (query !== undefined) return { type: 'viewLocationQuery', query };
		return defined({ type: 'viewLocation', ...asObject(latLong), label });
	}
	if (isObject(createCalendarEventAction))
		return { type: 'calendar', ...createCalendarEventAction };
	return { type: 'shareLocation' };
}

const lower = (word: unknown): string | undefined => asString(word)?.toLowerCase();
