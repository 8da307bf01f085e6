import type { Violation } from '../../validation';
import type { CardContent, FormBody, SendRequest, SuggestionBody } from './types';

const innerActions = [
	'openUrlAction',
	'dialAction',
	'viewLocationAction',
	'shareLocationAction',
	'createCalendarEventAction',
] as const;

/** The rules of POST /v1/messages that a schema cannot say. */
export function brokenRules({ message }: SendRequest): Violation[] {
	const { text, richCard, form, suggestions = [] } = message;
	const nothing = text === undefined && !richCard && !form;
	const beside = form && (text !== undefined || richCard);
	const card = richCard?.standaloneCard?.cardContent;
	const cards = card ? [card] : (richCard?.carouselCard?.cardContents ?? []);
	return [
		...(nothing ? [broken('message', 'needs text, richCard or form')] : []),
		...(beside ? [broken('message.form', 'stands alone, without text or richCard')] : []),
		...sameNames(form),
		...chips(suggestions, 'message'),
		...cards.flatMap((each, index) => brokenByCard(each, `message.richCard.cards[${index}]`)),
	];
}

function sameNames(form: FormBody | undefined): Violation[] {
	const names = (form?.fields ?? []).map(({ name }) => name);
	return names.flatMap((name, index) =>
		names.indexOf(name) < index
			? [broken(`message.form.fields[${index}].name`, 'is the name of another field')]
			: [],
	);
}

function brokenByCard(card: CardContent, path: string): Violation[] {
	const empty = !card.title && !card.media && !card.description;
	return [
		...(empty ? [broken(path, 'needs media, title or description')] : []),
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
