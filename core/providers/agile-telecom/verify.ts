import type { ProviderSettings } from '../../settings';
import type { Delivery, Verdict } from '../../webhook/delivery';
import { basicAuth, secretList, verifyHeader, verifyUrlToken } from '../../webhook/secrets';

const HALF_SET: Verdict = { verified: 'failed', reason: 'missing' };

/** The parameter of the webhook URL that holds the token. */
const PARAMETER = 'token';

/**
 * Agile Telecom signs nothing, but calls the URL as it was entered: with a token in its query, with a
 * user name and password, or through a proxy that adds a header. Everything that is set must hold,
 * and what is set by half holds for nothing.
 */
export function verify(delivery: Delivery, settings: ProviderSettings): Verdict {
	const { username, password, headerName, headerValue, secret } = settings.webhook ?? {};
	const tokens = secretList(secret);
	const checks: Verdict[] = [];
	if (tokens.length > 0) checks.push(verifyUrlToken(delivery, PARAMETER, tokens));
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
	if (checks.length === 0) return { verified: 'notConfigured' };
	return checks.find(({ verified }) => verified === 'failed') ?? { verified: 'ok' };
}
