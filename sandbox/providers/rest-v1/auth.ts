import { randomUUID } from 'node:crypto';

import { compile } from '../../validation';
import { anyString, object } from '../schema';

/** The demo account. These are not secrets: they open nothing but this sandbox. */
const account = { apiKey: 'sandbox-rest-v1-key', clientId: 'sandbox', clientSecret: 'sandbox' };

const TOKEN_LIFE_SECONDS = 3600;

const isLogin = compile<{ client_id: string; client_secret: string }>(
	object({ 'client_id!': anyString, 'client_secret!': anyString, scope: anyString }),
);
const isRefresh = compile<{ refresh_token: string }>(object({ 'refresh_token!': anyString }));

export interface Auth {
	/** Whether an Authorization header opens the account: the API key or a token that is still good. */
	admits(header: string | undefined): boolean;
	/** The tokens for a client; undefined for a wrong one. */
	login(body: unknown): object | undefined;
	basic(header: string | undefined): object | undefined;
	/** New tokens for a refresh token, which is used up by that; undefined for one that is not good. */
	refresh(body: unknown): object | undefined;
	/** Access tokens end before their time; refresh tokens stay. */
	expire(): void;
	reset(): void;
}

/** An API key, or OAuth tokens with refresh-token rotation. */
export function createAuth(): Auth {
	const access = new Map<string, number>();
	const refreshTokens = new Set<string>();
	const { apiKey, clientId, clientSecret } = account;
	const pair = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');

	function issue(): object {
		const [accessToken, refreshToken] = [randomUUID(), randomUUID()];
		access.set(accessToken, Date.now() + TOKEN_LIFE_SECONDS * 1000);
		refreshTokens.add(refreshToken);
		return {
			access_token: accessToken,
			refresh_token: refreshToken,
			token_type: 'Bearer',
			expires_in: TOKEN_LIFE_SECONDS,
		};
	}

	return {
		admits(header = '') {
			const token = /^Bearer (\S+)$/.exec(header)?.[1] ?? '';
			return token === apiKey || (access.get(token) ?? 0) > Date.now();
		},
		login(body) {
			const known =
				isLogin(body) && body.client_id === clientId && body.client_secret === clientSecret;
			return known ? issue() : undefined;
		},
		basic: (header) => (header === `Basic ${pair}` ? issue() : undefined),
		refresh: (body) =>
			isRefresh(body) && refreshTokens.delete(body.refresh_token) ? issue() : undefined,
		expire: () => access.clear(),
		reset() {
			access.clear();
			refreshTokens.clear();
		},
	};
}
