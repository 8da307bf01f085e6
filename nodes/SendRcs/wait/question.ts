import { asArray, asObject, asString } from '../../../core/json';
import { isUnmistakable, readKeyword } from '../../../core/event/keywords';
import { readOptOut } from '../../../core/event/optOut';
import type { Problem } from '../../../core/message/problem';
import type { Content, Suggestion } from '../../../core/message/types';
import type { Limits } from '../../../core/message/limits';
import { asWord } from '../../shared/waits';

/** An answer that a person can tap. */
export interface Choice {
	label: string;
	value: string;
	/** Of an approval. */
	approved?: boolean;
}

/** What a person is asked, and what counts as an answer. */
export interface Question {
	message: string;
	title?: string;
	pictureUrl?: string;
	choices: Choice[];
	/** Whether any text is an answer. */
	takesText: boolean;
}

type Read = (name: string, fallback?: unknown) => unknown;

/** The question as the form says it. */
export function readQuestion(read: Read): Question {
	const type = read('responseType', 'approval');
	const options = asObject(read('options', {}));
	return {
		message: text(read('message', '')),
		...given('title', read('questionTitle', '')),
		...given('pictureUrl', read('pictureUrl', '')),
		choices: type === 'approval' ? approval(read) : type === 'choices' ? readChoices(read) : [],
		takesText: type === 'freeText' || (type === 'choices' && options['acceptFreeText'] === true),
	};
}

/**
 * What keeps a question from being asked, besides the limits of its provider. `spoken`: the languages of the person's
 * country. An opt-out is never an answer, so that a label may not say one, but a keyword which means the choice here.
 */
export function problemsOf(
	{ choices, takesText }: Question,
	spoken: readonly string[] = [],
): Problem[] {
	if (choices.length === 0 && !takesText)
		return [{ path: 'choices', message: "The field 'Choices' is empty" }];
	const labels = choices.map(({ label }) => asWord(label));
	return choices.flatMap(({ label }, i) => {
		const path = `choices.${i}`;
		if (labels.indexOf(asWord(label)) !== i)
			return [{ path, message: `Two choices have the label '${label}'` }];
		if (isUnmistakable(label))
			return [{ path, message: `A tap on '${label}' opts the person out; choose another label` }];
		if (readKeyword(label) === undefined && readOptOut(label, spoken).verdict === 'optOut')
			return [{ path, message: `Who writes '${label}' opts out; choose another label` }];
		return [];
	});
}

/** The message that asks: a card where there is a title or picture. Each choice carries its reference. */
export function contentOf(
	question: Question,
	reference: (choice: number) => string,
	limits: Limits,
): Content {
	const { message, title, pictureUrl, choices } = question;
	const suggestions = choices.map(({ label }, i): Suggestion => ({
		type: 'reply',
		text: label,
		postbackData: reference(i),
	}));
	const chips = suggestions.length > 0 ? { suggestions } : {};
	if (title === undefined && pictureUrl === undefined)
		return { kind: 'text', text: message, ...chips };
	const card = {
		...(title === undefined ? {} : { title }),
		description: message,
		...(pictureUrl === undefined ? {} : { media: { url: pictureUrl } }),
	};
	return suggestions.length <= limits.suggestionsPerCard
		? { kind: 'card', card: { ...card, ...chips } }
		: { kind: 'card', card, ...chips };
}

function approval(read: Read): Choice[] {
	const { approvalType, approveLabel, disapproveLabel } = asObject(
		asObject(read('approvalOptions', {}))['values'],
	);
	const approve = text(approveLabel) || 'Approve';
	const yes = { label: approve, value: 'approved', approved: true };
	if (approvalType !== 'double') return [yes];
	return [yes, { label: text(disapproveLabel) || 'Decline', value: 'declined', approved: false }];
}

function readChoices(read: Read): Choice[] {
	return asArray(asObject(read('choices', {}))['choice']).map((entry) => {
		const { label, value } = asObject(entry);
		return { label: text(label), value: text(value) || text(label) };
	});
}

function given(name: 'title' | 'pictureUrl', value: unknown): Partial<Question> {
	const words = text(value).trim();
	return words === '' ? {} : { [name]: words };
}

/** A number, such as of an order, is a text here. */
function text(value: unknown): string {
	return typeof value === 'number' ? String(value) : (asString(value) ?? '');
}
