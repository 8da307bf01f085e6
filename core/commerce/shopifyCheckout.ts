import { asString, defined, type JsonObject } from '../json';
import { shopifyMoney } from './money';
import { shopifyPerson } from './person';
import { plain } from './plain';
import type { Sale } from './sale';
import { firstCode, shopifyLines, siteOf } from './shopify';
import { webAddress } from './webAddress';

/**
 * A Shopify checkout: the body of the webhooks `checkouts/create` and `checkouts/update`, and an entry of
 * the abandoned checkouts. Documents: shopify.dev/docs/api/webhooks (topics) and
 * shopify.dev/docs/api/admin-rest, "Abandoned checkouts" (`abandoned_checkout_url`, "the recovery URL that's
 * sent to a customer").
 */
export function readShopifyCheckout(payload: JsonObject): Sale {
	const url = webAddress(payload['abandoned_checkout_url']);
	return {
		stage: 'cart',
		person: shopifyPerson(payload),
		lines: shopifyLines(payload),
		parcels: [],
		links: defined({ viewCart: url, shopAgain: siteOf(url) }),
		discountLinks: true,
		...defined({
			status: payload['completed_at'] ? 'completed' : 'open',
			id: asString(payload['id']),
			number: plain(payload['name']),
			token: asString(payload['token']),
			locale: asString(payload['customer_locale']),
			total: shopifyMoney(payload, 'total_price', payload['currency']),
			createdAt: asString(payload['created_at']),
			discountCode: firstCode(payload['discount_codes']),
		}),
	};
}
