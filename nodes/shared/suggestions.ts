import {
	asArray,
	asNumber,
	asObject,
	asString,
	defined,
	isObject,
	type JsonObject,
} from '../../core/json';
import { toE164 } from '../../core/message/phone';
import { type Suggestion, suggestionTypes } from '../../core/message/types';
import { timeWithOffset } from './times';

/**
 * Reads the form of `suggestionsProperty`; `written` is the same with its expressions. A button whose text an
 * expression made empty is left out: so it decides whether the button is there. Nothing is refused here: the message
 * is validated as a whole, with the limits of its provider, also for a text that nobody wrote.
 */
export function suggestionsFrom(form: unknown, written: unknown, timezone: string): Suggestion[] {
	const asWritten = asArray(asObject(written)['suggestion']);
	return asArray(asObject(form)['suggestion'])
		.map((entry) => suggestionFrom(asObject(entry), timezone))
		.filter(({ text }, i) => text.trim() !== '' || isForgotten(asWritten[i]));
}

/** Whether nothing is written as text, not even an expression. */
function isForgotten(entry: unknown): boolean {
	return isObject(entry) && (asString(entry['text']) ?? '').trim() === '';
}

function suggestionFrom(entry: JsonObject, timezone: string): Suggestion {
	const text = (name: string) => asString(entry[name]) ?? '';
	const label = {
		text: text('text'),
		...defined({ postbackData: asString(entry['postbackData']) }),
	};
	const type = suggestionTypes.find((known) => known === entry['type']) ?? 'reply';
	switch (type) {
		case 'reply':
		case 'shareLocation':
			return { ...label, type };
		case 'openUrl':
			return { ...label, type, url: text('url').trim(), ...webview(entry) };
		case 'dial':
			return { ...label, type, phoneNumber: toE164(text('phoneNumber')) ?? text('phoneNumber') };
		case 'viewLocation':
			return {
				...label,
				type,
				latitude: asNumber(entry['latitude']) ?? Number.NaN,
				longitude: asNumber(entry['longitude']) ?? Number.NaN,
				...defined({ label: asString(entry['label']) }),
			};
		case 'viewLocationQuery':
			return { ...label, type, query: text('query') };
		case 'calendar':
			return {
				...label,
				type,
				title: text('title'),
				...defined({ description: asString(entry['description']) }),
				startTime: timeWithOffset(text('startTime'), timezone),
				endTime: timeWithOffset(text('endTime'), timezone),
			};
	}
}

function webview({ webview: size }: JsonObject): { webview?: 'full' | 'half' | 'tall' } {
	return size === 'full' || size === 'half' || size === 'tall' ? { webview: size } : {};
}
