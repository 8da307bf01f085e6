import { defined, type JsonObject } from '../../json';
import type { Content, Media } from '../../message/types';
import { carouselCard, standaloneCard } from '../../rbm/content';
import type { Dialect } from '../../rbm/dialect';
import { suggestionList } from '../../rbm/suggestions';
import type { FieldValues } from './fieldMap';
import type { RestOptions } from './options';
import { withSnakeKeys } from './snakeKeys';

const dialect: Dialect = { file: encodeFile, orientation: 'vertical', namesBrowser: false };

/**
 * Content as values of our fields. Inside they have the shape of RBM's `contentMessage`, with the
 * address of a file as `contentUrl`, written in the keys the options ask for.
 */
export function contentFields(content: Content, keys: RestOptions['contentKeys']): FieldValues {
	switch (content.kind) {
		case 'template':
			return { templateId: content.id, language: content.language, variables: content.variables };
		case 'raw':
			return { raw: content.payload };
		default: {
			const suggestions = suggestionList(content.suggestions, dialect);
			const values = { ...shown(content), suggestions };
			return keys === 'camelCase' ? values : withSnakeKeys(values);
		}
	}
}

function shown(content: Exclude<Content, { kind: 'template' | 'raw' }>): FieldValues {
	switch (content.kind) {
		case 'text':
			return { text: content.text };
		case 'file':
			return { file: encodeFile(content.file) };
		case 'card':
			return { card: standaloneCard(content, dialect) };
		case 'carousel':
			return { carousel: carouselCard(content, dialect) };
		case 'form':
			throw new TypeError('REST API v1 has no form; core/send.ts refuses it');
	}
}

function encodeFile({ url, thumbnailUrl, altText, forceRefresh }: Media): JsonObject {
	return defined({
		contentUrl: url,
		thumbnailUrl: thumbnailUrl || undefined,
		altText: altText || undefined,
		forceRefresh,
	});
}
