import { asArray, asObject, asString, defined, type JsonObject, lookUp } from '../json';
import { personOf } from './person';
import { plain } from './plain';
import type { Parcel, Sale, Stage } from './sale';
import { shopifyLines } from './shopify';
import { webAddress } from './webAddress';

/**
 * Shopify's `shipment_status`; every other one means: on its way. The values are those of
 * shopify.dev/docs/api/admin-graphql, "FulfillmentEventStatus", which the older interface writes in lower case.
 */
const stageOf: Readonly<Record<string, Stage>> = {
	out_for_delivery: 'outForDelivery',
	delivered: 'delivered',
	ready_for_pickup: 'readyForPickup',
	attempted_delivery: 'attempted',
	delayed: 'delayed',
	failure: 'undelivered',
	picked_up: 'completed',
};

/**
 * A Shopify fulfillment: the body of the webhooks `fulfillments/create` and `fulfillments/update`. One
 * fulfillment may be several parcels: shopify.dev/docs/api/admin-graphql, "fulfillmentTrackingInfoUpdate", takes
 * several numbers and URLs "for shipments with multiple packages"; the older shopify.dev/docs/api/admin-rest,
 * "Fulfillment", promises one, and has lists for them all the same (`tracking_numbers`, `tracking_urls`).
 */
export function readShopifyFulfillment(payload: JsonObject): Sale {
	const destination = asObject(payload['destination']);
	const made = asString(payload['status']);
	const isCancelled = made === 'cancelled';
	const shipment = asString(payload['shipment_status']);
	const name = plain(payload['name']);
	return {
		stage: isCancelled ? 'shipmentCancelled' : (lookUp(stageOf, shipment) ?? 'shipped'),
		person: personOf(
			[{ phone: destination['phone'], address: destination }],
			[destination],
			payload['email'],
		),
		lines: shopifyLines(payload),
		parcels: parcelsOf(payload).map(({ url, ...parcel }) =>
			defined({ ...parcel, url: isCancelled ? undefined : url }),
		),
		links: {},
		...defined({
			status: isCancelled ? made : (shipment ?? made),
			problem: notMadeProblem(made),
			id: asString(payload['id']),
			orderId: asString(payload['order_id']),
			// The fulfillments of order #1001 are #1001.1, #1001.2 ...
			number: name?.replace(/\.\d+$/, ''),
			createdAt: asString(payload['created_at']),
		}),
	};
}

/**
 * What the `status` of a fulfillment is where there is none: "an error with the fulfillment request", "the fulfillment
 * request failed" (shopify.dev/docs/api/admin-graphql, "FulfillmentStatus").
 */
const notMade: ReadonlySet<string> = new Set(['error', 'failure']);

function notMadeProblem(status: string | undefined): string | undefined {
	if (status === undefined || !notMade.has(status)) return undefined;
	return `The field 'Payload' holds a fulfillment that Shopify could not make: its status is '${status}'. There is no parcel to tell of; let such items out before this node`;
}

/** Numbers and links by their place; the single ones only repeat the first. */
function parcelsOf(payload: JsonObject): Parcel[] {
	const carrier = plain(payload['tracking_company']);
	const numbers = listOf(payload, 'tracking_number');
	const urls = listOf(payload, 'tracking_url');
	const count = Math.max(numbers.length, urls.length, carrier ? 1 : 0);
	return Array.from({ length: count }, (_, i) =>
		defined({ carrier, number: plain(numbers[i]), url: webAddress(urls[i]) }),
	);
}

function listOf(payload: JsonObject, name: string): readonly unknown[] {
	const list = asArray(payload[`${name}s`]);
	const single = payload[name];
	return list.length > 0 || asString(single) === undefined ? list : [single];
}
