import { asNumber, asObject, asString, type JsonObject } from '../json';
import type { Money } from './sale';

/** The amount as people of a language write it: `£49.00`, `49,00 €`, `¥4,900`. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
	return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount);
}

/** An amount in a currency; nothing where one of both is missing. */
export function moneyOf(amount: unknown, currency: unknown): Money | undefined {
	const number = asNumber(amount);
	const code = asString(currency)?.toUpperCase();
	if (number === undefined || code === undefined || !/^[A-Z]{3}$/.test(code)) return undefined;
	return { amount: number, currency: code };
}

/** A Shopify amount as the customer saw it: `price_set.presentment_money`, else `price` in the shop's currency. */
export function shopifyMoney(from: JsonObject, name: string, currency: unknown): Money | undefined {
	const seen = asObject(asObject(from[`${name}_set`])['presentment_money']);
	return moneyOf(seen['amount'], seen['currency_code']) ?? moneyOf(from[name], currency);
}
