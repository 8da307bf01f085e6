import { randomUUID } from 'node:crypto';

import { APP_SECRET, PORTAL_ID } from './account';
import type { Clock } from './clock';

const TOKEN_LIFE_SECONDS = 1800;

/** The app of the demo account. These are not secrets: they open nothing but this sandbox. */
const app = {
	clientId: 'sandbox-hubspot-client',
	clientSecret: APP_SECRET,
	refreshToken: 'sandbox-hubspot-refresh-token',
};

interface TokenAnswer {
	status: 200 | 400;
	body: object;
}

export interface OAuth {
	admits(token: string): boolean;
	/** Whether it was good once. */
	issued(token: string): boolean;
	/** The answer of the token endpoint to a form. */
	issue(form: URLSearchParams): TokenAnswer;
	/** Every access token ends; the refresh token stays. */
	expire(): void;
	/** Every access token and the refresh token end. */
	setRevoked(revoked: boolean): void;
	reset(): void;
}

/** An app's access tokens, which end after half an hour, and the refresh token that buys new ones. */
export function createOAuth(clock: Clock): OAuth {
	const issued = new Map<string, number>();
	let isRevoked = false;

	function expire(): void {
		for (const token of issued.keys()) issued.set(token, 0);
	}

	return {
		issued: (token) => issued.has(token),
		admits: (token) => (issued.get(token) ?? 0) > clock.now(),
		issue(form) {
			const problem = problemOf(form, isRevoked);
			if (problem) return { status: 400, body: problem };
			const token = randomUUID();
			issued.set(token, clock.now() + TOKEN_LIFE_SECONDS * 1000);
			return {
				status: 200,
				body: {
					token_type: 'bearer',
					access_token: token,
					refresh_token: app.refreshToken,
					expires_in: TOKEN_LIFE_SECONDS,
					hub_id: PORTAL_ID,
				},
			};
		},
		expire,
		setRevoked(revoked) {
			isRevoked = revoked;
			if (revoked) expire();
		},
		reset() {
			issued.clear();
			isRevoked = false;
		},
	};
}

function problemOf(form: URLSearchParams, isRevoked: boolean): object | undefined {
	if (form.get('grant_type') !== 'refresh_token')
		return refuse('BAD_GRANT_TYPE', 'unsupported_grant_type', 'grant_type must be refresh_token');
	if (form.get('client_id') !== app.clientId || form.get('client_secret') !== app.clientSecret)
		return refuse('BAD_CLIENT_ID', 'invalid_client', 'missing or unknown client id');
	if (isRevoked || form.get('refresh_token') !== app.refreshToken)
		return refuse('BAD_REFRESH_TOKEN', 'invalid_grant', 'missing or invalid refresh token');
	return undefined;
}

const refuse = (status: string, error: string, message: string): object => ({
	status,
	error,
	error_description: message,
	message,
});
