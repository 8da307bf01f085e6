import { isObject } from '../json';
import type { Checker } from './checker';
import type { MessageProfile } from './limits';
import { isE164 } from './phone';
import type { Card, Content, Media, Suggestion } from './types';

/** Checks what a person will see: texts, cards, media and suggestions. */
export function checkContent(
	check: Checker,
	content: Content,
	profile: MessageProfile,
	now: Date,
): void {
	const { limits } = profile;
	if (!profile.content.includes(content.kind)) {
		check.add(
			'content.kind',
			`${profile.displayName} cannot carry content of kind "${content.kind}"`,
		);
		return;
	}
	if ('suggestions' in content) {
		const path = 'content.suggestions';
		check.count(path, content.suggestions?.length ?? 0, 0, limits.suggestionsPerMessage);
		checkSuggestions(check, path, content.suggestions, profile, now);
	}
	switch (content.kind) {
		case 'text':
			check.required('content.text', content.text);
			return check.length('content.text', content.text, limits.text);
		case 'file':
			return checkMedia(check, 'content.file', content.file, profile);
		case 'card':
			return checkCard(check, 'content.card', content.card, profile, now);
		case 'carousel':
			check.count('content.cards', content.cards.length, limits.cards.min, limits.cards.max);
			content.cards.forEach((card, i) =>
				checkCard(check, `content.cards.${i}`, card, profile, now),
			);
			return checkCarouselHeights(check, content.cards, content.width);
		case 'template':
			return check.required('content.id', content.id);
		case 'raw':
			if (!isObject(content.payload) || Object.keys(content.payload).length === 0)
				check.add('content.payload', 'content.payload must be a JSON object that is not empty');
			return;
	}
}

function checkCard(
	check: Checker,
	path: string,
	card: Card,
	profile: MessageProfile,
	now: Date,
): void {
	const { limits } = profile;
	if (!card.title?.trim() && !card.media) check.add(path, `${path} needs a title or a picture`);
	check.length(`${path}.title`, card.title, limits.title);
	check.length(`${path}.description`, card.description, limits.description);
	check.count(`${path}.suggestions`, card.suggestions?.length ?? 0, 0, limits.suggestionsPerCard);
	if (card.media) checkMedia(check, `${path}.media`, card.media, profile);
	checkSuggestions(check, `${path}.suggestions`, card.suggestions, profile, now);
}

/** Narrow cards have no room for a tall picture (RBM reference, CardWidth). */
function checkCarouselHeights(
	check: Checker,
	cards: readonly Card[],
	width: 'small' | 'medium' | undefined,
): void {
	if (width !== 'small') return;
	cards.forEach((card, i) => {
		if (card.media?.height !== 'tall') return;
		const path = `content.cards.${i}.media.height`;
		check.add(path, `${path} cannot be tall in a carousel of small cards`);
	});
}

function checkMedia(check: Checker, path: string, media: Media, profile: MessageProfile): void {
	check.url(`${path}.url`, media.url, profile.limits.url);
	if (media.thumbnailUrl !== undefined)
		check.url(`${path}.thumbnailUrl`, media.thumbnailUrl, profile.limits.url);
}

function checkSuggestions(
	check: Checker,
	path: string,
	suggestions: readonly Suggestion[] | undefined,
	profile: MessageProfile,
	now: Date,
): void {
	suggestions?.forEach((suggestion, i) =>
		checkSuggestion(check, `${path}.${i}`, suggestion, profile, now),
	);
}

function checkSuggestion(
	check: Checker,
	path: string,
	suggestion: Suggestion,
	profile: MessageProfile,
	now: Date,
): void {
	const { limits } = profile;
	if (!profile.suggestions.includes(suggestion.type)) {
		check.add(
			`${path}.type`,
			`${profile.displayName} has no suggestion of type "${suggestion.type}"`,
		);
	}
	check.required(`${path}.text`, suggestion.text);
	check.length(`${path}.text`, suggestion.text, limits.suggestionText);
	check.length(`${path}.postbackData`, suggestion.postbackData, limits.postbackData);
	switch (suggestion.type) {
		case 'openUrl':
			return check.url(`${path}.url`, suggestion.url, limits.url);
		case 'dial':
			if (!isE164(suggestion.phoneNumber)) {
				const at = `${path}.phoneNumber`;
				check.add(at, `${at} must be a phone number such as +447700900123`);
			}
			return;
		case 'viewLocation':
			check.range(`${path}.latitude`, suggestion.latitude, -90, 90);
			check.range(`${path}.longitude`, suggestion.longitude, -180, 180);
			return check.length(`${path}.label`, suggestion.label, limits.locationLabel);
		case 'viewLocationQuery':
			return check.required(`${path}.query`, suggestion.query);
		case 'calendar':
			check.required(`${path}.title`, suggestion.title);
			check.length(`${path}.title`, suggestion.title, limits.calendarTitle);
			check.length(`${path}.description`, suggestion.description, limits.calendarDescription);
			return checkCalendarTimes(check, path, suggestion.startTime, suggestion.endTime, now);
		case 'reply':
		case 'shareLocation':
			return;
	}
}

function checkCalendarTimes(
	check: Checker,
	path: string,
	startTime: string,
	endTime: string,
	now: Date,
): void {
	const start = check.time(`${path}.startTime`, startTime);
	const end = check.time(`${path}.endTime`, endTime);
	if (start !== undefined && start <= now.getTime())
		check.add(`${path}.startTime`, `${path}.startTime must be in the future, but is ${startTime}`);
	if (start !== undefined && end !== undefined && end <= start)
		check.add(`${path}.endTime`, `${path}.endTime must be after startTime`);
}
