import { asString, parseJson } from '../../json';
import type { ProviderSettings } from '../../settings';
import type { Delivery, Verdict } from '../../webhook/delivery';
import { secretList, verifyAge, verifyHmac } from '../../webhook/secrets';
import { envelopesIn, timeOf } from './envelope';
import { restOptions, type RestOptions } from './options';
import { readTime } from './read';

type Scheme = RestOptions['signature'];

/**
 * By default `X-Signature` is the hex HMAC-SHA256 of the raw body; the options may say otherwise. With
 * `maxAgeSeconds`, what was signed long ago is refused: by the time in its header where the scheme has
 * one, else by that of the newest event in the signed body.
 */
export function verify(delivery: Delivery, settings: ProviderSettings, now: Date): Verdict {
	const { secret, maxAgeSeconds } = settings.webhook ?? {};
	const secrets = secretList(secret);
	if (secrets.length === 0) return { verified: 'notConfigured' };
	const scheme = restOptions(settings).signature;
	const signed = signedPart(delivery, scheme);
	const verdict = signed ? verifyHmac(signed, scheme, secrets) : missing;
	if (verdict.verified !== 'ok' || maxAgeSeconds === undefined) return verdict;
	return verifyAge(signedAt(delivery, scheme), now, maxAgeSeconds);
}

const missing: Verdict = { verified: 'failed', reason: 'missing' };

/** The delivery with the bytes that were signed as its body, and the bare signature in its header. */
function signedPart(delivery: Delivery, scheme: Scheme): Delivery | undefined {
	const { prefix, timestampHeader } = scheme;
	const name = scheme.header.toLowerCase();
	const value = delivery.headers[name] ?? '';
	// Without its prefix it is another header than agreed on; unchanged it matches no signature.
	const signature = value.startsWith(prefix) ? value.slice(prefix.length) : value;
	const headers = { ...delivery.headers, [name]: signature };
	if (!timestampHeader) return { ...delivery, headers };
	const time = delivery.headers[timestampHeader.toLowerCase()];
	if (!time) return undefined;
	return { ...delivery, headers, body: Buffer.concat([Buffer.from(`${time}.`), delivery.body]) };
}

function signedAt({ headers, body }: Delivery, { timestampHeader }: Scheme): string | undefined {
	if (timestampHeader) return readTime(asString(headers[timestampHeader.toLowerCase()]));
	const times = envelopesIn(parseJson(body.toString('utf8'))).flatMap(
		(envelope) => readTime(timeOf(envelope)) ?? [],
	);
	return times.sort().at(-1);
}
