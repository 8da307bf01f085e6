import { factNames, type ShopFacts, valuesOf } from '../../core/commerce/facts';
import { fillNames, namesIn, type Values } from '../../core/commerce/fill';
import { picturesFrom } from '../../core/commerce/pictures';
import { buttonKinds, saleSources } from '../../core/commerce/sale';
import { type CardOptions, shopCards, type ShopCardsRead } from '../../core/commerce/shopCards';
import { languages } from '../../core/commerce/words';
import { asArray, asObject, asString, defined, type JsonObject } from '../../core/json';
import type { Problem } from '../../core/message/problem';
import type { CardContent, CarouselContent } from '../../core/message/types';
import { readWidth } from './contentCards';
import { type Form, jsonValue } from './form';

/**
 * The form of an item with what a shop tells: every field may name facts of it, such as `{shop.phone}`. The
 * form as it is where the cards are written or made of a list.
 */
export function withShop(form: Form): Form {
	const shop = readShop(form.read);
	if (!shop) return form;
	const values = shop.ok ? valuesOf(shop.cards.facts) : {};
	const problems: Problem[] = [];
	const read: Form['read'] = (name, fallback) =>
		fillAll(form.read(name, fallback), (text) => {
			if (shop.ok) problems.push(...problemsOf(name, text, values));
			return fillNames(text, values);
		});
	// The texts of the cards are filled in already; what they name is checked here.
	read('shopCardOptions', {});
	return { ...form, shop, problems, read };
}

/** What a text names that no shop tells, or in the field To, that this payload does not. */
function problemsOf(path: string, text: string, values: Values): Problem[] {
	return namesIn(text, 'shop.').flatMap((name) => {
		if (!known.has(name))
			return [{ path, message: `There is no {${name}}; there are ${[...known].join(', ')}` }];
		if (path !== 'to' || values[name] !== undefined) return [];
		const message = `The field 'To' is {${name}}, but the payload has none that is a phone number in the country of its address`;
		return [{ path, message }];
	});
}

/** What is known of the sale of an item, for its output; nothing where no shop is asked. */
export function factsOf(read: Form['read']): ShopFacts | undefined {
	const shop = readShop(read);
	return shop?.ok ? shop.cards.facts : undefined;
}

function readShop(read: Form['read']): ShopCardsRead | undefined {
	const type = read('messageType', 'text');
	if (type !== 'card' && type !== 'carousel') return undefined;
	const chosen = read('cardsFrom', 'form');
	const source = saleSources.find((known) => known === chosen);
	return source && shopCards(source, jsonValue(read('shopPayload', '')), readOptions(read));
}

function readOptions(read: Form['read']): CardOptions {
	const options = asObject(read('shopCardOptions', {}));
	const text = (name: string) => asString(asString(options[name])?.trim());
	const chosen = options['buttons'];
	return defined({
		language: languages.find((known) => known === options['language']),
		title: text('title'),
		description: text('description'),
		buttons: Array.isArray(chosen)
			? buttonKinds.filter((kind) => chosen.includes(kind))
			: undefined,
		labels: labelsOf(options),
		discountCode: asString(asString(read('shopDiscountCode', ''))?.trim()),
		pictures: picturesFrom(jsonValue(options['pictures'])),
		pictureFallback: text('pictureFallback'),
		shopUrl: text('shopUrl'),
	});
}

function labelsOf(options: JsonObject): CardOptions['labels'] {
	const written = buttonKinds.flatMap((kind) => {
		const label = asString(options[`${kind}Label`]);
		return label === undefined ? [] : [[kind, label] as const];
	});
	return Object.fromEntries(written);
}

/** One card, or a carousel of the lines or parcels; a single one is a card, because a carousel needs two. */
export function readShopContent(
	form: Form,
): CardContent | CarouselContent | { problems: Problem[] } | undefined {
	const { shop, read } = form;
	if (!shop) return undefined;
	if (!shop.ok) return { problems: [{ path: 'content.cards', message: shop.message }] };
	const { each, all } = shop.cards;
	const [only = all] = each;
	if (read('messageType') === 'card') return { kind: 'card', card: all };
	if (each.length < 2) return { kind: 'card', card: only };
	return { kind: 'carousel', ...readWidth(form), cards: each };
}

/** The value with the facts in every text of it; a name that no sale has is a problem, for nobody must read it. */
function fillAll(value: unknown, fill: (text: string) => string): unknown {
	if (typeof value === 'string') return fill(value);
	if (Array.isArray(value)) return asArray(value).map((part) => fillAll(part, fill));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fillAll(part, fill)]));
}

const known: ReadonlySet<string> = new Set(factNames.map((name) => `shop.${name}`));
