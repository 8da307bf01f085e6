import { fillPlaceholders } from '../../core/message/placeholders';
import type { RcsMessage } from '../../core/message/types';
import { aMessage } from '../fixtures/messages';

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
	expect(filledText('{ {a} } {{ a b }}', { a: 'x' })).toBe('{ {a} } {{ a b }}');
});

test.each(['name', 'constructor', 'toString', '__proto__'])(
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
