import { defined } from '../json';
import { listed } from './cut';
import type { Values } from './fill';
import { formatMoney } from './money';
import type { Sale, SaleKind } from './sale';
import type { Words } from './words';

/** What fields of a message may name as `{shop.number}`. Alphabetical. */
export const factNames = [
	'carrier',
	'country',
	'createdAt',
	'currency',
	'discountCode',
	'email',
	'firstName',
	'id',
	'itemCount',
	'kind',
	'language',
	'name',
	'number',
	'orderId',
	'parcels',
	'phone',
	'products',
	'status',
	'token',
	'total',
	'totalAmount',
	'tracking',
	'trackingNumber',
	'trackingUrl',
	'url',
] as const;
type FactName = (typeof factNames)[number];

/** What is known of a sale, as texts for people (`total`) and as numbers (`totalAmount`, `itemCount`). */
export type ShopFacts = Partial<Record<FactName, string | number>>;

interface About {
	kind: SaleKind;
	language: string;
	words: Words;
	/** For numbers and amounts. */
	locale: string;
	discountCode: string | undefined;
	url: string | undefined;
}

export function factsOf(
	sale: Sale,
	{ kind, language, words, locale, discountCode, url }: About,
): ShopFacts {
	const { person, total, lines, parcels } = sale;
	const [parcel] = parcels;
	return defined({
		kind,
		language,
		...person,
		id: sale.id,
		number: sale.number,
		orderId: sale.orderId,
		token: sale.token,
		status: sale.status,
		createdAt: sale.createdAt,
		currency: total?.currency,
		total: total && formatMoney(total, locale),
		totalAmount: total?.amount,
		itemCount: lines.reduce((sum, { quantity }) => sum + quantity, 0),
		products: productsOf(sale, words),
		discountCode,
		url,
		parcels: parcels.length > 0 ? parcels.length : undefined,
		tracking: trackingOf(sale, words) ?? url,
		carrier: parcel?.carrier,
		trackingNumber: parcel?.number,
		trackingUrl: parcel?.url,
	});
}

/** The most code points of a list: it stands in a card beside other words, or in an SMS. */
const MOST = 300;

/** `1 × Canvas Backpack, 2 × Water Bottle`; of a large order the first, and how many more there are. */
export function productsOf({ lines }: Pick<Sale, 'lines'>, { more }: Words): string | undefined {
	const products = lines.map(({ quantity, title }) => `${quantity} × ${title}`);
	return listed(products, { separator: ', ', most: MOST, more }) || undefined;
}

/** `Royal Mail RM1: https://..., Royal Mail RM2: https://...`, as far as the parcels have it. */
function trackingOf({ parcels }: Pick<Sale, 'parcels'>, { more }: Words): string | undefined {
	const known = parcels.map(({ carrier, number, url }) =>
		[[carrier, number].filter(Boolean).join(' '), url].filter(Boolean).join(': '),
	);
	return listed(known.filter(Boolean), { separator: ', ', most: MOST, more }) || undefined;
}

/** What names such as `{shop.number}` stand for; those that the payload lacks are empty. */
export function valuesOf(facts: ShopFacts): Values {
	return Object.fromEntries(factNames.map((name) => [`shop.${name}`, facts[name]]));
}
