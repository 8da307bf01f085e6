import type { Violation } from '../../validation';
import type { CardContent, SendRequest, SuggestionBody } from './types';

const innerActions = [
	'openUrlAction',
	'dialAction',
	'viewLocationAction',
	'shareLocationAction',
	'createCalendarEventAction',
] as const;

/** The rules of POST /v1/messages that a schema cannot say. */
export function brokenRules({ message }: SendRequest): Violation[] {
	const { text, richCard, suggestions = [] } = message;
	const card = richCard?.standaloneCard?.cardContent;
	const cards = card ? [card] : (richCard?.carouselCard?.cardContents ?? []);
	return [
		...(text === undefined && !richCard ? [broken('message', 'needs text or richCard')] : []),
		...chips(suggestions, 'message'),
		...cards.flatMap((each, index) => brokenByCard(each, `message.richCard.cards[${index}]`)),
	];
}

function brokenByCard(card: CardContent, path: string): Violation[] {
	const empty = card.title === undefined && card.media === undefined;
	return [
		...(empty ? [broken(path, 'needs media or title')] : []),
		...chips(card.suggestions ?? [], path),
	];
}

function chips(suggestions: readonly SuggestionBody[], path: string): Violation[] {
	return suggestions.flatMap((chip, index) => {
		if (!('action' in chip)) return [];
		const { action } = chip;
		const at = `${path}.suggestions[${index}].action`;
		const place = action.viewLocationAction;
		const event = action.createCalendarEventAction;
		return [
			...(innerActions.filter((name) => action[name] !== undefined).length > 1
				? [broken(at, 'can do one thing only')]
				: []),
			...(place && (place.latLong === undefined) === (place.query === undefined)
				? [broken(`${at}.viewLocationAction`, 'needs latLong or query, and not both')]
				: []),
			...(event && Date.parse(event.endTime) <= Date.parse(event.startTime)
				? [broken(`${at}.createCalendarEventAction.endTime`, 'must be after startTime')]
				: []),
		];
	});
}

const broken = (property: string, violation: string): Violation => ({ property, violation });
