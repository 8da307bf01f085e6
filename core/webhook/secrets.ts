import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { parseTime } from '../message/time';
import type { WebhookSettings } from '../settings';
import type { Delivery, Verdict } from './delivery';

/** Everything that is set must hold. A check that is `undefined` is not set. */
export function verifyAll(checks: readonly (Verdict | undefined)[]): Verdict {
	const made = checks.filter((check) => check !== undefined);
	if (made.length === 0) return { verified: 'notConfigured' };
	return made.find(({ verified }) => verified === 'failed') ?? { verified: 'ok' };
}

/** A check that takes two settings. What is set by half holds for nothing. */
export function verifyPair<A, B>(
	first: A | undefined,
	second: B | undefined,
	check: (first: A, second: B) => Verdict,
): Verdict | undefined {
	if (!first && !second) return undefined;
	return first && second ? check(first, second) : { verified: 'failed', reason: 'missing' };
}

/** Checks the user name and password of the settings, where they are set. */
export function verifyBasic(
	delivery: Delivery,
	{ username, password }: WebhookSettings,
): Verdict | undefined {
	return verifyPair(username, password, (user, secret) =>
		verifyHeader(delivery, 'authorization', [basicAuth(user, secret)]),
	);
}

/** Checks the header of the settings, where it is set. */
export function verifyOwnHeader(
	delivery: Delivery,
	{ headerName, headerValue }: WebhookSettings,
): Verdict | undefined {
	return verifyPair(headerName, headerValue, (name, value) =>
		verifyHeader(delivery, name, [value]),
	);
}

/** Compares without telling by its duration where two texts differ. */
export function sameSecret(a: string, b: string): boolean {
	return timingSafeEqual(sha256(a), sha256(b));
}

function sha256(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}

/** The secrets that count now: more than one while an old one is being replaced. */
export function secretList(secret: string | readonly string[] | undefined): string[] {
	return [secret ?? []].flat().filter((value) => value !== '');
}

/** Checks a header that must hold one of some values. */
export function verifyHeader(
	delivery: Delivery,
	header: string,
	expected: readonly string[],
): Verdict {
	return verifyValue(delivery.headers[header.toLowerCase()], expected);
}

/** Checks a parameter of the query of the URL that was called. */
export function verifyUrlToken(
	{ url }: Delivery,
	parameter: string,
	expected: readonly string[],
): Verdict {
	const query = new URLSearchParams(url.replace(/^[^?]*\??/, ''));
	return verifyValue(query.get(parameter) ?? undefined, expected);
}

function verifyValue(actual: string | undefined, expected: readonly string[]): Verdict {
	if (!actual) return { verified: 'failed', reason: 'missing' };
	return expected.some((value) => sameSecret(actual, value))
		? { verified: 'ok' }
		: { verified: 'failed', reason: 'mismatch' };
}

/** The value of an `Authorization: Basic` header (RFC 7617). */
export function basicAuth(username: string, password: string): string {
	return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

export const hmacAlgorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
export type HmacAlgorithm = (typeof hmacAlgorithms)[number];

export interface HmacScheme {
	header: string;
	algorithm: HmacAlgorithm;
	encoding: 'hex' | 'base64';
}

/** Checks an HMAC over the raw body against each secret. */
export function verifyHmac(
	delivery: Delivery,
	scheme: HmacScheme,
	secrets: readonly string[],
): Verdict {
	const header = delivery.headers[scheme.header.toLowerCase()];
	if (!header) return { verified: 'failed', reason: 'missing' };
	const actual = scheme.encoding === 'hex' ? header.trim().toLowerCase() : header.trim();
	const matches = secrets.some((secret) =>
		sameSecret(
			actual,
			createHmac(scheme.algorithm, secret).update(delivery.body).digest(scheme.encoding),
		),
	);
	return matches ? { verified: 'ok' } : { verified: 'failed', reason: 'mismatch' };
}

/** How far in the future a sender's clock may be. */
const CLOCK_SKEW_SECONDS = 300;

/** Refuses a time that is too old, or that a clock could not have shown yet. */
export function verifyAge(at: string | undefined, now: Date, maxAgeSeconds: number): Verdict {
	const time = parseTime(at ?? '', 'Z');
	if (time === undefined) return { verified: 'failed', reason: 'missing' };
	const age = (now.getTime() - time) / 1000;
	if (age > maxAgeSeconds) return { verified: 'failed', reason: 'stale' };
	if (age < -CLOCK_SKEW_SECONDS) return { verified: 'failed', reason: 'future' };
	return { verified: 'ok' };
}
