import { asArray, asNumber, asObject, asString, defined, type JsonObject } from '../json';
import { shopifyMoney } from './money';
import { plain } from './plain';
import type { Line } from './sale';
import { webAddress } from './webAddress';

/**
 * The line items of a checkout, an order or a fulfillment. Those that were removed or refunded from an order
 * have `current_quantity` 0 and are no lines. The REST shapes, which webhooks have too, list no picture of a
 * line: Shopify's staff refer to GraphQL for it (community.shopify.com, "Get order image"). What an app adds as
 * `image_url` or `image.src` is taken.
 */
export function shopifyLines(payload: JsonObject): Line[] {
	return asArray(payload['line_items']).flatMap((entry) => {
		const line = asObject(entry);
		const quantity = asNumber(line['current_quantity']) ?? asNumber(line['quantity']) ?? 1;
		const title = plain(line['title']) ?? plain(line['presentment_title']) ?? plain(line['name']);
		if (title === undefined || quantity <= 0) return [];
		const variant = plain(line['variant_title']) ?? plain(line['presentment_variant_title']);
		return [
			{
				title,
				quantity,
				keys: ['variant_id', 'product_id', 'sku'].flatMap((key) => asString(line[key]) ?? []),
				...defined({
					variant: variant === 'Default Title' ? undefined : variant,
					price: shopifyMoney(line, 'price', payload['currency']),
					picture: pictureOf(line),
				}),
			},
		];
	});
}

/** Whether a payload has line items that were removed or refunded. */
export function hasRemovedLines(payload: JsonObject): boolean {
	return asArray(payload['line_items']).some(
		(entry) => asNumber(asObject(entry)['current_quantity']) === 0,
	);
}

export function pictureOf(line: JsonObject): string | undefined {
	const { image_url: url, image } = line;
	return webAddress(url) ?? webAddress(image) ?? webAddress(asObject(image)['src']);
}

/** `https://shop.example.com` of any page of the shop. */
export function siteOf(url: string | undefined): string | undefined {
	return /^https?:\/\/[^/?#]+/.exec(url ?? '')?.[0];
}

export function firstCode(codes: unknown): string | undefined {
	return plain(asObject(asArray(codes)[0])['code']);
}
