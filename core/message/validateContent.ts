import { isObject } from '../json';
import type { Checker } from './checker';
import { type Limits, type MessageProfile, suggestionsUnder } from './limits';
import { isE164 } from './phone';
import type { Card, Content, FormContent, Suggestion } from './types';
import { checkMedia } from './validateMedia';
import { checkTemplate } from './validateTemplate';

const INSTEAD_OF_A_FORM =
	'Send a link that opens in a webview, or ask question by question with reply suggestions';

/** Checks what a person will see: texts, cards, media and suggestions. */
export function checkContent(
	check: Checker,
	content: Content,
	profile: MessageProfile,
	now: Date,
): void {
	const { limits } = profile;
	if (!profile.content.includes(content.kind)) {
		const problem = `${profile.displayName} cannot carry content of kind "${content.kind}"`;
		check.add(
			'content.kind',
			content.kind === 'form' ? `${problem}. ${INSTEAD_OF_A_FORM}` : problem,
		);
		return;
	}
	if ('suggestions' in content) {
		const path = 'content.suggestions';
		const max = suggestionsUnder(content.kind, limits);
		check.count(path, content.suggestions?.length ?? 0, 0, max);
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
		case 'form':
			return checkForm(check, content, limits);
		case 'template':
			return checkTemplate(check, content, profile);
		case 'raw':
			if (!isObject(content.payload) || Object.keys(content.payload).length === 0)
				check.add('content.payload', 'content.payload must be a JSON object that is not empty');
			return;
	}
}

function checkForm(check: Checker, form: FormContent, limits: Limits): void {
	check.required('content.title', form.title);
	check.length('content.title', form.title, limits.title);
	check.length('content.description', form.description, limits.description);
	check.length('content.submitText', form.submitText, limits.suggestionText);
	check.length('content.postbackData', form.postbackData, limits.postbackData);
	check.count('content.fields', form.fields.length, 1, limits.formFields);
	const names = form.fields.map(({ name }) => name);
	form.fields.forEach((field, i) => {
		const path = `content.fields.${i}`;
		check.required(`${path}.name`, field.name);
		check.required(`${path}.label`, field.label);
		check.length(`${path}.label`, field.label, limits.title);
		if (names.indexOf(field.name) < i)
			check.add(`${path}.name`, `${path}.name is "${field.name}", as that of another field`);
		if (field.type !== 'choice') return;
		if (field.choices.length === 0) check.add(`${path}.choices`, `${path}.choices is empty`);
		field.choices.forEach((choice, n) => {
			check.required(`${path}.choices.${n}`, choice);
			check.length(`${path}.choices.${n}`, choice, limits.title);
		});
	});
}

function checkCard(
	check: Checker,
	path: string,
	card: Card,
	profile: MessageProfile,
	now: Date,
): void {
	const { limits } = profile;
	const onlyDescribed = !card.title?.trim() && !card.media;
	if (onlyDescribed && (profile.cardNeedsTitleOrMedia || !card.description?.trim()))
		check.add(path, `${path} needs a title or a picture`);
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
			return checkCalendarTimes(check, path, suggestion, profile, now);
		case 'reply':
		case 'shareLocation':
			return;
	}
}

function checkCalendarTimes(
	check: Checker,
	path: string,
	{ startTime, endTime }: Extract<Suggestion, { type: 'calendar' }>,
	{ displayName, calendarInFuture }: MessageProfile,
	now: Date,
): void {
	const start = check.time(`${path}.startTime`, startTime);
	const end = check.time(`${path}.endTime`, endTime);
	if (calendarInFuture && start !== undefined && start <= now.getTime()) {
		const at = `${path}.startTime`;
		check.add(at, `${at} must be in the future for ${displayName}, but is ${startTime}`);
	}
	if (start !== undefined && end !== undefined && end <= start)
		check.add(`${path}.endTime`, `${path}.endTime must be after startTime`);
}
