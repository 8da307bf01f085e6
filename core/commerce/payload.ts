import { asString, isObject, type JsonObject, parseJson } from '../json';
import type { SaleKind } from './sale';

/** The payload itself, also where it is a text or the `body` of a webhook. */
export function payloadOf(value: unknown): JsonObject | undefined {
	const json = typeof value === 'string' ? parseJson(value) : value;
	if (!isObject(json)) return undefined;
	const { body, line_items: lines } = json;
	if (lines !== undefined) return json;
	const inner = typeof body === 'string' ? parseJson(body) : body;
	return isObject(inner) ? inner : json;
}

/** What only payloads of a kind have, so that the wrong choice in the form is told and not sent. */
const signs: readonly [SaleKind, (payload: JsonObject) => boolean][] = [
	['shopifyCheckout', (payload) => asString(payload['abandoned_checkout_url']) !== undefined],
	['shopifyFulfillment', (payload) => 'order_id' in payload && 'tracking_company' in payload],
	['woocommerceOrder', (payload) => isObject(payload['billing']) && 'order_key' in payload],
	['shopifyOrder', (payload) => 'order_number' in payload && 'financial_status' in payload],
];

/** What a payload certainly is. */
export function kindOf(payload: JsonObject): SaleKind | undefined {
	return signs.find(([, is]) => is(payload))?.[0];
}
