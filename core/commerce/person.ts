import { asObject, asString, defined, type JsonObject } from '../json';
import { countryCode, toE164 } from '../message/phone';
import { plain } from './plain';
import type { Person } from './sale';

/** Where a payload may name a phone number, and the address whose country the number is written for. */
export interface PhoneAt {
	phone: unknown;
	address: JsonObject;
}

/** Who the payload is about: the first number that is one in its address's country, and what else is told. */
export function personOf(
	phones: readonly PhoneAt[],
	people: readonly JsonObject[],
	email: unknown,
): Person {
	const countries = phones.map(({ address }) => countryOf(address));
	const country = countries.find((code) => code !== undefined);
	const numbers = phones.map(({ phone }, i) =>
		toE164(asString(phone) ?? '', countries[i] ?? country),
	);
	const first = (name: string) =>
		people.map((one) => plain(one[name])).find((found) => found !== undefined);
	const firstName = first('first_name');
	const full = [firstName, first('last_name')].filter(Boolean).join(' ');
	return defined({
		firstName,
		name: first('name') ?? (full || undefined),
		phone: numbers.find((number) => number !== undefined),
		email: asString(email),
		country,
	});
}

/** Shopify names it `country_code`, WooCommerce `country`. */
function countryOf(address: JsonObject): string | undefined {
	const code = asString(address['country_code']) ?? asString(address['country']) ?? '';
	return countryCode(code);
}

/** The person of a Shopify checkout or order, by what they gave for this purchase first. */
export function shopifyPerson(payload: JsonObject): Person {
	const shipping = asObject(payload['shipping_address']);
	const billing = asObject(payload['billing_address']);
	const customer = asObject(payload['customer']);
	const usual = asObject(customer['default_address']);
	const home = Object.keys(shipping).length > 0 ? shipping : billing;
	return personOf(
		[
			{ phone: payload['phone'], address: home },
			{ phone: shipping['phone'], address: shipping },
			{ phone: payload['sms_marketing_phone'], address: home },
			{ phone: customer['phone'], address: home },
			{ phone: billing['phone'], address: billing },
			{ phone: usual['phone'], address: usual },
		],
		[shipping, customer, billing, usual],
		payload['email'] ?? customer['email'],
	);
}
