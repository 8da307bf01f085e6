import { asArray, asNumber, asObject, asString, defined, type JsonObject } from '../json';
import { moneyOf } from './money';
import { personOf } from './person';
import { plain } from './plain';
import { type Line, type Parcel, type Sale, type Stage, stages } from './sale';
import { firstCode, pictureOf, siteOf } from './shopify';
import { webAddress } from './webAddress';

/** Orders that still can be paid: they are what WooCommerce knows of carts that were left. */
const unpaid: readonly Stage[] = ['cart', 'pending', 'failed'];

/**
 * A WooCommerce order: the body of the webhooks `order.created` and `order.updated`, and of the REST API v3.
 * Document: developer.woocommerce.com/docs/apis/rest-api/v3/orders (`status`, `order_key`). That
 * `payment_url` and `line_items[].image.src` are there, the latter empty for products without a picture, was
 * read in WooCommerce's own `class-wc-rest-orders-v2-controller.php`, which version 3 extends; that webhooks
 * also tell of orders that are `checkout-draft`, in `class-wc-webhook.php`. `wpml_language` is written by the
 * plugin WPML alone (wpml.org), and by none where a shop has one language. The link to an order is
 * WooCommerce's own page for guests, "order received", under its usual address.
 */
export function readWoocommerceOrder(payload: JsonObject): Sale {
	const billing = asObject(payload['billing']);
	const shipping = asObject(payload['shipping']);
	const status = asString(payload['status']);
	const stage = stageOf(status);
	const number = asString(payload['number']) ?? asString(payload['id']);
	return {
		stage,
		person: personOf(
			[
				{ phone: billing['phone'], address: billing },
				{ phone: shipping['phone'], address: shipping },
			],
			[shipping, billing],
			billing['email'],
		),
		lines: linesOf(payload),
		parcels: parcelsOf(payload),
		links: linksOf(payload, unpaid.includes(stage)),
		...defined({
			status,
			id: asString(payload['id']),
			orderId: asString(payload['id']),
			number: number === undefined ? undefined : `#${number}`,
			token: asString(payload['id']),
			locale: metaOf(payload, 'wpml_language'),
			total: moneyOf(payload['total'], payload['currency']),
			createdAt: asString(payload['date_created_gmt']) ?? asString(payload['date_created']),
			discountCode: firstCode(payload['coupon_lines']),
		}),
	};
}

/** `checkout-draft`: somebody is at the checkout, and has not ordered yet. */
function stageOf(status: string | undefined): Stage {
	if (status === 'checkout-draft') return 'cart';
	return stages.find((known) => known === status) ?? 'order';
}

/** The value of an entry of `meta_data`, which plugins and themes write. */
export function metaOf(payload: JsonObject, key: string): string | undefined {
	const value = entryOf(payload, key);
	return typeof value === 'boolean' ? String(value) : asString(value);
}

function entryOf(payload: JsonObject, key: string): unknown {
	const entries = asArray(payload['meta_data']).map(asObject);
	return entries.find((entry) => entry['key'] === key)?.['value'];
}

/**
 * What the plugins Shipment Tracking and Advanced Shipment Tracking note on an order; WooCommerce itself knows of
 * no parcels. Documents: woocommerce.com, "Shipment Tracking" (`tracking_provider`, `tracking_number`,
 * `custom_tracking_provider`, `custom_tracking_link` with `%1$s` for the number). The links of known carriers
 * are in the plugin, and not in the order.
 */
function parcelsOf(payload: JsonObject): Parcel[] {
	return asArray(entryOf(payload, '_wc_shipment_tracking_items')).flatMap((entry) => {
		const item = asObject(entry);
		const number = plain(item['tracking_number']);
		if (number === undefined) return [];
		const link = asString(item['custom_tracking_link'])?.replaceAll('%1$s', () =>
			encodeURIComponent(number),
		);
		return defined({
			number,
			carrier: plain(item['custom_tracking_provider']) ?? plain(item['tracking_provider']),
			url: webAddress(link),
		});
	});
}

/** `total` is without tax; a customer knows the price with it. */
function linesOf(payload: JsonObject): Line[] {
	return asArray(payload['line_items']).flatMap((entry) => {
		const line = asObject(entry);
		const quantity = asNumber(line['quantity']) ?? 1;
		const title = plain(line['parent_name']) ?? plain(line['name']);
		if (title === undefined || quantity <= 0) return [];
		const total = asNumber(line['total']);
		const each =
			total === undefined
				? asNumber(line['price'])
				: (total + (asNumber(line['total_tax']) ?? 0)) / quantity;
		const keys = ['variation_id', 'product_id', 'sku'].flatMap((key) => asString(line[key]) ?? []);
		return [
			{
				title,
				quantity,
				keys: keys.filter((key) => key !== '0'),
				...defined({
					variant: variantOf(line),
					price: moneyOf(each, payload['currency']),
					picture: pictureOf(line),
				}),
			},
		];
	});
}

/** What was chosen of a variable product; names with an underscore are not for people. */
function variantOf(line: JsonObject): string | undefined {
	const chosen = asArray(line['meta_data']).flatMap((entry) => {
		const { display_key: key, display_value: value } = asObject(entry);
		return asString(key)?.startsWith('_') ? [] : (plain(value) ?? []);
	});
	return chosen.length > 0 ? chosen.join(', ') : undefined;
}

function linksOf(payload: JsonObject, isUnpaid: boolean): Sale['links'] {
	const pay = webAddress(payload['payment_url']);
	const self = webAddress(asObject(asArray(asObject(payload['_links'])['self'])[0])['href']);
	const site = self?.split('/wp-json/')[0] ?? siteOf(pay);
	const id = asString(payload['id']);
	const key = asString(payload['order_key']);
	return defined({
		viewCart: isUnpaid ? pay : undefined,
		viewOrder: site && id && key ? `${site}/checkout/order-received/${id}/?key=${key}` : undefined,
		shopAgain: site,
	});
}
