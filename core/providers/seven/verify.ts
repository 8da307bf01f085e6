import type { ProviderSettings } from '../../settings';
import type { Delivery, Verdict } from '../../webhook/delivery';
import {
	sameSecret,
	secretList,
	verifyAge,
	verifyAll,
	verifyOwnHeader,
} from '../../webhook/secrets';
import { signatureOf } from './signature';
import { timeOf } from './time';

/** As old as seven.io's own client lets a webhook be. */
const MAX_AGE_SECONDS = 300;

/**
 * seven.io signs its webhooks with the signing key of the account, and sends the headers that a hook was
 * registered with. Everything that is set must hold, and what is set by half holds for nothing.
 */
export function verify(delivery: Delivery, settings: ProviderSettings, now: Date): Verdict {
	const { webhook = {} } = settings;
	const keys = secretList(webhook.secret);
	const maxAge = webhook.maxAgeSeconds ?? MAX_AGE_SECONDS;
	return verifyAll([
		verifyOwnHeader(delivery, webhook),
		keys.length > 0 ? verifySignature(delivery, keys, now, maxAge) : undefined,
	]);
}

/** The age counts only of a time that is signed, so the signature is checked first. */
function verifySignature(
	delivery: Delivery,
	keys: readonly string[],
	now: Date,
	maxAgeSeconds: number,
): Verdict {
	const { headers, method, body } = delivery;
	const timestamp = headers['x-timestamp'];
	const nonce = headers['x-nonce'];
	const signature = headers['x-signature']?.trim().toLowerCase();
	if (!timestamp || !nonce || !signature) return { verified: 'failed', reason: 'missing' };
	const isSigned = signedUrls(delivery.url).some((url) =>
		keys.some((key) =>
			sameSecret(signature, signatureOf({ timestamp, nonce, method, url, body }, key)),
		),
	);
	if (!isSigned) return { verified: 'failed', reason: 'mismatch' };
	return verifyAge(timeOf(timestamp), now, maxAgeSeconds);
}

/** The document signs the complete URL; the example of seven.io's client has its path and query. */
function signedUrls(url: string): string[] {
	const path = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '') || '/';
	return [url, path];
}
