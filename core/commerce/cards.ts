import { defined } from '../json';
import { rcsLimits } from '../message/limits';
import type { Card, Suggestion } from '../message/types';
import { cut } from './cut';
import type { ShopFacts } from './facts';
import { productsOf, valuesOf } from './facts';
import { fillNames, type Values } from './fill';
import { formatMoney } from './money';
import { pictureFor, type Pictures } from './pictures';
import type { ButtonKind, Line, Parcel, Sale } from './sale';
import type { Words } from './words';

/** The most cards of a carousel. */
const MOST = 10;
/** The most buttons of a card. */
const MOST_BUTTONS = 4;

/** Everything a card is made with, beside the sale. */
export interface Look {
	words: Words;
	locale: string;
	facts: ShopFacts;
	discountCode: string | undefined;
	pictures: Pictures;
	pictureFallback: string | undefined;
	/** Patterns that take the place of the built-in texts; `{line.title}`, `{shop.number}`. */
	title: string | undefined;
	description: string | undefined;
	/** Which buttons, in their order, each with its text. */
	buttons: readonly { kind: ButtonKind; text: string }[];
	links: Partial<Record<ButtonKind, string>>;
}

interface Draft {
	title: string;
	description: readonly (string | undefined)[];
	values: Values;
	picture: string | undefined;
	buttons: Suggestion[];
}

/** A card for each parcel, or for each line where nothing was shipped; beyond ten, the last says how many more. */
export function cardsOfEach(sale: Sale, look: Look): Card[] {
	const { parcels, lines } = sale;
	const drafts =
		parcels.length > 0
			? parcels.map((parcel, i) => parcelDraft(sale, parcel, i, look))
			: lines.map((line) => lineDraft(line, look));
	const more = drafts.length - MOST;
	return drafts.slice(0, MOST).map((draft, i) => {
		const last = more > 0 && i === MOST - 1;
		return toCard(draft, look, last ? fillNames(look.words.more, { more }) : undefined);
	});
}

/** One card about the whole. */
export function cardOfAll(sale: Sale, look: Look): Card {
	const { parcels, lines, stage, number } = sale;
	const [parcel] = parcels;
	if (parcel && parcels.length === 1) return toCard(parcelDraft(sale, parcel, 0, look), look);
	const { words, facts } = look;
	const draft: Draft = {
		title: fillNames(words.titles[stage], { number: number ?? '' })
			.replace(/\s+/g, ' ')
			.trim(),
		description: [
			productsOf(sale, words),
			facts.total === undefined ? undefined : fillNames(words.total, { total: facts.total }),
		],
		values: {},
		picture: pictureFor(lines[0], look.pictures),
		buttons: [...parcels.flatMap((each) => trackButton(each, look)), ...linkButtons(look)],
	};
	return toCard(draft, look);
}

function lineDraft(line: Line, look: Look): Draft {
	const { title, variant, quantity, price } = line;
	const each = price && formatMoney(price, look.locale);
	return {
		title,
		description: [variant, countOf(quantity, each)],
		values: {
			'line.title': title,
			'line.variant': variant,
			'line.quantity': quantity,
			'line.price': each,
			'line.total':
				price && formatMoney({ ...price, amount: price.amount * quantity }, look.locale),
		},
		picture: pictureFor(line, look.pictures),
		buttons: linkButtons(look),
	};
}

/** `2 × £15.00`; without a price, only more than one is worth a word. */
function countOf(quantity: number, each: string | undefined): string | undefined {
	if (each !== undefined) return `${quantity} × ${each}`;
	return quantity === 1 ? undefined : `× ${quantity}`;
}

function parcelDraft(sale: Sale, parcel: Parcel, i: number, look: Look): Draft {
	const { words } = look;
	const of = { parcel: i + 1, parcels: sale.parcels.length };
	const title = fillNames(words.titles[sale.stage], { number: sale.number ?? '' });
	const { carrier, number } = parcel;
	return {
		title: title.replace(/\s+/g, ' ').trim(),
		description: [
			sale.parcels.length > 1 ? fillNames(words.parcel, of) : productsOf(sale, words),
			[carrier, number].filter(Boolean).join(': ') || undefined,
		],
		values: {
			'parcel.carrier': carrier,
			'parcel.number': number,
			'parcel.url': parcel.url,
			'parcel.index': of.parcel,
			'parcel.count': of.parcels,
		},
		picture: pictureFor(sale.lines[i] ?? sale.lines[0], look.pictures),
		buttons: [...trackButton(parcel, look), ...linkButtons(look)],
	};
}

function toCard(
	{ title, description, values, picture, buttons }: Draft,
	look: Look,
	more?: string,
): Card {
	const { discountCode: code, words } = look;
	const own = (pattern: string) =>
		fillNames(pattern, { ...names, ...valuesOf(look.facts), ...values });
	const lines = [
		look.description === undefined ? description.filter(Boolean).join('\n') : own(look.description),
		code === undefined ? undefined : fillNames(words.code, { code }),
		more,
	];
	const url = picture ?? look.pictureFallback;
	return defined({
		title: cut(look.title === undefined ? title : own(look.title), rcsLimits.title),
		description: cut(lines.filter(Boolean).join('\n'), rcsLimits.description) || undefined,
		media: url === undefined ? undefined : { url, height: 'medium' as const },
		suggestions: buttons.length > 0 ? buttons.slice(0, MOST_BUTTONS) : undefined,
	});
}

/** Names that a pattern may have, also on a card that is about something else. */
const names: Values = Object.fromEntries(
	[
		...['title', 'variant', 'quantity', 'price', 'total'].map((name) => `line.${name}`),
		...['carrier', 'number', 'url', 'index', 'count'].map((name) => `parcel.${name}`),
	].map((name) => [name, undefined]),
);

function trackButton({ url, number }: Parcel, { buttons }: Look): Suggestion[] {
	const wanted = buttons.find(({ kind }) => kind === 'trackParcel');
	if (!wanted || url === undefined) return [];
	return [{ type: 'openUrl', text: wanted.text, url, postbackData: `track:${number ?? url}` }];
}

function linkButtons({ buttons, links, facts }: Look): Suggestion[] {
	return buttons.flatMap(({ kind, text }): Suggestion[] => {
		const url = links[kind];
		if (url === undefined || kind === 'trackParcel') return [];
		return [{ type: 'openUrl', text, url, postbackData: `${kind}:${facts.id ?? ''}` }];
	});
}
