import type { ProviderSettings } from '../../settings';
import type { Delivery, Verdict } from '../../webhook/delivery';
import {
	secretList,
	verifyAll,
	verifyBasic,
	verifyHmac,
	verifyOwnHeader,
	verifyPair,
} from '../../webhook/secrets';
import { infobipOptions } from './options';

/**
 * Infobip proves itself as the notification profile of the subscription says: with Basic
 * authentication, with a static header, or with an HMAC whose header the documents do not name, so
 * that it is a setting. Everything that is set must hold, and what is set by half holds for nothing.
 */
export function verify(delivery: Delivery, settings: ProviderSettings): Verdict {
	const { webhook = {} } = settings;
	const { hmac } = infobipOptions(settings);
	const secrets = secretList(webhook.secret);
	return verifyAll([
		verifyBasic(delivery, webhook),
		verifyOwnHeader(delivery, webhook),
		verifyPair(hmac, secrets.length > 0 ? secrets : undefined, (scheme, keys) =>
			verifyHmac(delivery, scheme, keys),
		),
	]);
}
