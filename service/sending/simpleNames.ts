import type { Problem } from '../../core/message/problem';
import { buttonsOf, type SimpleMessage } from './simple';

/** A part of a message, the flat field it comes from, and what it is called where that is no field. */
type Place = readonly [path: string, field: string, words?: string];

/** Says what is wrong with a message in the names of the flat fields it was made from. */
export function simpleNames(fields: SimpleMessage): (problem: Problem) => Problem {
	const places = placesOf(fields);
	return ({ path, message }) => {
		const place = places.find(([whole]) => path === whole || path.startsWith(`${whole}.`));
		const [, field = path, words = field] = place ?? [];
		return { path: `body.${field}`, message: message.replaceAll(path, words) };
	};
}

/** What is within another part stands before it. */
function placesOf(fields: SimpleMessage): Place[] {
	const { templateId, title, mediaUrl, description, replies } = fields;
	const kind: readonly [string | undefined, string][] = [
		[templateId, 'templateId'],
		[title, 'title'],
		[mediaUrl, 'mediaUrl'],
		[description, 'description'],
	];
	return [
		...['content.suggestions', 'content.card.suggestions'].flatMap((list): Place[] => [
			...buttonsOf(fields).flatMap(({ text, value }, i): Place[] => [
				[`${list}.${i}.text`, text],
				[`${list}.${i}`, value],
			]),
			[list, replies ? 'replies' : 'linkUrl', 'The list of buttons and replies'],
		]),
		['content.card.title', 'title'],
		['content.card.description', description ? 'description' : 'text'],
		['content.card.media', 'mediaUrl'],
		['content.card', 'title', 'The card'],
		['content.text', 'text'],
		['content.id', 'templateId'],
		['content.variables', 'variables'],
		['content', kind.find(([value]) => value !== undefined)?.[1] ?? 'text'],
		['fallback', 'smsText'],
		['correlation.campaignId', 'campaignId'],
		['correlation.clientRef', 'clientRef'],
	];
}
