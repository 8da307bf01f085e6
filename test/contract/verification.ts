import type { Provider } from '../../core/provider';
import { NOW } from '../fixtures/messages';
import type { ProviderFixtures, Scheme } from '../fixtures/types';
import { arrived } from './arrived';

/** A webhook counts only with the provider's proof, in every way the provider can give one. */
export function verificationContract(provider: Provider, fixtures: ProviderFixtures): void {
	test('the fixtures have every scheme of the profile', () => {
		expect(fixtures.schemes.map(({ name }) => name).sort()).toEqual(
			[...provider.profile.webhookAuth].sort(),
		);
	});

	test('without a secret nothing is checked, and that is said', () => {
		const { auth, ...settings } = fixtures.settings;
		expect(provider.webhook.verify(arrived('{}'), settings, NOW)).toEqual({
			verified: 'notConfigured',
		});
		const empty = { ...settings, webhook: { secret: '' } };
		expect(provider.webhook.verify(arrived('{}'), empty, NOW)).toEqual({
			verified: 'notConfigured',
		});
		expect(auth).toBeDefined();
	});

	describe.each(fixtures.schemes)('$name', (scheme) => schemeContract(provider, fixtures, scheme));
}

/** What a webhook carries to prove that it is the provider's own. */
interface Proof {
	headers: Record<string, string>;
	url?: string | undefined;
}

function schemeContract(provider: Provider, fixtures: ProviderFixtures, scheme: Scheme): void {
	const body = Buffer.from(fixtures.inboundText('Grüße 👋'));
	const one = scheme.settings(['first-secret']);
	const signed = proofOf('first-secret');

	function proofOf(secret: string, bytes: Buffer = body): Proof {
		return { headers: scheme.headers(bytes, secret), url: scheme.url?.(secret) };
	}

	function verdict(settings = one, bytes: Buffer = body, { headers, url } = signed, now = NOW) {
		return provider.webhook.verify(arrived(bytes, headers, url), settings, now);
	}

	test('its own proof is ok', () => {
		expect(verdict()).toEqual({ verified: 'ok' });
	});

	test('another secret is not', () => {
		const forged = proofOf('other-secret');
		expect(verdict(one, body, forged)).toEqual({ verified: 'failed', reason: 'mismatch' });
		expect(verdict(scheme.settings(['other-secret']))).toEqual({
			verified: 'failed',
			reason: 'mismatch',
		});
	});

	test('a proof with a byte more or less is not', () => {
		const wrong = (value: string) => [`${value}0`, value.slice(0, -1), value.slice(1)];
		const forgeries = [
			...Object.entries(signed.headers).flatMap(([name, value]) =>
				wrong(value).map((other) => ({ headers: { ...signed.headers, [name]: other } })),
			),
			...(scheme.url ? wrong('first-secret').map((token) => proofOf(token)) : []),
		];
		expect(forgeries).not.toEqual([]);
		for (const forged of forgeries)
			expect(verdict(one, body, forged)).toEqual({ verified: 'failed', reason: 'mismatch' });
	});

	test('no proof is not', () => {
		const missing = { verified: 'failed', reason: 'missing' };
		expect(verdict(one, body, { headers: {} })).toEqual(missing);
		const headers = Object.fromEntries(Object.keys(signed.headers).map((name) => [name, '']));
		expect(verdict(one, body, { headers, url: scheme.url?.('') })).toEqual(missing);
	});

	if (scheme.coversBody)
		test('a body changed by one byte is not', () => {
			for (let at = 0; at < body.length; at += 7) {
				const changed = Buffer.from(body);
				changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
				expect(verdict(one, changed)).toEqual({ verified: 'failed', reason: 'mismatch' });
			}
			expect(verdict(one, Buffer.concat([body, Buffer.from('\n')]))).toMatchObject({
				verified: 'failed',
			});
		});

	if (scheme.rotates)
		test('while a secret is being replaced, both count, and the old one no longer after that', () => {
			const both = scheme.settings(['first-secret', 'second-secret']);
			expect(verdict(both)).toEqual({ verified: 'ok' });
			const renewed = proofOf('second-secret');
			expect(verdict(both, body, renewed)).toEqual({ verified: 'ok' });
			expect(verdict(scheme.settings(['second-secret']))).toMatchObject({ verified: 'failed' });
		});

	const { bodyAt, maxAgeSeconds } = scheme;
	if (bodyAt && maxAgeSeconds !== undefined)
		test('stale and future events are refused where an age is set', () => {
			const dated = { ...one, webhook: { ...one.webhook, maxAgeSeconds } };
			const at = (secondsAgo: number) => {
				const bytes = bodyAt(new Date(NOW.getTime() - secondsAgo * 1000).toISOString());
				const proof = proofOf('first-secret', bytes);
				return { aged: verdict(dated, bytes, proof), ageless: verdict(one, bytes, proof) };
			};
			expect(at(0).aged).toEqual({ verified: 'ok' });
			expect(at(maxAgeSeconds).aged).toEqual({ verified: 'ok' });
			expect(at(maxAgeSeconds + 1).aged).toEqual({ verified: 'failed', reason: 'stale' });
			expect(at(-300).aged).toEqual({ verified: 'ok' });
			expect(at(-301).aged).toEqual({ verified: 'failed', reason: 'future' });
			expect(at(1_000_000).ageless).toEqual({ verified: 'ok' });
			const undated = Buffer.from('{}');
			expect(verdict(dated, undated, proofOf('first-secret', undated))).toEqual({
				verified: 'failed',
				reason: 'missing',
			});
		});
}
