import type { Content, FallbackStep, RcsMessage, Suggestion } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { providerIds, providers } from '../../core/providers';
import { prepare } from '../../core/send';
import type { Element, Piece } from '../../handset/element';
import { previewElement } from '../../handset/preview';
import { svgPicture } from '../../handset/svg';
import type { Change } from '../../core/message/problem';
import { marksOf } from '../../nodes/shared/preview/fit';
import { readPreviewOptions, views } from '../../nodes/shared/preview/options';
import { previewsOf } from '../../nodes/shared/preview/previews';
import { aMessage, NOW } from '../fixtures/messages';
import { readXml } from './xml';

/** What a message comes to at a provider that lacks or cuts parts of it, and where the picture says so. */

interface ShownMark {
	change: Change;
	/** Where its number stands in the page and in the picture; absent: in the notes alone. */
	html?: unknown;
	svg?: unknown;
	/** What is to be read at that part of the page. */
	words: string;
}

function shownMarks(id: (typeof providerIds)[number], more: Partial<RcsMessage>): ShownMark[] {
	const provider: Provider = providers[id];
	const prepared = prepare(provider, { ...aMessage(), ...more }, NOW, 'downgrade');
	expect(prepared).toMatchObject({ ok: true });
	const { changes, message } = prepared;
	const { content, fallback } = message;
	if (content.kind === 'template' || content.kind === 'raw') throw new Error('Nothing is drawn');
	const options = readPreviewOptions({ looks: [...views] }, 'Shop');
	const shown = previewsOf({ content, fallback, marks: marksOf([], changes) }, options);
	return changes.map((change) => {
		const at = shown.flatMap(({ preview }) => {
			const number = 1 + (preview.marks ?? []).findIndex((one) => one.message === change.message);
			if (number === 0) return [];
			const part = htmlPart(previewElement(preview), number);
			const html = part?.attributes?.['data-path'];
			return [{ html, svg: svgPart(svgPicture(preview), number), words: words(part) }];
		});
		const [first, ...others] = at;
		for (const other of others) expect(other).toEqual(first);
		return { change, words: '', ...first };
	});
}

const words = (tree: Piece): string =>
	typeof tree === 'object' ? (tree.children ?? []).map(words).join('') : (tree ?? '');

/** The part of a page that carries the number of a note, as its last child. */
function htmlPart(tree: Piece, number: number): Element | undefined {
	if (typeof tree !== 'object') return undefined;
	const { attributes = {}, children = [] } = tree;
	if ('data-path' in attributes && has(words(children.at(-1)), number)) return tree;
	for (const child of children) {
		const found = htmlPart(child, number);
		if (found) return found;
	}
	return undefined;
}

/** The outline in a picture that carries the number of a note. */
const svgPart = (svg: string, number: number): string | undefined =>
	readXml(svg).find(({ attributes, text }) => 'data-path' in attributes && has(text, number))
		?.attributes['data-path'];

const has = (numbers: string, number: number) => numbers.split(', ').includes(String(number));

const long = (name: string) =>
	`${name} is a label that nobody has room for, not even on a large phone`;
const chips: Suggestion[] = [
	{ type: 'reply', text: 'Yes' },
	{ type: 'shareLocation', text: 'Here' },
	{ type: 'viewLocationQuery', text: 'Where', query: 'mugs' },
	{ type: 'reply', text: 'No' },
	{ type: 'reply', text: long('Later') },
];
const buttons: Suggestion[] = [
	{ type: 'shareLocation', text: 'Near' },
	{ type: 'reply', text: 'Buy' },
	{ type: 'reply', text: long('Call') },
];
const card = { title: 'Mug', description: 'Blue', suggestions: buttons };
const contents: Record<string, Content> = {
	text: { kind: 'text', text: 'Hi', suggestions: chips },
	card: { kind: 'card', card },
	'card with chips': { kind: 'card', card, suggestions: chips },
	carousel: { kind: 'carousel', cards: [{ title: 'Cup' }, card], suggestions: chips },
};

/** The suggestions a path of a change counts: those of the content, joined as the provider wants them. */
function listAt(content: Content, path: string, changes: readonly Change[]): Suggestion[] {
	const own = path.startsWith('content.suggestions') ? chips : buttons;
	if (content.kind === 'text') return chips;
	const isText = changes.some(({ action }) => action === 'turnedIntoText');
	const isJoined = changes.some(({ action }) => action === 'moved');
	return isText || isJoined ? [...buttons, ...('suggestions' in content ? chips : [])] : own;
}

describe.each(providerIds)('%s', (id) => {
	it.each(Object.entries(contents))(
		'marks what it does to the suggestions of a %s',
		(_, content) => {
			const shown = shownMarks(id, { content });
			const changes = shown.map(({ change }) => change);
			for (const { change, html, svg, words } of shown) {
				expect([change, svg]).toEqual([change, html]);
				if (change.action === 'moved') expect(html).toBe('content.card.suggestions');
				const index = /suggestions\.(\d+)/u.exec(change.path)?.[1];
				if (index === undefined) continue;
				const { text = '' } = listAt(content, change.path, changes)[Number(index)] ?? {};
				const isSent = change.action === 'cut' || change.message.includes('instead');
				if (isSent) expect(words).toMatch(new RegExp(`^${text.slice(0, 4)}`, 'u'));
				else
					expect([change, html]).toEqual([
						change,
						expect.stringMatching(/^content(?!.*suggestions\.\d)/u),
					]);
			}
		},
	);

	it('marks what it does to the fallback at the step itself, or at all of them', () => {
		const sms = 'On its way. '.repeat(40);
		const fallback: FallbackStep[] = [
			{ channel: 'whatsapp', senderId: '10', templateId: '12' },
			{ channel: 'sms', text: sms, maxParts: 1 },
			{ channel: 'sms', text: 'Twice' },
		];
		const { fallback: carried } = providers[id].profile;
		const shown = shownMarks(id, { fallback });
		const kept = carried.channels.filter((channel) => channel !== 'mms').length;
		expect(shown.length).toBeGreaterThan(kept > 0 ? 1 : 0);
		for (const { change, html, svg, words } of shown) {
			expect([change, svg]).toEqual([change, html]);
			if (change.action === 'cut') expect(words).toContain('On its way. On its way.');
			else expect(html).toBe(kept > 0 ? 'fallback' : undefined);
		}
	});
});

const written = { kind: 'text', text: 'Hi' } as const;
const marks = marksOf(
	[{ path: 'content.text', message: 'Too long' }],
	[{ path: 'fallback.0', at: 'fallback', action: 'dropped', message: 'No fallback' }],
);
const sms: FallbackStep = { channel: 'sms', text: 'Hi' };

it.each<[string, string[], FallbackStep[], Record<string, string[]>]>([
	[
		'each in its own picture',
		['android', 'fallback'],
		[sms],
		{ android: ['Too long'], fallback: ['No fallback'] },
	],
	[
		'those of a fallback that is left out in the others',
		['android', 'ios', 'fallback'],
		[],
		{ android: ['Too long', 'No fallback'], ios: ['Too long', 'No fallback'] },
	],
	[
		'all where one picture is wanted',
		['fallback'],
		[sms],
		{ fallback: ['Too long', 'No fallback'] },
	],
])('shows notes: %s', (_, looks, fallback, expected) => {
	const options = readPreviewOptions({ looks }, 'Shop');
	const shown = previewsOf({ content: written, fallback, marks }, options);
	const told = shown.map(({ view, preview }) => [
		view,
		preview.marks?.map(({ message }) => message),
	]);
	expect(Object.fromEntries(told)).toEqual(expected);
});
