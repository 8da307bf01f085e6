import { asArray, asObject, asString, defined, type JsonObject } from '../../json';
import { contentSchema, parse } from '../../message/schema';
import type { Content } from '../../message/types';

/** What a template of Infobip (`RcsTemplateContent`) shows; undefined where it is of no known shape. */
export function readContent(content: unknown): Content | undefined {
	const read = parse<Content>(contentSchema, shapeOf(asObject(content)), 'content');
	return read.ok ? read.value : undefined;
}

function shapeOf(content: JsonObject): JsonObject | undefined {
	const own = withSuggestions(content);
	switch (content['type']) {
		case 'TEXT':
			return { kind: 'text', text: content['text'], ...own };
		case 'FILE':
			return { kind: 'file', file: media(content), ...own };
		case 'CARD':
			return defined({
				kind: 'card',
				orientation: lower(content['orientation']),
				imageAlignment: lower(content['alignment']),
				card: card(content['content']),
				...own,
			});
		case 'CAROUSEL': {
			const cards = asArray(content['contents']).map(card);
			return defined({ kind: 'carousel', width: lower(content['cardWidth']), cards, ...own });
		}
		default:
			return undefined;
	}
}

function card(value: unknown): JsonObject {
	const { title, description, media: shown, ...rest } = asObject(value);
	const file = shown && { ...media(asObject(shown)), height: lower(asObject(shown)['height']) };
	return defined({ title, description, media: file, ...withSuggestions(rest) });
}

function media({ file, thumbnail }: JsonObject): JsonObject {
	return defined({ url: asObject(file)['url'], thumbnailUrl: asObject(thumbnail)['url'] });
}

function withSuggestions({ suggestions }: JsonObject): JsonObject {
	const all = asArray(suggestions).map(asObject).map(suggestion);
	return all.length > 0 ? { suggestions: all } : {};
}

function suggestion({ type, text, postbackData, ...own }: JsonObject): JsonObject {
	const label = defined({ text, postbackData });
	switch (type) {
		case 'OPEN_URL':
			return defined({
				...{ type: 'openUrl', ...label, url: own['url'] },
				webview: lower(own['webviewViewMode']),
			});
		case 'DIAL_PHONE':
			return { type: 'dial', ...label, phoneNumber: own['phoneNumber'] };
		case 'SHOW_LOCATION':
			return { type: 'viewLocation', ...label, ...pick(own, 'latitude', 'longitude', 'label') };
		case 'REQUEST_LOCATION':
			return { type: 'shareLocation', ...label };
		case 'CREATE_CALENDAR_EVENT': {
			const event = pick(own, 'title', 'description', 'startTime', 'endTime');
			return { type: 'calendar', ...label, ...event };
		}
		default:
			return { type: 'reply', ...label };
	}
}

const lower = (word: unknown): string | undefined => asString(word)?.toLowerCase();

const pick = (own: JsonObject, ...names: string[]): JsonObject =>
	defined(Object.fromEntries(names.map((name) => [name, own[name]])));
