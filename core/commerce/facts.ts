import { defined } from '../json';
import type { Values } from './fill';
import { formatMoney } from './money';
import type { Sale, SaleKind } from './sale';

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
	/** For numbers and amounts. */
	locale: string;
	discountCode: string | undefined;
	url: string | undefined;
}

export function factsOf(
	sale: Sale,
	{ kind, language, locale, discountCode, url }: About,
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
		products: productsOf(sale) || undefined,
		discountCode,
		url,
		parcels: parcels.length > 0 ? parcels.length : undefined,
		carrier: parcel?.carrier,
		trackingNumber: parcel?.number,
		trackingUrl: parcel?.url,
	});
}

/** `1 × Canvas Backpack, 2 × Water Bottle` */
export function productsOf({ lines }: Pick<Sale, 'lines'>): string {
	return lines.map(({ quantity, title }) => `${quantity} × ${title}`).join(', ');
}

/** What names such as `{shop.number}` stand for; those that the payload lacks are empty. */
export function valuesOf(facts: ShopFacts): Values {
	return Object.fromEntries(factNames.map((name) => [`shop.${name}`, facts[name]]));
}
