import { asArray, asObject, asString, defined, type JsonObject, lookUp } from '../json';
import { personOf } from './person';
import { plain } from './plain';
import type { Parcel, Sale, Stage } from './sale';
import { shopifyLines } from './shopify';

/** Shopify's `shipment_status`; every other one means: on its way. */
const stageOf: Readonly<Record<string, Stage>> = {
	out_for_delivery: 'outForDelivery',
	delivered: 'delivered',
	ready_for_pickup: 'readyForPickup',
	attempted_delivery: 'attempted',
};

/**
 * A Shopify fulfillment: the body of the webhooks `fulfillments/create` and `fulfillments/update`. One
 * fulfillment may be several parcels: shopify.dev/docs/api/admin-graphql, "fulfillmentTrackingInfoUpdate", takes
 * several numbers and URLs "for shipments with multiple packages"; the older shopify.dev/docs/api/admin-rest,
 * "Fulfillment", promises one, and has lists for them all the same (`tracking_numbers`, `tracking_urls`).
 */
export function readShopifyFulfillment(payload: JsonObject): Sale {
	const destination = asObject(payload['destination']);
	const status = asString(payload['shipment_status']);
	const name = plain(payload['name']);
	return {
		stage: payload['status'] === 'cancelled' ? 'cancelled' : (lookUp(stageOf, status) ?? 'shipped'),
		person: personOf(
			[{ phone: destination['phone'], address: destination }],
			[destination],
			payload['email'],
		),
		lines: shopifyLines(payload),
		parcels: parcelsOf(payload),
		links: {},
		...defined({
			status: status ?? asString(payload['status']),
			id: asString(payload['id']),
			orderId: asString(payload['order_id']),
			// The fulfillments of order #1001 are #1001.1, #1001.2 ...
			number: name?.replace(/\.\d+$/, ''),
			createdAt: asString(payload['created_at']),
		}),
	};
}

/** Numbers and links by their place; the single ones only repeat the first. */
function parcelsOf(payload: JsonObject): Parcel[] {
	const carrier = plain(payload['tracking_company']);
	const numbers = listOf(payload, 'tracking_number');
	const urls = listOf(payload, 'tracking_url');
	const count = Math.max(numbers.length, urls.length, carrier ? 1 : 0);
	return Array.from({ length: count }, (_, i) =>
		defined({ carrier, number: plain(numbers[i]), url: asString(urls[i]) }),
	);
}

function listOf(payload: JsonObject, name: string): readonly unknown[] {
	const list = asArray(payload[`${name}s`]);
	const single = payload[name];
	return list.length > 0 || asString(single) === undefined ? list : [single];
}
