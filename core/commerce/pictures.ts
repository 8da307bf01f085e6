import { asArray, asObject, asString, isObject, lookUp } from '../json';
import type { Line } from './sale';

/** Addresses of pictures by id of product or variant, or by SKU. */
export type Pictures = Readonly<Record<string, string>>;

/**
 * Pictures as people can give them: an object of id and address, or products as Shopify and WooCommerce list
 * them (`id`, `image.src` or `images[].src`).
 */
export function picturesFrom(given: unknown): Pictures {
	const entries = Array.isArray(given)
		? given.flatMap((product) => ofProduct(asObject(product)))
		: Object.entries(asObject(given)).flatMap(([id, url]) => pair(id, url));
	return Object.fromEntries(entries);
}

function ofProduct(product: Readonly<Record<string, unknown>>): [string, string][] {
	const images = asArray(product['images']).map(asObject);
	const main = asString(asObject(product['image'])['src']) ?? images[0]?.['src'];
	const ofVariants = images.flatMap(({ variant_ids: ids, src }) =>
		asArray(ids).flatMap((id) => pair(id, src)),
	);
	return [...pair(product['id'], main), ...pair(product['sku'], main), ...ofVariants];
}

function pair(id: unknown, value: unknown): [string, string][] {
	const key = asString(id);
	const url = isObject(value) ? asString(value['src']) : asString(value);
	return key !== undefined && url !== undefined ? [[key, url]] : [];
}

export function pictureFor(line: Line | undefined, pictures: Pictures): string | undefined {
	const listed = line?.keys.map((key) => lookUp(pictures, key)).find((url) => url !== undefined);
	return listed ?? line?.picture;
}
