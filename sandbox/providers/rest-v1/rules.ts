import { readTime, type Violation } from '../../validation';
import type { Action, CardContent, Chip, ContentBody, MessageBody } from './types';

const broken = (property: string, violation: string): Violation => ({ property, violation });

/** The rules of a message that a schema cannot say. */
export function brokenByMessage(message: MessageBody, now: Date): Violation[] {
	const { content, template_id: template, expires_at: expires, send_at: sendAt } = message;
	return [
		...((content === undefined) === (template === undefined)
			? [broken('content', 'content or template_id is needed, and not both')]
			: []),
		...(message.variables && !template ? [broken('variables', 'are for templates only')] : []),
		...(expires && message.validity_seconds !== undefined
			? [broken('expires_at', 'and validity_seconds exclude each other')]
			: []),
		...(expires && readTime(expires) <= now.getTime()
			? [broken('expires_at', 'must be in the future')]
			: []),
		...(sendAt && readTime(sendAt) <= now.getTime()
			? [broken('send_at', 'must be in the future')]
			: []),
		...(content ? brokenByContent(content) : []),
	];
}

/** The rules of content; it may be that of a template, with placeholders. */
export function brokenByContent(content: ContentBody): Violation[] {
	const { text, file, rich_card: rich, suggestions = [] } = content;
	const kinds = [text, file, rich].filter((kind) => kind !== undefined).length;
	const card = rich?.standalone_card?.card_content;
	const { card_width: width, card_contents: cards = [] } = rich?.carousel_card ?? {};
	const all = card ? [card] : cards;
	return [
		...(kinds === 1 ? [] : [broken('content', 'needs one of text, file and rich_card')]),
		...brokenByChips(suggestions, 'content'),
		...all.flatMap((each, index) => brokenByCard(each, `content.rich_card[${index}]`, width)),
	];
}

function brokenByCard(card: CardContent, path: string, width: string | undefined): Violation[] {
	const empty = card.title === undefined && card.media === undefined;
	const tooTall = width === 'SMALL' && card.media?.height === 'TALL';
	return [
		...(empty ? [broken(path, 'needs title or media')] : []),
		...(tooTall ? [broken(`${path}.media.height`, 'must not be TALL on a SMALL card')] : []),
		...brokenByChips(card.suggestions ?? [], path),
	];
}

const innerActions = [
	'open_url_action',
	'dial_action',
	'view_location_action',
	'share_location_action',
	'create_calendar_event_action',
] as const;

function brokenByChips(chips: readonly Chip[], path: string): Violation[] {
	return chips.flatMap((chip, index) =>
		'action' in chip ? brokenByAction(chip.action, `${path}.suggestions[${index}].action`) : [],
	);
}

function brokenByAction(action: Action, path: string): Violation[] {
	const count = innerActions.filter((name) => action[name] !== undefined).length;
	const place = action.view_location_action;
	const event = action.create_calendar_event_action;
	const times = [event?.start_time ?? '', event?.end_time ?? ''];
	const [start = NaN, end = NaN] = times.map(readTime);
	const open = times.some((time) => time.includes('{{'));
	return [
		...(count === 1 ? [] : [broken(path, 'needs exactly one thing to do')]),
		...(place && (place.lat_long === undefined) === (place.query === undefined)
			? [broken(`${path}.view_location_action`, 'needs lat_long or query, and not both')]
			: []),
		...(event && !open && !(end > start)
			? [broken(`${path}.create_calendar_event_action`, 'needs times, the end after the start')]
			: []),
	];
}
