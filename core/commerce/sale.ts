/** What a shop tells of, in one shape for all shops: the readers of payloads give it, the cards are made of it. */

export const saleKinds = [
	'shopifyCheckout',
	'shopifyOrder',
	'shopifyFulfillment',
	'woocommerceOrder',
] as const;
export type SaleKind = (typeof saleKinds)[number];

/** What a user may say that a payload is: one of the kinds, or any of them, which it tells by itself. */
export const saleSources = ['shopPayload', ...saleKinds] as const;
export type SaleSource = (typeof saleSources)[number];

export interface Money {
	amount: number;
	/** ISO 4217, as the payload names it. */
	currency: string;
}

export interface Line {
	title: string;
	variant?: string;
	quantity: number;
	/** Of one piece. */
	price?: Money;
	picture?: string;
	/** What a picture of the product may be listed under: ids of variant and product, and the SKU. */
	keys: string[];
}

export interface Parcel {
	carrier?: string;
	number?: string;
	url?: string;
}

export const stages = [
	'cart',
	'order',
	'shipped',
	'outForDelivery',
	'delivered',
	'readyForPickup',
	'attempted',
	'delayed',
	'undelivered',
	'shipmentCancelled',
	'pending',
	'processing',
	'on-hold',
	'completed',
	'cancelled',
	'refunded',
	'failed',
] as const;
/** What the card says of the order. */
export type Stage = (typeof stages)[number];

export interface Person {
	firstName?: string;
	/** The whole name. */
	name?: string;
	/** E.164 with `+`; absent where no number of the payload is one in the country of its address. */
	phone?: string;
	email?: string;
	/** ISO 3166-1 alpha-2. */
	country?: string;
}

export interface Sale {
	stage: Stage;
	/** The shop's own word for the state. */
	status?: string;
	id?: string;
	/** As the customer knows it, e.g. `#1001`. */
	number?: string;
	orderId?: string;
	/** What a checkout and its order have in common. */
	token?: string;
	person: Person;
	/** E.g. `en-GB`. */
	locale?: string;
	total?: Money;
	createdAt?: string;
	discountCode?: string;
	lines: Line[];
	parcels: Parcel[];
	links: Partial<Record<ButtonKind, string>>;
	/** Why there is nothing to show of it, for the person who set up the node. */
	problem?: string;
	/** How the shop puts a discount code into its links; absent where it has no such link. */
	discountLinks?: boolean;
}

export const buttonKinds = ['viewCart', 'viewOrder', 'trackParcel', 'shopAgain'] as const;
export type ButtonKind = (typeof buttonKinds)[number];
