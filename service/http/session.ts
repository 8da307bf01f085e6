import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TokenConfig } from '../config/schema';

/**
 * The web page is given a cookie in place of its token: scripts cannot read it, and other sites cannot use
 * it. It is signed with the token itself, so every process knows it and it ends when the token is changed.
 */
export const SESSION_COOKIE = 'rcs_page';

/** How long nobody has to log in again. */
export const SESSION_SECONDS = 12 * 3600;

/** The value of the cookie that stands for a token. `now`: milliseconds. */
export function makeSession(token: TokenConfig, now: number): string {
	const told = `${Buffer.from(token.name).toString('base64url')}.${now + SESSION_SECONDS * 1000}`;
	return `${told}.${signature(token, told)}`;
}

/** The token that a cookie stands for; nothing when it is over, or not ours. */
export function tokenOf(
	session: string,
	tokens: readonly TokenConfig[],
	now: number,
): TokenConfig | undefined {
	const [, told = '', name = '', end = '', signed = ''] =
		/^(([\w-]+)\.(\d{1,15}))\.([\w-]+)$/.exec(session) ?? [];
	if (!(Number(end) > now)) return undefined;
	return tokens.find(
		(token) =>
			Buffer.from(token.name).toString('base64url') === name &&
			same(signature(token, told), signed),
	);
}

function signature({ token }: TokenConfig, told: string): string {
	return createHmac('sha256', `page session ${token}`).update(told).digest('base64url');
}

function same(a: string, b: string): boolean {
	return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
