import { asObject, asString, type JsonObject, parseJson } from '../../json';
import type { Delivery } from '../../webhook/delivery';

/**
 * The bytes of a webhook that are signed and tell what happened: the decoded `message.data` of its
 * Pub/Sub envelope, or the whole body where there is none. Nothing else of an envelope is signed.
 */
export function payloadOf(delivery: Delivery): Buffer {
	const { data } = envelopeOf(delivery);
	return typeof data === 'string' ? Buffer.from(data, 'base64') : delivery.body;
}

/** When Google took note of what happened; not signed. Many events tell no time of their own. */
export function publishTime(delivery: Delivery): string | undefined {
	return asString(envelopeOf(delivery)['publishTime']);
}

function envelopeOf({ body }: Delivery): JsonObject {
	return asObject(asObject(parseJson(body.toString('utf8')))['message']);
}
