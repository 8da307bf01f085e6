import type { ConsentProof, ConsentStatement } from '../consent/statement';
import { asObject, asString, defined, type JsonObject, lookUp } from '../json';
import { parseTime } from '../message/time';
import { payloadOf } from './payload';
import { personOf } from './person';
import { plain } from './plain';
import { siteOf } from './shopify';
import { metaOf } from './woocommerceOrder';

/** What a shop says of somebody's consent; without `state` it says nothing that the ledger would keep. */
export interface ShopConsent {
	/** E.164 with `+`. */
	phone?: string;
	state?: ConsentStatement['state'];
	level: ConsentStatement['level'];
	origin: ConsentStatement['origin'];
	/** ISO 8601 in UTC. */
	occurredAt?: string;
	proof: ConsentProof;
	/** The shop's own word. */
	told: string;
}

const stateOf: Readonly<Record<string, ConsentStatement['state']>> = {
	subscribed: 'optedIn',
	pending: 'pending',
	unsubscribed: 'optedOut',
	redacted: 'optedOut',
};

/**
 * The SMS consent of a Shopify customer: the body of the webhooks `customers_marketing_consent/update`,
 * `customers/create` and `customers/update`, and the `customer` of an order or checkout. Document:
 * shopify.dev/docs/api/admin-rest, "Customer" (`sms_marketing_consent`: `state`, `opt_in_level`,
 * `consent_updated_at`, `consent_collected_from`). What was collected outside of Shopify (`OTHER`) was entered
 * by somebody who works with the record, who ends no opt-out of the person.
 */
export function shopifyConsent(value: unknown): ShopConsent | undefined {
	const payload = payloadOf(value);
	const customer = payload && customerOf(payload);
	if (!payload || !customer) return undefined;
	const consent = asObject(customer['sms_marketing_consent']);
	const told = asString(consent['state'])?.toLowerCase() ?? 'none';
	const state = lookUp(stateOf, told);
	const from = asString(consent['consent_collected_from'])?.toUpperCase();
	const address = asObject(customer['default_address']);
	const { phone } = personOf(
		[
			{ phone: customer['phone'], address },
			{ phone: payload['sms_marketing_phone'], address },
		],
		[],
		undefined,
	);
	const confirmed = consent['opt_in_level'] === 'confirmed_opt_in';
	return {
		level: state === 'pending' || (state === 'optedIn' && confirmed) ? 'double' : 'single',
		origin: state === 'optedOut' || from === 'SHOPIFY' ? 'person' : 'admin',
		proof: { text: `Shopify: ${told}, ${asString(consent['opt_in_level']) ?? 'no level'}` },
		told,
		...defined({ phone, state, occurredAt: timeOf(consent['consent_updated_at']) }),
	};
}

/** The payload is a customer, or something that has one. */
function customerOf(payload: JsonObject): JsonObject | undefined {
	const inner = asObject(payload['customer']);
	if ('sms_marketing_consent' in payload) return payload;
	return 'sms_marketing_consent' in inner ? inner : undefined;
}

/** What a checkbox in a WooCommerce checkout leaves in `meta_data`, by the plugins that write it. */
const ticked = ['1', 'yes', 'true', 'on'];

/**
 * The checkbox of a WooCommerce order (REST API v3, `meta_data`): who ticked it opted in when they ordered. One
 * that was left empty says nothing, because a person who agreed before does not take it back so.
 */
export function woocommerceConsent(value: unknown, field: string): ShopConsent | undefined {
	const payload = payloadOf(value);
	if (!payload || !Array.isArray(payload['meta_data'])) return undefined;
	const billing = asObject(payload['billing']);
	const { phone } = personOf([{ phone: billing['phone'], address: billing }], [], undefined);
	const told = metaOf(payload, field)?.toLowerCase() ?? 'none';
	const gmt = asString(payload['date_created_gmt']);
	return {
		level: 'single',
		origin: 'person',
		proof: defined({
			text: plain(metaOf(payload, `${field}_text`)),
			url: siteOf(asString(payload['payment_url'])),
		}),
		told,
		...defined({
			phone,
			state: ticked.includes(told) ? ('optedIn' as const) : undefined,
			occurredAt: timeOf(gmt),
		}),
	};
}

/** Times without an offset are in UTC: WooCommerce writes `_gmt` so. */
function timeOf(value: unknown): string | undefined {
	const at = parseTime(asString(value) ?? '', 'Z');
	return at === undefined ? undefined : new Date(at).toISOString();
}
