import type { RcsMessage } from '../../core/message/types';
import { type ProviderId, providers } from '../../core/providers';
import { prepare } from '../../core/send';
import { aMessage, NOW } from '../fixtures/messages';

const later = { schedule: { at: '2030-01-02T09:00:00Z' } };
const hours = { deliveryWindow: { days: ['monday' as const], from: '09:00', to: '17:00' } };

test.each<[ProviderId, Partial<RcsMessage>, string]>([
	['infobip', { simulate: true }, 'simulate'],
	['google-rbm', later, 'schedule'],
	['google-rbm', hours, 'deliveryWindow'],
	['conversation', later, 'schedule'],
])('%s: a message that would be another without %j is not downgraded', (id, more, path) => {
	const prepared = prepare(providers[id], aMessage(more), NOW, 'downgrade');
	expect(prepared).toMatchObject({ ok: false, problems: [{ path }] });
});

const described = { kind: 'card', card: { description: 'Only words' } } as const;

test('a card may have a description only, where the provider takes it', () => {
	expect(prepare(providers['agile-telecom'], aMessage({ content: described }), NOW).ok).toBe(true);
	expect(prepare(providers.infobip, aMessage({ content: described }), NOW).ok).toBe(false);
});

test.each([
	['Only words', { title: 'Only words' }],
	['x'.repeat(300), { description: 'x'.repeat(300) }],
])('elsewhere the words become its title', (description, card) => {
	const content = { kind: 'card', card: { description } } as const;
	const prepared = prepare(providers.infobip, aMessage({ content }), NOW, 'downgrade');
	expect(prepared).toMatchObject({
		ok: true,
		message: { content: { card } },
		changes: expect.arrayContaining([expect.objectContaining({ action: 'moved' })]),
	});
});

test('a calendar entry may lie in the past, where the provider takes it', () => {
	const content = {
		kind: 'text',
		text: 'Hi',
		suggestions: [
			{
				type: 'calendar',
				text: 'Save',
				title: 'Sale',
				startTime: '2025-03-31T09:00:00Z',
				endTime: '2025-03-31T23:59:00Z',
			},
		],
	} as const;
	const message = aMessage({ content: { ...content, suggestions: [...content.suggestions] } });
	expect(prepare(providers['agile-telecom'], message, NOW).ok).toBe(true);
	expect(prepare(providers.infobip, message, NOW)).toMatchObject({
		ok: false,
		problems: [{ path: 'content.suggestions.0.startTime' }],
	});
});

describe('placeholders', () => {
	const placeholders = { nome: 'Ann' };

	test.each(['agile-telecom', 'rest-v1', 'infobip'] as const)(
		'fill a template that has no variables of its own: %s',
		(id) => {
			const content = { kind: 'template', id: '42' } as const;
			const prepared = prepare(providers[id], aMessage({ content, placeholders }), NOW);
			expect(prepared).toMatchObject({
				ok: true,
				message: { content: { variables: placeholders } },
			});
		},
	);

	test('leave variables that were given alone', () => {
		const content = { kind: 'template', id: '42', variables: { day: 'Monday' } } as const;
		const prepared = prepare(providers.infobip, aMessage({ content, placeholders }), NOW);
		expect(prepared).toMatchObject({ message: { content: { variables: { day: 'Monday' } } } });
	});
});
