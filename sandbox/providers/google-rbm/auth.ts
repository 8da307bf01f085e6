import { createPublicKey, randomUUID, verify } from 'node:crypto';

import { isObject, type JsonObject } from '../../json';
import { demoAccount, demoToken } from './demoAccount';

const SCOPE = 'https://www.googleapis.com/auth/rcsbusinessmessaging';
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const TOKEN_LIFE_SECONDS = 3599;
const LONGEST_CLAIM_SECONDS = 3600;
const CLOCK_SKEW_SECONDS = 300;

const publicKey = createPublicKey(demoAccount.privateKey);

/** What the token endpoint answers with status 400 (RFC 6749 5.2). */
interface TokenError {
	error: string;
	error_description: string;
}

type TokenAnswer = { ok: true; body: object } | { ok: false; body: TokenError };

export interface Auth {
	/** Whether an Authorization header opens the account. */
	admits(header: string | undefined): boolean;
	/** The answer of the token endpoint; `path` is its own, which the claim must name. */
	issue(form: URLSearchParams, path: string): TokenAnswer;
	reset(): void;
}

/** Service accounts: a JWT signed with the account's key buys a token for an hour. */
export function createAuth(): Auth {
	const issued = new Map<string, number>();
	return {
		admits(header = '') {
			const token = /^Bearer (\S+)$/.exec(header)?.[1] ?? '';
			return token === demoToken || (issued.get(token) ?? 0) > Date.now();
		},
		issue(form, path) {
			const problem = problemOf(form, path);
			if (problem) return { ok: false, body: problem };
			const token = randomUUID();
			issued.set(token, Date.now() + TOKEN_LIFE_SECONDS * 1000);
			const body = { access_token: token, expires_in: TOKEN_LIFE_SECONDS, token_type: 'Bearer' };
			return { ok: true, body };
		},
		reset: () => issued.clear(),
	};
}

function problemOf(form: URLSearchParams, path: string): TokenError | undefined {
	if (form.get('grant_type') !== GRANT_TYPE)
		return refuse('unsupported_grant_type', 'Invalid grant_type');
	const [header = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.');
	const { alg } = decode(header);
	const { iss, scope, aud, iat, exp } = decode(claims);
	if (iss !== demoAccount.clientEmail)
		return refuse('invalid_grant', 'Invalid grant: account not found');
	const signed = Buffer.from(`${header}.${claims}`);
	if (alg !== 'RS256' || !verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url')))
		return refuse('invalid_grant', 'Invalid JWT Signature.');
	if (typeof aud !== 'string' || !URL.canParse(aud) || new URL(aud).pathname !== path)
		return refuse('invalid_grant', 'Invalid JWT: Failed audience check.');
	if (!isTimely(iat, exp))
		return refuse(
			'invalid_grant',
			'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.',
		);
	if (typeof scope !== 'string' || !scope.split(' ').includes(SCOPE))
		return refuse('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
	return undefined;
}

function isTimely(iat: unknown, exp: unknown): boolean {
	if (typeof iat !== 'number' || typeof exp !== 'number') return false;
	const now = Date.now() / 1000;
	return exp > now && exp - iat <= LONGEST_CLAIM_SECONDS && iat <= now + CLOCK_SKEW_SECONDS;
}

function decode(part: string): JsonObject {
	try {
		const json: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
		return isObject(json) ? json : {};
	} catch {
		return {};
	}
}

const refuse = (error: string, words: string): TokenError => ({ error, error_description: words });
