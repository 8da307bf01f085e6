import type { ProviderSettings } from '../../settings';
import type { Delivery, Verdict } from '../../webhook/delivery';
import { infobipOptions } from './options';
import { basicAuth, secretList, verifyHeader, verifyHmac } from '../../webhook/secrets';

const HALF_SET: Verdict = { verified: 'failed', reason: 'missing' };

/**
 * Infobip proves itself as the notification profile of the subscription says: with Basic
 * authentication, with a static header, or with an HMAC whose header the documents do not name, so
 * that it is a setting. Everything that is set must hold, and what is set by half holds for nothing.
 */
export function verify(delivery: Delivery, settings: ProviderSettings): Verdict {
	const { username, password, headerName, headerValue, secret } = settings.webhook ?? {};
	const { hmac } = infobipOptions(settings);
	const secrets = secretList(secret);
	const checks: Verdict[] = [];
	if (username || password)
		checks.push(
			username && password
				? verifyHeader(delivery, 'authorization', [basicAuth(username, password)])
				: HALF_SET,
		);
	if (headerName || headerValue)
		checks.push(
			headerName && headerValue ? verifyHeader(delivery, headerName, [headerValue]) : HALF_SET,
		);
	if (hmac || secrets.length > 0)
		checks.push(hmac && secrets.length > 0 ? verifyHmac(delivery, hmac, secrets) : HALF_SET);
	if (checks.length === 0) return { verified: 'notConfigured' };
	return checks.find(({ verified }) => verified === 'failed') ?? { verified: 'ok' };
}
