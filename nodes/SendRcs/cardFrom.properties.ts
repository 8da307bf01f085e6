import type { INodeProperties } from 'n8n-workflow';
import {
	type ButtonKind,
	buttonKinds,
	saleSources,
	type SaleSource,
} from '../../core/commerce/sale';
import { sourceNames } from '../../core/commerce/shopCards';
import { languages } from '../../core/commerce/words';
import { forType } from './contentType';

const descriptions: Readonly<Record<SaleSource, string>> = {
	shopPayload: 'Any of the shops below, which the payload tells by itself',
	shopifyCheckout: 'What was left in the cart: webhook "Checkout update", or an abandoned checkout',
	shopifyFulfillment:
		'Parcels on their way: webhook "Fulfillment creation" or "Fulfillment update"',
	shopifyOrder: 'What was ordered: webhook "Order creation" or "Order payment"',
	woocommerceOrder: 'What was ordered: webhook "Order created" or "Order updated"',
};

const fromShop = { show: { messageType: ['card', 'carousel'], cardsFrom: [...saleSources] } };

const buttonNames: Readonly<Record<ButtonKind, string>> = {
	shopAgain: 'Shop Again',
	trackParcel: 'Track Parcel',
	viewCart: 'View Cart or Checkout',
	viewOrder: 'View Order',
};
const buttons = [...buttonKinds].sort();

const languageNames: Readonly<Record<(typeof languages)[number], string>> = {
	de: 'German',
	en: 'English',
	es: 'Spanish',
	fr: 'French',
	it: 'Italian',
	nl: 'Dutch',
	pl: 'Polish',
	pt: 'Portuguese',
};

const names =
	'{line.title}, {line.variant}, {line.quantity}, {line.price}, {line.total}, {parcel.carrier}, {parcel.number}, {shop.number} and the like';

/** Alphabetical, as n8n wants it. */
const options: INodeProperties[] = inOrder([
	{
		displayName: 'Buttons',
		name: 'buttons',
		type: 'multiOptions',
		options: buttons.map((value) => ({ name: buttonNames[value], value })),
		default: ['viewCart', 'viewOrder', 'trackParcel'],
		description: 'Each is there where the payload has its link',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. {line.quantity} × {line.price}',
		description: `Takes the place of the built-in text; may name ${names}`,
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: [
			{ name: "The Customer's", value: 'auto' },
			...languages.map((value) => ({ name: languageNames[value], value })),
		].sort((a, b) => a.name.localeCompare(b.name)),
		default: 'auto',
		description:
			"Of the built-in words and of amounts. The customer's is the one of the payload, else English.",
	},
	{
		displayName: 'Picture Fallback URL',
		name: 'pictureFallback',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/logo.png',
		description: 'For products without a picture; the webhooks of Shopify carry none',
	},
	{
		displayName: 'Pictures',
		name: 'pictures',
		type: 'json',
		default: '{}',
		description:
			'Addresses of pictures by the ID of a product or variant, or by SKU, as a JSON object; or a list of products as the shop gives it',
	},
	{
		displayName: 'Shop URL',
		name: 'shopUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com',
		description: "Where 'Shop Again' leads, if not to the site that the payload names",
	},
	{
		displayName: 'Title',
		name: 'title',
		type: 'string',
		default: '',
		placeholder: 'e.g. {line.title}',
		description: `Takes the place of the built-in title; may name ${names}`,
	},
	...buttons.map((kind): INodeProperties => ({
		displayName: `Text of '${buttonNames[kind]}'`,
		name: `${kind}Label`,
		type: 'string',
		default: '',
		description: 'What the button says, up to 25 characters',
	})),
]);

/** Where the cards come from, and what a shop tells. The name of the first is older than its other choices. */
export const cardFromProperties: INodeProperties[] = [
	{
		displayName: 'Card From',
		name: 'cardsFrom',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Form', value: 'form', description: 'Write each card here' },
			{
				name: 'List',
				value: 'list',
				description: 'Make one card of each entry of a list',
				displayOptions: { show: { messageType: ['carousel'] } },
			},
			...saleSources.map((value) => ({
				name: sourceNames[value],
				value,
				description: descriptions[value],
			})),
		].sort((a, b) => a.name.localeCompare(b.name)),
		default: 'form',
		displayOptions: forType('card', 'carousel'),
	},
	{
		displayName: 'Payload',
		name: 'shopPayload',
		type: 'json',
		default: '={{ $json }}',
		required: true,
		description:
			"What the shop's webhook gave: the item itself, or its field body. To and all other fields may name facts of it in single braces, such as {shop.phone}, {shop.name}, {shop.number}, {shop.products} or {shop.total}.",
		displayOptions: fromShop,
	},
	{
		displayName: 'Discount Code',
		name: 'shopDiscountCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. WELCOME10',
		description: 'Stands on the cards and, at Shopify, in the links to the cart and the shop',
		displayOptions: fromShop,
	},
	{
		displayName: 'Card Options',
		name: 'shopCardOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: fromShop,
		options,
	},
];

function inOrder(fields: INodeProperties[]): INodeProperties[] {
	return fields.sort((a, b) => a.displayName.localeCompare(b.displayName));
}
