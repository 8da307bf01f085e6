import { asString, defined, type JsonObject } from '../json';
import { shopifyMoney } from './money';
import { shopifyPerson } from './person';
import { plain } from './plain';
import type { Sale } from './sale';
import { firstCode, hasRemovedLines, shopifyLines, siteOf } from './shopify';
import { webAddress } from './webAddress';

const ALL_REMOVED =
	"The field 'Payload' holds an order of which all products were refunded or removed, so there is none to make a card of. Send such items a message without cards, or let them out before this node";

/**
 * A Shopify order: the body of the webhooks `orders/create`, `orders/paid` and the like. Document:
 * shopify.dev/docs/api/admin-rest, "Order" (`name`, `order_status_url`, `checkout_token`, `total_price_set`,
 * `line_items[].current_quantity`).
 */
export function readShopifyOrder(payload: JsonObject): Sale {
	const url = webAddress(payload['order_status_url']);
	const lines = shopifyLines(payload);
	const number = asString(payload['order_number']);
	return {
		stage: payload['cancelled_at'] ? 'cancelled' : 'order',
		person: shopifyPerson(payload),
		lines,
		parcels: [],
		links: defined({ viewOrder: url, shopAgain: siteOf(url) }),
		discountLinks: true,
		...defined({
			status: asString(payload['financial_status']),
			problem: lines.length === 0 && hasRemovedLines(payload) ? ALL_REMOVED : undefined,
			id: asString(payload['id']),
			orderId: asString(payload['id']),
			number: plain(payload['name']) ?? (number === undefined ? undefined : `#${number}`),
			token: asString(payload['checkout_token']),
			locale: asString(payload['customer_locale']),
			total:
				shopifyMoney(payload, 'current_total_price', payload['currency']) ??
				shopifyMoney(payload, 'total_price', payload['currency']),
			createdAt: asString(payload['created_at']),
			discountCode: firstCode(payload['discount_codes']),
		}),
	};
}
