import { checkTemplate } from '../../core/checkTemplate';
import { fillPlaceholders } from '../../core/message/placeholders';
import type { RcsMessage } from '../../core/message/types';
import { infobip } from '../../core/providers/infobip';
import { type TemplateDraft, templateVariables } from '../../core/template';
import { aMessage, NOW } from '../fixtures/messages';

const text = (words: string, placeholders?: Record<string, string>): RcsMessage => ({
	to: '+447700900123',
	content: { kind: 'text', text: words },
	...(placeholders ? { placeholders } : {}),
});

function filledText(words: string, placeholders: Record<string, string>): string | undefined {
	const { message, problems } = fillPlaceholders(text(words, placeholders));
	expect(problems).toEqual([]);
	return message.content.kind === 'text' ? message.content.text : undefined;
}

test('values are written in as they are', () => {
	expect(filledText('Hi {{name}}, {{ order.id }}!', { name: 'Ann', 'order.id': '7' })).toBe(
		'Hi Ann, 7!',
	);
	expect(filledText('{{a}}{{a}}', { a: '$& $1 {{b}}' })).toBe('$& $1 {{b}}$& $1 {{b}}');
	expect(filledText('{{a}}', { a: '' })).toBe('');
	expect(filledText('{ {a} } {a}', { a: 'x' })).toBe('{ {a} } {a}');
});

test.each(['prénom', 'first name', '名前', "the customer's name", '$1'])(
	'a name may be any text (%s)',
	(name) => {
		expect(filledText(`Hi {{${name}}}, {{  ${name}\t}}!`, { [name]: 'Ann' })).toBe('Hi Ann, Ann!');
		expect(fillPlaceholders(text(`Hi {{${name}}}`, {})).problems).toEqual([
			{ path: 'content.text', message: expect.stringContaining(`"${name}"`) },
		]);
	},
);

test('a text of very many spaces or braces is read, which no test would live to see if each were tried with all', () => {
	for (const text of [`{{a${' '.repeat(2_000_000)}b`, '{{'.repeat(1_000_000)])
		expect(filledText(text, {}) === text).toBe(true);
});

test('the variables of a template are those that a message fills', () => {
	const content = { text: 'Hi {{prénom}}', card: [{ title: '{{ a b }} {{x' }, { title: 'y}}' }] };
	expect(templateVariables([content, 'Bye {{prénom}}', 5, null])).toEqual(['prénom', 'a b']);
	expect(templateVariables(undefined)).toEqual([]);
});

test('a part of a template with a placeholder of any name is checked for its length only', () => {
	const draft = (url: string): TemplateDraft => ({
		name: 'order',
		content: { kind: 'card', card: { title: 'Order', media: { url } } },
		carriers: [],
	});
	const paths = (url: string) =>
		checkTemplate(draft(url), infobip.profile, NOW).map(({ path }) => path);
	expect(paths('{{Bild Größe}}')).toEqual([]);
	expect(paths('Bild')).toEqual(['content.card.media.url']);
});

test.each(['name', 'constructor', 'toString', '__proto__', ' '])(
	'a name without a value (%s) is a problem and never reaches a person',
	(name) => {
		const { problems } = fillPlaceholders(text(`Hi {{${name}}}`, {}));
		expect(problems).toEqual([{ path: 'content.text', message: expect.stringContaining(name) }]);
	},
);

test('a message without placeholders is left alone', () => {
	const message = text('{{providers own}}');
	expect(fillPlaceholders(message)).toEqual({ message, problems: [] });
});

test('every text for people is filled, and nothing else', () => {
	const { message, problems } = fillPlaceholders(
		aMessage({
			id: '{{x}}',
			from: '{{x}}',
			content: {
				kind: 'template',
				id: '{{x}}',
				variables: { to: '{{x}}', id: '{{x}}', payload: '{{x}}' },
			},
			fallback: [{ channel: 'sms', from: '{{x}}', text: '{{x}}' }],
			correlation: { callbackData: '{{x}}' },
			providerOptions: { text: '{{x}}' },
			placeholders: { x: 'value' },
		}),
	);
	expect(problems).toEqual([]);
	expect(message).toEqual(
		aMessage({
			id: '{{x}}',
			from: '{{x}}',
			content: {
				kind: 'template',
				id: '{{x}}',
				variables: { to: 'value', id: 'value', payload: 'value' },
			},
			fallback: [{ channel: 'sms', from: '{{x}}', text: 'value' }],
			correlation: { callbackData: 'value' },
			providerOptions: { text: '{{x}}' },
		}),
	);
});
