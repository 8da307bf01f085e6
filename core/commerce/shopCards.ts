import { defined, type JsonObject } from '../json';
import type { Card } from '../message/types';
import { cardOfAll, cardsOfEach, type Look } from './cards';
import { factsOf, type ShopFacts, valuesOf } from './facts';
import { fillNames } from './fill';
import { kindOf, payloadOf } from './payload';
import type { Pictures } from './pictures';
import {
	type ButtonKind,
	buttonKinds,
	type Sale,
	type SaleKind,
	saleKinds,
	type SaleSource,
} from './sale';
import { readShopifyCheckout } from './shopifyCheckout';
import { readShopifyFulfillment } from './shopifyFulfillment';
import { readShopifyOrder } from './shopifyOrder';
import { readWoocommerceOrder } from './woocommerceOrder';
import { type Language, languageOf, wordsOf } from './words';

const readers: Readonly<Record<SaleKind, (payload: JsonObject) => Sale>> = {
	shopifyCheckout: readShopifyCheckout,
	shopifyOrder: readShopifyOrder,
	shopifyFulfillment: readShopifyFulfillment,
	woocommerceOrder: readWoocommerceOrder,
};

export const sourceNames: Readonly<Record<SaleSource, string>> = {
	shopPayload: 'Shop Payload',
	shopifyCheckout: 'Shopify Checkout',
	shopifyOrder: 'Shopify Order',
	shopifyFulfillment: 'Shopify Fulfillment',
	woocommerceOrder: 'WooCommerce Order',
};

/** What a user may say about the cards. */
export interface CardOptions {
	/** Absent: the one of the payload, else English. */
	language?: Language;
	title?: string;
	description?: string;
	/** Absent: every one that the payload has a link for. */
	buttons?: readonly ButtonKind[];
	labels?: Partial<Record<ButtonKind, string>>;
	discountCode?: string;
	pictures?: Pictures;
	pictureFallback?: string;
	/** The address of the shop, where the payload names none. */
	shopUrl?: string;
}

export interface ShopCards {
	/** One a line, or a parcel: 1 to 10. */
	each: Card[];
	/** One about the whole. */
	all: Card;
	facts: ShopFacts;
}

export type ShopCardsRead = { ok: true; cards: ShopCards } | { ok: false; message: string };

/** The buttons that are there unless others are chosen: one that leads back to what the message is about. */
const usual: readonly ButtonKind[] = ['viewCart', 'viewOrder', 'trackParcel'];

/**
 * The cards of what a shop tells. Total: fields that are missing or of another shape are left out; only a
 * payload without anything to show is refused, in words for the person who set up the node.
 */
export function shopCards(source: SaleSource, value: unknown, options: CardOptions): ShopCardsRead {
	const payload = payloadOf(value);
	if (!payload) return refuse("The field 'Payload' does not hold a JSON object");
	const is = kindOf(payload);
	const kind = source === 'shopPayload' ? is : source;
	if (kind === undefined)
		return refuse(
			`The field 'Payload' holds nothing that is known by itself: ${saleKinds.map((each) => sourceNames[each]).join(', ')}. Pick in 'Card From' what it is`,
		);
	if (is !== undefined && is !== kind)
		return refuse(
			`The field 'Payload' holds a ${sourceNames[is]}; pick '${sourceNames[is]}' in 'Card From'`,
		);
	const sale = readers[kind](payload);
	if (sale.problem !== undefined) return refuse(sale.problem);
	if (sale.lines.length === 0 && sale.parcels.length === 0)
		return refuse(
			`The field 'Payload' holds no products of a ${sourceNames[kind]}: pick the item that the shop's webhook gave, such as {{ $json }} or {{ $('Webhook').item.json }}`,
		);
	const look = lookOf(kind, sale, options);
	const { facts } = look;
	return { ok: true, cards: { each: cardsOfEach(sale, look), all: cardOfAll(sale, look), facts } };
}

function refuse(message: string): ShopCardsRead {
	return { ok: false, message };
}

function lookOf(kind: SaleKind, sale: Sale, options: CardOptions): Look {
	const language = options.language ?? languageOf(sale.locale);
	const words = wordsOf(language);
	const country = sale.person.country;
	const locale = country ? `${language}-${country}` : language;
	const links = linksOf(sale, options);
	const chosen = options.buttons ?? usual;
	const discountCode = options.discountCode;
	const url = links.viewCart ?? links.viewOrder ?? sale.parcels[0]?.url;
	const code = discountCode ?? sale.discountCode;
	const facts = factsOf(sale, { kind, language, words, locale, discountCode: code, url });
	const label = (button: ButtonKind) =>
		fillNames(options.labels?.[button] ?? words.buttons[button], valuesOf(facts));
	return {
		words,
		locale,
		links,
		facts,
		discountCode,
		pictures: options.pictures ?? {},
		pictureFallback: options.pictureFallback,
		title: options.title,
		description: options.description,
		buttons: buttonKinds
			.filter((button) => chosen.includes(button))
			.map((button) => ({ kind: button, text: label(button) })),
	};
}

/**
 * The links of a sale, with the discount code as Shopify wants it: a parameter of the checkout's address, and
 * a page `/discount/CODE` of the shop (help.shopify.com, "Shareable discount links"). WooCommerce has no
 * link for coupons.
 */
function linksOf({ links, discountLinks }: Sale, options: CardOptions): Sale['links'] {
	const { discountCode: code, shopUrl } = options;
	const shop = (shopUrl ?? links.shopAgain)?.replace(/\/+$/, '');
	if (code === undefined || !discountLinks) return defined({ ...links, shopAgain: shop });
	const written = encodeURIComponent(code);
	return defined({
		...links,
		viewCart: links.viewCart && withParameter(links.viewCart, `discount=${written}`),
		shopAgain: shop && `${shop}/discount/${written}`,
	});
}

function withParameter(url: string, parameter: string): string {
	const [page = '', hash] = url.split('#', 2);
	const joined = `${page}${page.includes('?') ? '&' : '?'}${parameter}`;
	return hash === undefined ? joined : `${joined}#${hash}`;
}
