import { asObject, defined, isObject, type JsonObject } from '../../json';
import { contentSchema, parse } from '../../message/schema';
import type { Content } from '../../message/types';
import {
	readCarouselCard,
	readFile,
	readStandaloneCard,
	readSuggestions,
} from '../../rbm/readContent';
import { withCamelKeys } from './snakeKeys';

/** What the content of a template shows, in camelCase or snake_case; undefined where it is of no known shape. */
export function readContent(content: unknown): Content | undefined {
	const read = parse<Content>(contentSchema, shapeOf(withCamelKeys(asObject(content))), 'content');
	return read.ok ? read.value : undefined;
}

function shapeOf({ text, file, richCard, suggestions }: JsonObject): JsonObject | undefined {
	const { standaloneCard, carouselCard } = asObject(richCard);
	const own = readSuggestions(suggestions);
	if (isObject(standaloneCard)) return { ...readStandaloneCard(standaloneCard), ...own };
	if (isObject(carouselCard)) return { ...readCarouselCard(carouselCard), ...own };
	if (isObject(file)) return { kind: 'file', file: readFile(file), ...own };
	return text === undefined ? undefined : defined({ kind: 'text', text, ...own });
}
