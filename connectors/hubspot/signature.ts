import { createHmac } from 'node:crypto';
import type { Delivery, Verdict } from '../../core/webhook/delivery';
import { sameSecret, secretList, verifyAge } from '../../core/webhook/secrets';

const SIGNATURE = 'x-hubspot-signature-v3';
const TIMESTAMP = 'x-hubspot-request-timestamp';
const MAX_AGE_SECONDS = 300;

/**
 * Whether HubSpot sent a request: the webhooks of an app, and those of a workflow. `secret` is the client
 * secret of the app, or several while one is being replaced. Only version 3 counts: the older ones that
 * come beside it have no time, so that whoever recorded a request could repeat it for ever.
 *
 * `delivery.url` has to be the address as HubSpot knows it. Written after HubSpot's document, not tried
 * against HubSpot.
 *
 * @see https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 */
export function verifyHubspot(
	delivery: Delivery,
	secret: string | readonly string[] | undefined,
	now: Date,
): Verdict {
	const secrets = secretList(secret);
	if (secrets.length === 0) return { verified: 'notConfigured' };
	const signature = delivery.headers[SIGNATURE];
	const timestamp = delivery.headers[TIMESTAMP];
	if (!signature || !timestamp) return { verified: 'failed', reason: 'missing' };
	const isSigned =
		isMilliseconds(timestamp) &&
		secrets.some((key) => sameSecret(signature, signatureOf(delivery, timestamp, key)));
	if (!isSigned) return { verified: 'failed', reason: 'mismatch' };
	return verifyAge(new Date(Number(timestamp)).toISOString(), now, MAX_AGE_SECONDS);
}

/** Nothing else: what is signed has no separators, and a digit of the body is none of the time. */
function isMilliseconds(timestamp: string): boolean {
	return /^[1-9]\d{12}$/.test(timestamp);
}

function signatureOf({ method, url, body }: Delivery, timestamp: string, secret: string): string {
	return createHmac('sha256', secret)
		.update(`${method.toUpperCase()}${signedUri(url)}`)
		.update(body)
		.update(timestamp)
		.digest('base64');
}

/** `:/?@!$'()*,;`, which are signed as themselves however they travel. */
const ENCODED = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

function signedUri(url: string): string {
	const [uri = ''] = url.split('#');
	return uri.replace(ENCODED, (code) => String.fromCharCode(parseInt(code.slice(1), 16)));
}
