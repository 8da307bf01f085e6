import type { ProviderSettings } from '../../settings';
import type { Delivery, Verdict } from '../../webhook/delivery';
import {
	secretList,
	verifyAll,
	verifyBasic,
	verifyOwnHeader,
	verifyUrlToken,
} from '../../webhook/secrets';

/** The parameter of the webhook URL that holds the token. */
const PARAMETER = 'token';

/**
 * Agile Telecom signs nothing, but calls the URL as it was entered: with a token in its query, with a
 * user name and password, or through a proxy that adds a header. Everything that is set must hold,
 * and what is set by half holds for nothing.
 */
export function verify(delivery: Delivery, settings: ProviderSettings): Verdict {
	const { webhook = {} } = settings;
	const tokens = secretList(webhook.secret);
	return verifyAll([
		tokens.length > 0 ? verifyUrlToken(delivery, PARAMETER, tokens) : undefined,
		verifyBasic(delivery, webhook),
		verifyOwnHeader(delivery, webhook),
	]);
}
