import type { INodeProperties } from 'n8n-workflow';
import type { FieldNames } from '../../nodes/shared/fieldName';
import { messageFields, questionFields } from '../../nodes/shared/fieldNames';
import { inPanelWords } from '../../nodes/shared/panelWords';
import { properties } from '../../nodes/SendRcs/properties';

/** Errors name fields as the panel does. */

const said = (path: string, rest: string, fields = messageFields('carousel')): string => {
	const [one] = inPanelWords(fields, [{ path, message: rest.replaceAll('@', path) }]);
	expect(one?.path).toBe(path);
	return one?.message ?? '';
};

it.each([
	['content.cards.2.title', '@ is empty', 'Card 3: Title is empty'],
	['content.cards', '@ has 1 entry', 'Cards has 1 entry'],
	['content.cards.0', '@ needs a title or a picture', 'Card 1 needs a title or a picture'],
	['content.cards.0.media.url', '@ is empty', 'Card 1: Picture or Video URL is empty'],
	['content.cards.1.suggestions.0.url', '@ is empty', 'Card 2: Button 1: URL is empty'],
	['content.card.title', '@ is cut', 'Title is cut'],
	['content.card.suggestions', '@ is cut', 'Buttons on the Card is cut'],
	['content.suggestions.0.text', '@ is empty', 'Suggestion 1: Button Text is empty'],
	['content.variables.first.name', '@ must be a text', 'Variables: first.name must be a text'],
	['content.fields.0.choices.1', '@ is empty', 'Field 1: Choices: Choice 2 is empty'],
	[
		'deliveryWindow.to',
		'@ must be after deliveryWindow.from',
		'Delivery Window: To (UTC) must be after Delivery Window: From (UTC)',
	],
	['fallback.0.text', '@ is empty', 'Fallback Text is empty'],
	[
		'expiresAt',
		'expiresAt and validity exclude each other',
		'Expires At and validity exclude each other',
	],
	[
		'to',
		'to is empty: a message needs a number to go to',
		'To is empty: a message needs a number to go to',
	],
	['traffic', 'Infobip has no option for traffic', 'Infobip has no option for Traffic Type'],
	[
		'options.providerOptions',
		"The option 'providerOptions' must be JSON",
		"The option 'Provider Options (JSON)' must be JSON",
	],
	[
		'content.text',
		'@ leads to https://content.example.com/a.b',
		'Text leads to https://content.example.com/a.b',
	],
	['content.unheard.of', '@ is empty', 'content.unheard.of is empty'],
])('%s: %s', (path, message, words) => {
	expect(said(path, message)).toBe(words);
});

it('a question has choices, and those of an approval fields of their own', () => {
	const text = 'content.suggestions.1.text';
	expect(said(text, '@ is empty', questionFields('choices'))).toBe('Choice 2: Label is empty');
	expect(said(text, '@ is empty', questionFields('approval'))).toBe(
		'Disapprove Button Label is empty',
	);
	const description = 'content.card.description';
	expect(said(description, '@ is empty', questionFields('choices'))).toBe('Message is empty');
});

it('JSON keeps the paths of whoever wrote it', () => {
	expect(said('content.cards.2.title', '@ is empty', messageFields('json'))).toBe(
		'content.cards.2.title is empty',
	);
	expect(said('fallback.0.text', '@ is empty', messageFields('json'))).toBe(
		'Fallback Text is empty',
	);
});

/** Every name in a form, of fields, collections and what is in them. */
function labelsIn(fields: readonly unknown[]): string[] {
	return fields.flatMap((field) => {
		const { displayName, options, values } = field as Partial<INodeProperties> & {
			values?: unknown[];
		};
		return [
			...(displayName ? [displayName] : []),
			...labelsIn(options ?? []),
			...labelsIn(values ?? []),
		];
	});
}

function namesIn({ name, parts = {}, each }: FieldNames): string[] {
	return [
		...(name ? [name] : []),
		...[...Object.values(parts), ...(each ? [each] : [])].flatMap(namesIn),
	];
}

it('every name is one that the panel has', () => {
	const labels = new Set(labelsIn(properties));
	const trees = ['card', 'json'].map(messageFields);
	const all = [...trees, ...['choices', 'approval'].map(questionFields)].flatMap(namesIn);
	const fields = all.map((name) => name.replace(/(, | |^)#$/, '')).filter(Boolean);
	// What is counted is called by what it is, and the message by its type.
	const kinds = new Set(['Button', 'Message']);
	expect(fields.filter((name) => !labels.has(name) && !kinds.has(name))).toEqual([]);
});
