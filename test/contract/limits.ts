import fc from 'fast-check';
import type { Limits } from '../../core/message/limits';
import type { Card, Content, FormField, ReadyMessage, Suggestion } from '../../core/message/types';
import type { Profile, Provider } from '../../core/provider';
import { prepare } from '../../core/send';
import { aMessage, carries, NOW } from '../fixtures/messages';

type Needs = Parameters<typeof carries>[1];

interface Case {
	path: string;
	needs?: Needs;
	/** A message that is right but for a part of this size. */
	build(size: number): ReadyMessage;
	/** The size counts code points of free text, so that any text will do. */
	fill?(text: string): ReadyMessage;
}

const text = (content: Partial<Extract<Content, { kind: 'text' }>>) =>
	aMessage({ content: { kind: 'text', text: 'Hi', ...content } });
const chip = (suggestion: Suggestion) => text({ suggestions: [suggestion] });
const card = (more: Card) =>
	aMessage({ content: { kind: 'card', card: { title: 'Mug', ...more } } });
const chips = (count: number): Suggestion[] =>
	Array.from({ length: count }, (_, i) => ({ type: 'reply', text: `Reply ${i}` }));
const letters = (size: number) => 'x'.repeat(size);
const address = (size: number) => `https://example.com/${letters(size - 20)}`;

function words(path: string, fill: (text: string) => ReadyMessage, needs?: Needs): Case {
	return { path, build: (size) => fill(letters(size)), fill, ...(needs ? { needs } : {}) };
}

const calendar = {
	type: 'calendar',
	text: 'Save',
	title: 'Sale',
	startTime: '2030-05-01T09:00:00Z',
	endTime: '2030-05-01T10:00:00Z',
} as const;
const place = { type: 'viewLocation', text: 'Shop', latitude: 0, longitude: 0 } as const;

/** The compiler asks for a case for every limit there is; `cards` has its own tests. */
const cases: Readonly<Record<Exclude<keyof Limits, 'cards'>, readonly Case[]>> = {
	text: [words('content.text', (value) => text({ text: value }))],
	title: [words('content.card.title', (title) => card({ title }), { kind: 'card' })],
	description: [
		words('content.card.description', (description) => card({ description }), { kind: 'card' }),
	],
	suggestionText: [
		words('content.suggestions.0.text', (value) => chip({ type: 'reply', text: value })),
		words(
			'content.card.suggestions.0.text',
			(value) => card({ suggestions: [{ type: 'reply', text: value }] }),
			{ kind: 'card' },
		),
	],
	postbackData: [
		words('content.suggestions.0.postbackData', (postbackData) =>
			chip({ type: 'reply', text: 'Yes', postbackData }),
		),
	],
	suggestionsPerMessage: [
		{ path: 'content.suggestions', build: (size) => text({ suggestions: chips(size) }) },
	],
	suggestionsPerCard: [
		{
			path: 'content.card.suggestions',
			needs: { kind: 'card' },
			build: (size) => card({ suggestions: chips(size) }),
		},
	],
	suggestionsBesideCards: [
		{
			path: 'content.suggestions',
			needs: { kind: 'card' },
			build: (size) =>
				aMessage({
					content: { kind: 'card', card: { title: 'Mug' }, suggestions: chips(size) },
				}),
		},
	],
	url: [
		{
			path: 'content.suggestions.0.url',
			needs: { suggestion: 'openUrl' },
			build: (size) => chip({ type: 'openUrl', text: 'Open', url: address(size) }),
		},
		{
			path: 'content.card.media.url',
			needs: { kind: 'card' },
			build: (size) => card({ media: { url: address(size) } }),
		},
		{
			path: 'content.card.media.thumbnailUrl',
			needs: { kind: 'card', option: 'thumbnail' },
			build: (size) => card({ media: { url: address(30), thumbnailUrl: address(size) } }),
		},
		{
			path: 'content.file.url',
			needs: { kind: 'file' },
			build: (size) => aMessage({ content: { kind: 'file', file: { url: address(size) } } }),
		},
		{
			path: 'notify.statusUrl',
			needs: { option: 'statusUrl' },
			build: (size) => aMessage({ notify: { statusUrl: address(size) } }),
		},
	],
	locationLabel: [
		words('content.suggestions.0.label', (label) => chip({ ...place, label }), {
			suggestion: 'viewLocation',
		}),
	],
	calendarTitle: [
		words('content.suggestions.0.title', (title) => chip({ ...calendar, title }), {
			suggestion: 'calendar',
		}),
	],
	calendarDescription: [
		words(
			'content.suggestions.0.description',
			(description) => chip({ ...calendar, description }),
			{
				suggestion: 'calendar',
			},
		),
	],
	messageId: [words('id', (id) => aMessage({ id }))],
	campaignId: [
		words('correlation.campaignId', (campaignId) => aMessage({ correlation: { campaignId } }), {
			option: 'campaignId',
		}),
	],
	callbackData: [
		words(
			'correlation.callbackData',
			(callbackData) => aMessage({ correlation: { callbackData } }),
			{
				option: 'callbackData',
			},
		),
	],
	clientRef: [
		words('correlation.clientRef', (clientRef) => aMessage({ correlation: { clientRef } }), {
			option: 'clientRef',
		}),
	],
	label: [
		words('correlation.label', (label) => aMessage({ correlation: { label } }), {
			option: 'label',
		}),
	],
	formFields: [
		{
			path: 'content.fields',
			needs: { kind: 'form' },
			build: (size) =>
				aMessage({ content: { kind: 'form', title: 'Visit', fields: fields(size) } }),
		},
	],
	mmsSubject: [
		words('fallback.0.subject', (subject) => mms({ subject, text: 'Hi' }), { fallback: 'mms' }),
	],
	mmsText: [words('fallback.0.text', (value) => mms({ text: value }), { fallback: 'mms' })],
};

const fields = (count: number): FormField[] =>
	Array.from({ length: count }, (_, i) => ({ name: `f${i}`, label: `Field ${i}`, type: 'text' }));

function mms(step: { subject?: string; text: string }): ReadyMessage {
	return aMessage({ fallback: [{ channel: 'mms', mediaUrls: [], ...step }] });
}

function carousel(count: number): ReadyMessage {
	const cards = Array.from({ length: count }, (_, i) => ({ title: `Card ${i}` }));
	return aMessage({ content: { kind: 'carousel', cards } });
}

/** Each limit of the profile: as much is carried, one more is refused with the place and the numbers. */
export function limitsContract(provider: Provider): void {
	const { profile } = provider;
	const table = casesOf(profile);

	function problems(message: ReadyMessage) {
		const prepared = prepare(provider, message, NOW);
		return prepared.ok ? [] : prepared.problems;
	}

	function expectProblem(message: ReadyMessage, path: string, limit: number, actual: number) {
		expect(problems(message)).toEqual([{ path, limit, actual, message: expect.any(String) }]);
	}

	test.each(table)('$path takes $limit', ({ path, limit, build }) => {
		expect(problems(build(limit))).toEqual([]);
		expectProblem(build(limit + 1), path, limit, limit + 1);
		expect(problems(build(limit + 1))[0]?.message).toContain(String(limit));
	});

	test.each(table.filter(({ fill }) => fill))(
		'$path is counted in code points, whatever they are',
		({ path, limit, fill = aMessage }) => {
			const points = fc.constantFrom('a', 'é', 'e', '\u0301', '😀', '👨', '\u200d', '水', '1');
			const exact = fc.array(points, { minLength: limit - 1, maxLength: limit - 1 });
			fc.assert(
				fc.property(exact, (list) => {
					const full = `x${list.join('')}`;
					expect(problems(fill(full))).toEqual([]);
					expectProblem(fill(`${full}😀`), path, limit, limit + 1);
				}),
				{ numRuns: 5 },
			);
		},
	);

	const form = profile.patterns?.id;
	if (form)
		test('an id of another form', () => {
			expect(problems(aMessage())).toEqual([]);
			expect(problems(aMessage({ id: 'order 1042!' }))).toEqual([
				{ path: 'id', message: expect.stringContaining(form.words) },
			]);
		});

	if (profile.content.includes('carousel'))
		test('cards in a carousel', () => {
			const { min, max } = profile.limits.cards;
			expect(problems(carousel(min))).toEqual([]);
			expect(problems(carousel(max))).toEqual([]);
			expectProblem(carousel(min - 1), 'content.cards', min, min - 1);
			expectProblem(carousel(max + 1), 'content.cards', max, max + 1);
		});

	const { validity, schedule, fallback } = profile;
	if (validity)
		test('validity', () => {
			const { min, max } = validity;
			const lasting = (seconds: number) => aMessage({ validity: { seconds } });
			expect(problems(lasting(min))).toEqual([]);
			expect(problems(lasting(max))).toEqual([]);
			expectProblem(lasting(min - 1), 'validity.seconds', min, min - 1);
			expectProblem(lasting(max + 1), 'validity.seconds', max, max + 1);
			const until = (seconds: number) =>
				aMessage({ expiresAt: new Date(NOW.getTime() + seconds * 1000).toISOString() });
			expect(problems(until(max))).toEqual([]);
			expectProblem(until(max + 1), 'expiresAt', max, max + 1);
			expectProblem(until(-5), 'expiresAt', 1, -5);
		});
	if (schedule)
		test('schedule', () => {
			const day = 86_400_000;
			const at = (ms: number) =>
				aMessage({ schedule: { at: new Date(NOW.getTime() + ms).toISOString() } });
			expect(problems(at(schedule.maxDays * day))).toEqual([]);
			const { maxDays } = schedule;
			expectProblem(at(maxDays * day + 1000), 'schedule.at', maxDays, maxDays + 1);
		});
	if (fallback.channels.includes('sms'))
		test('fallback steps and SMS parts', () => {
			const step = { channel: 'sms', text: 'Hi' } as const;
			expect(problems(aMessage({ fallback: [step] }))).toEqual([]);
			const twice = problems(aMessage({ fallback: [step, step] }));
			expect(twice).toContainEqual({ path: 'fallback.1', message: expect.stringContaining('SMS') });
			const long = { ...step, text: letters(161), maxParts: 1 };
			expectProblem(aMessage({ fallback: [long] }), 'fallback.0.text', 1, 2);
		});
}

/**
 * An id that must have a form has no length of its own to try, and other parts that must have one take
 * no other text.
 */
function casesOf(profile: Profile): (Case & { limit: number })[] {
	const { patterns = {} } = profile;
	const free = Object.entries(cases).filter(([name]) => name !== 'messageId' || !patterns.id);
	return free.flatMap(([name, list]) =>
		list
			.filter(({ needs = {} }) => carries(profile, needs))
			.map((one) => (Object.hasOwn(patterns, name) ? withoutFill(one) : one))
			.map((one) => ({ ...one, limit: limitNamed(profile.limits, name) })),
	);
}

function withoutFill({ fill: _, ...one }: Case): Case {
	return one;
}

function limitNamed(limits: Limits, name: string): number {
	const value = new Map(Object.entries(limits)).get(name);
	if (typeof value !== 'number') throw new Error(`${name} is no limit`);
	return value;
}
