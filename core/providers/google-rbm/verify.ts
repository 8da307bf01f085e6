import { asObject, asString, parseJson } from '../../json';
import type { ProviderSettings } from '../../settings';
import type { Delivery, Reply, Verdict } from '../../webhook/delivery';
import { sameSecret, secretList, verifyAge, verifyHmac } from '../../webhook/secrets';
import { payloadOf } from './payload';

const SCHEME = { header: 'X-Goog-Signature', algorithm: 'sha512', encoding: 'base64' } as const;

/**
 * `X-Goog-Signature` is the base64 HMAC-SHA512 of the decoded payload with the client token. The signed
 * `sendTime` is checked where `maxAgeSeconds` is set; events without one are refused then.
 */
export function verify(delivery: Delivery, settings: ProviderSettings, now: Date): Verdict {
	const { secret, maxAgeSeconds } = settings.webhook ?? {};
	const secrets = secretList(secret);
	if (secrets.length === 0) return { verified: 'notConfigured' };
	const payload = payloadOf(delivery);
	const verdict = verifyHmac({ ...delivery, body: payload }, SCHEME, secrets);
	if (verdict.verified !== 'ok' || maxAgeSeconds === undefined) return verdict;
	const { sendTime } = asObject(parseJson(payload.toString('utf8')));
	return verifyAge(asString(sendTime), now, maxAgeSeconds);
}

/**
 * When a webhook is set up, Google posts `{clientToken, secret}` and wants the secret back. Only who
 * knows our client token is answered.
 */
export function handshake(delivery: Delivery, settings: ProviderSettings): Reply | undefined {
	const { clientToken, secret } = asObject(parseJson(delivery.body.toString('utf8')));
	if (typeof clientToken !== 'string' || typeof secret !== 'string') return undefined;
	const known = secretList(settings.webhook?.secret);
	if (!known.some((token) => sameSecret(token, clientToken))) return undefined;
	const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
	return { status: 200, headers, body: secret };
}
