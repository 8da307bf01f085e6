import { asString, defined } from '../../core/json';
import type { Problem } from '../../core/message/problem';
import type { Content, Suggestion } from '../../core/message/types';
import { suggestionsFrom } from '../shared/suggestions';
import { readShopContent } from './cardFrom';
import { readCard, readCarousel } from './contentCards';
import { readFormContent } from './contentForm';
import { readTemplate } from './contentTemplate';
import { type Form, jsonValue } from './form';

/** What was read: content, JSON still to be checked, or what is wrong with a field. */
export type ContentRead = { content: Content } | { json: unknown } | { problems: Problem[] };

/** The content of a message as the form says it. */
export function readContent(form: Form): ContentRead {
	const { read } = form;
	const suggestions = readSuggestions(form);
	const fromShop = readShopContent(form);
	if (fromShop)
		return 'problems' in fromShop ? fromShop : { content: { ...fromShop, ...suggestions } };
	switch (read('messageType')) {
		case 'card':
			return { content: { ...readCard(form), ...suggestions } };
		case 'carousel': {
			const carousel = readCarousel(form);
			return 'problems' in carousel ? carousel : { content: { ...carousel, ...suggestions } };
		}
		case 'form':
			return { content: { ...readFormContent(form), ...suggestions } };
		case 'file':
			return {
				content: {
					kind: 'file',
					file: {
						url: text(read('fileUrl')),
						...defined({ thumbnailUrl: asString(read('fileThumbnailUrl', '')) }),
					},
					...suggestions,
				},
			};
		case 'template':
			return readTemplate(form);
		case 'json':
			return { json: jsonValue(read('messageJson')) };
		default:
			return { content: { kind: 'text', text: text(read('text')), ...suggestions } };
	}
}

function readSuggestions({ read, written, timezone }: Form): { suggestions?: Suggestion[] } {
	const messageType = read('messageType');
	if (messageType === 'template' || messageType === 'json') return {};
	const suggestions = suggestionsFrom(read('suggestions', {}), written('suggestions'), timezone);
	return suggestions.length > 0 ? { suggestions } : {};
}

function text(value: unknown): string {
	return asString(value) ?? '';
}
