import type { Card, Suggestion } from '../../core/message/types';
import { lookNames, themes, type HandsetAgent, type HandsetContent } from '../../handset/types';
import type { Preview } from '../../handset/preview';

export const agent: HandsetAgent = { name: 'Example Shop', color: '#7b1fa2', verified: true };

const buy: Suggestion = { type: 'openUrl', text: 'Buy now', url: 'https://shop.example.com/mug' };
const yes: Suggestion = { type: 'reply', text: 'Yes, please', postbackData: 'yes' };

export const picture = 'https://cdn.example.com/mug.jpg';
const card = (title: string): Card => ({
	title,
	description: 'Holds 0.4 l.\nDishwasher safe ☕',
	media: { url: picture, height: 'short' },
	suggestions: [buy, { type: 'dial', text: 'Call us', phoneNumber: '+15550100123' }],
});

/** One content of every kind, and those that look otherwise. */
export const contents = {
	text: { kind: 'text', text: 'On its way: https://shop.example.com/t/1042', suggestions: [yes] },
	picture: { kind: 'file', file: { url: picture, altText: 'A blue mug' } },
	video: { kind: 'file', file: { url: 'https://cdn.example.com/tour.mp4' } },
	audio: { kind: 'file', file: { url: 'https://cdn.example.com/hello.mp3' } },
	pdf: { kind: 'file', file: { url: 'https://cdn.example.com/x?id=1', fileName: 'invoice.pdf' } },
	contact: { kind: 'file', file: { url: 'https://cdn.example.com/shop.vcf' } },
	card: { kind: 'card', card: card('Blue mug'), suggestions: [yes] },
	'card with its picture at the right': {
		kind: 'card',
		orientation: 'horizontal',
		imageAlignment: 'right',
		card: card('Blue mug'),
	},
	'card with nothing but a title': { kind: 'card', card: { title: 'Blue mug' } },
	'ten cards': {
		kind: 'carousel',
		cards: Array.from({ length: 10 }, (_, i) => card(`Mug number ${i + 1}`)),
		suggestions: [yes],
	},
	'small cards': { kind: 'carousel', width: 'small', cards: [card('Blue mug'), card('Red mug')] },
	form: {
		kind: 'form',
		title: 'Book a visit',
		description: 'We call you back',
		fields: [
			{ name: 'name', label: 'Your name', type: 'text', required: true },
			{ name: 'shop', label: 'Which shop?', type: 'choice', choices: ['Oslo', 'Bergen'] },
			{ name: 'more', label: 'Anything else?', type: 'longText' },
		],
		submitText: 'Book',
	},
} as const satisfies Record<string, HandsetContent>;

/** Every look in every theme, each with a title for a test. */
export const phones = lookNames.flatMap((look) =>
	themes.map((theme) => ({ look, theme, title: `${look}, ${theme}` })),
);

export const preview = (content: HandsetContent, more: Partial<Preview> = {}): Preview => ({
	content,
	agent,
	look: 'android',
	theme: 'light',
	...more,
});
