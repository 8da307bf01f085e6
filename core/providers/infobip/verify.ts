import type { ProviderSettings } from '../../settings';
import type { Delivery, Verdict } from '../../webhook/delivery';
import { basicAuth, secretList, verifyHeader, verifyHmac } from '../../webhook/secrets';

/**
 * Infobip proves itself as the notification profile of the subscription says: with Basic
 * authentication, with a static header, or with an HMAC whose header the documents do not name, so
 * that it is a setting. Everything that is set must hold.
 */
export function verify(delivery: Delivery, settings: ProviderSettings): Verdict {
	const { username, password, headerName, headerValue, secret } = settings.webhook ?? {};
	const checks: Verdict[] = [];
	if (username && password)
		checks.push(verifyHeader(delivery, 'authorization', [basicAuth(username, password)]));
	if (headerName && headerValue) checks.push(verifyHeader(delivery, headerName, [headerValue]));
	const { hmac } = settings.options ?? {};
	const secrets = secretList(secret);
	if (hmac && secrets.length > 0) checks.push(verifyHmac(delivery, hmac, secrets));
	if (checks.length === 0) return { verified: 'notConfigured' };
	return checks.find(({ verified }) => verified === 'failed') ?? { verified: 'ok' };
}
