import { readTime, type Violation } from '../../validation';
import type { CardBody, ContentBody, SendRequest, SuggestionBody } from './types';

/** Fields that are missing or exclude each other: a bad request. */
export function missingFields(request: SendRequest): Violation[] {
	const { body, templateId, fallbackWhatsApp: whatsApp, fallbackSms } = request;
	return [
		...((body === undefined) === (templateId === undefined)
			? [broken('body', 'or templateId is required, and not both')]
			: []),
		...(whatsApp && !fallbackSms
			? [broken('fallbackSms', 'is mandatory if fallbackWhatsApp is present')]
			: []),
		...(whatsApp && (whatsApp.body === undefined) === (whatsApp.templateId === undefined)
			? [broken('fallbackWhatsApp.body', 'or templateId is required, and not both')]
			: []),
	];
}

/** What can be read but makes no sense: an unprocessable entity. */
export function senselessFields(
	{ scheduledDate }: SendRequest,
	content: ContentBody,
	now: number,
): Violation[] {
	const at = scheduledDate === undefined ? now : readTime(scheduledDate.replace(' ', 'T'));
	const late = Number.isNaN(at) || at < now;
	return [
		...(late ? [broken('scheduledDate', 'must be a moment that is still to come')] : []),
		...contentRules(content),
	];
}

function contentRules(content: ContentBody): Violation[] {
	switch (content.type) {
		case 'TEXT':
			return eventRules(content.suggestions, 'body');
		case 'CARD':
			return cardRules(content, 'body');
		case 'CAROUSEL':
			return content.cards.flatMap((card, i) => cardRules(card, `body.cards[${i}]`));
	}
}

function cardRules(card: CardBody, path: string): Violation[] {
	const empty = card.title === undefined && card.mediaUrl === undefined;
	return [
		...(empty ? [broken(path, 'needs a title or a mediaUrl')] : []),
		...eventRules(card.suggestions, path),
	];
}

function eventRules(suggestions: readonly SuggestionBody[] = [], path: string): Violation[] {
	return suggestions.flatMap((suggestion, i) => {
		if (suggestion.type !== 'calendar') return [];
		const { startTime, endTime } = suggestion;
		const inOrder = Date.parse(endTime) > Date.parse(startTime);
		return inOrder ? [] : [broken(`${path}.suggestions[${i}].endTime`, 'must be after startTime')];
	});
}

const broken = (property: string, violation: string): Violation => ({ property, violation });
