import fc from 'fast-check';
import { downgrade } from '../../core/message/downgrade';
import type { MessageProfile } from '../../core/message/limits';
import { fillPlaceholders } from '../../core/message/placeholders';
import { parseMessage } from '../../core/message/schema';
import type { Content, FormContent, FormField, Suggestion } from '../../core/message/types';
import { validate } from '../../core/message/validate';
import { conversation } from '../../core/providers/conversation';
import { infobip } from '../../core/providers/infobip';
import { aMessage, NOW } from '../fixtures/messages';

const withForms: MessageProfile = conversation.profile;
const without: MessageProfile = infobip.profile;

const stars: FormField = {
	name: 'stars',
	label: 'How was it?',
	type: 'choice',
	choices: ['Good', 'Bad'],
};
const words: FormField = { name: 'words', label: 'Why?', type: 'longText' };

const form = (more: Partial<FormContent> = {}): FormContent => ({
	kind: 'form',
	title: 'Rate us',
	fields: [stars],
	...more,
});
const problems = (content: Content, profile = withForms) =>
	validate(aMessage({ content }), profile, NOW).map(({ path }) => path);

describe('a form is refused', () => {
	test.each<[string, Partial<FormContent>, string[]]>([
		['without a title', { title: ' ' }, ['content.title']],
		['with a long title', { title: 'x'.repeat(201) }, ['content.title']],
		['with a long description', { description: 'x'.repeat(2001) }, ['content.description']],
		['with a long button', { submitText: 'x'.repeat(26) }, ['content.submitText']],
		['with long postback data', { postbackData: 'x'.repeat(2049) }, ['content.postbackData']],
		['without fields', { fields: [] }, ['content.fields']],
		[
			'with too many fields',
			{ fields: Array.from({ length: 21 }, (_, i) => ({ ...words, name: `n${i}` })) },
			['content.fields'],
		],
		['with a field of no name', { fields: [{ ...words, name: '' }] }, ['content.fields.0.name']],
		['with a field of no label', { fields: [{ ...words, label: '' }] }, ['content.fields.0.label']],
		[
			'with two of a name',
			{ fields: [words, { ...stars, name: 'words' }] },
			['content.fields.1.name'],
		],
		['with no choices', { fields: [{ ...stars, choices: [] }] }, ['content.fields.0.choices']],
		[
			'with a blank choice',
			{ fields: [{ ...stars, choices: ['a', ' '] }] },
			['content.fields.0.choices.1'],
		],
	])('%s', (_name, wrong, paths) => {
		expect(problems(form(wrong))).toEqual(paths);
	});

	test('where the provider has none, in words that say what to send instead', () => {
		const [problem] = validate(aMessage({ content: form() }), without, NOW);
		expect(problem).toMatchObject({
			path: 'content.kind',
			message: expect.stringMatching(
				/^Infobip cannot carry .*"form"\. Send a link.*webview.*reply/,
			),
		});
	});

	test('as JSON with a field of an unknown kind, or choices for a text', () => {
		const json = (field: object) =>
			parseMessage({ to: '+447700900123', content: { kind: 'form', title: 'T', fields: [field] } });
		const label = { name: 'a', label: 'A' };
		expect(json({ ...label, type: 'choice', choices: ['x'], required: true }).ok).toBe(true);
		for (const wrong of [
			{ type: 'colour' },
			{ type: 'choice' },
			{ type: 'text', choices: ['x'] },
			{ type: 'date', required: 'yes' },
		])
			expect(json({ ...label, ...wrong })).toMatchObject({
				ok: false,
				problems: [{ path: expect.stringContaining('content.fields.0') }],
			});
	});
});

test('placeholders are filled in everything a person reads, and in the postback data', () => {
	const content = form({
		title: '{{n}}?',
		postbackData: '{{n}}',
		fields: [{ ...words, label: '{{n}}!' }],
	});
	const { message } = fillPlaceholders(aMessage({ content, placeholders: { n: 'Ann' } }));
	expect(message.content).toMatchObject({
		title: 'Ann?',
		postbackData: 'Ann',
		fields: [{ label: 'Ann!' }],
	});
});

describe('downgrading', () => {
	const fitted = (content: Content, profile = without) =>
		downgrade(aMessage({ content }), profile, NOW);

	test('one choice becomes reply chips, before the chips of the form', () => {
		const { message, changes } = fitted(
			form({ suggestions: [{ type: 'reply', text: 'Later' }], postbackData: 'rating' }),
		);
		const chip = (text: string): Suggestion => ({ type: 'reply', text, postbackData: text });
		expect(message.content).toEqual({
			kind: 'text',
			text: 'Rate us\nHow was it?: Good, Bad?',
			suggestions: [chip('Good'), chip('Bad'), { type: 'reply', text: 'Later' }],
		});
		expect(changes).toMatchObject([{ path: 'content', action: 'turnedIntoText' }]);
	});

	test.each<[string, FormField[]]>([
		['two questions', [stars, words]],
		['a question to be written', [words]],
		['a choice too long for a chip', [{ ...stars, choices: ['Good', 'x'.repeat(26)] }]],
		['more choices than chips', [{ ...stars, choices: Array.from({ length: 12 }, String) }]],
	])('%s: all of it as text, and no chips that answer a part', (_name, fields) => {
		const { content } = fitted(form({ fields, description: 'Please' })).message;
		expect(content).not.toHaveProperty('suggestions');
		for (const { label } of fields)
			expect(content).toMatchObject({ text: expect.stringContaining(label) });
	});

	test('postback data that is too long gives way to the label, and says so', () => {
		const { message, changes } = fitted(form({ postbackData: 'x'.repeat(2049) }), withForms);
		expect(message.content).toEqual(form());
		expect(changes).toMatchObject([{ path: 'content.postbackData', action: 'dropped' }]);
	});

	const label = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');
	const anyField = fc.oneof(
		fc.record({ label, type: fc.constantFrom('text' as const, 'date' as const) }),
		fc.record({
			label,
			type: fc.constant('choice' as const),
			choices: fc.array(label, { minLength: 1, maxLength: 14 }),
		}),
	);
	const anyForm = fc
		.array(anyField, { minLength: 1, maxLength: 4 })
		.map((fields) => form({ fields: fields.map((field, i) => ({ ...field, name: `f${i}` })) }));

	test('every question stays readable, and chips are there for all choices of one question or for none', () => {
		fc.assert(
			fc.property(anyForm, (content) => {
				const { message, changes } = fitted(content);
				expect(problems(message.content, without)).toEqual([]);
				expect(changes.length).toBeGreaterThan(0);
				if (message.content.kind !== 'text') throw new Error('no text');
				const { text, suggestions = [] } = message.content;
				for (const field of content.fields) expect(text).toContain(field.label);
				const [only, ...others] = content.fields;
				const choices = only?.type === 'choice' && others.length === 0 ? only.choices : [];
				const chips = suggestions.map((chip) => chip.text);
				expect([[], choices]).toContainEqual(chips);
				for (const choice of choices) expect(text).toContain(choice);
			}),
			{ numRuns: 300 },
		);
	});

	test('a form of a provider that has forms keeps its fields', () => {
		fc.assert(
			fc.property(anyForm, (content) => {
				expect(fitted(content, withForms)).toEqual({ message: aMessage({ content }), changes: [] });
			}),
		);
	});
});
