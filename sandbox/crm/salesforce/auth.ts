import { randomUUID } from 'node:crypto';

import { demoApp, INTEGRATION_USER, ORG_ID } from './account';
import { problemWithAssertion } from './jwt';
import { revokedGrant } from './restrictions';
import { refuse, type TokenError } from './tokenError';

const TOKEN_LIFE_MS = 2 * 60 * 60 * 1000;
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

type TokenAnswer = { ok: true; body: object } | { ok: false; body: TokenError };

export interface Auth {
	/** Whether an Authorization header opens the org; counts as one use of its token. */
	admits(header: string | undefined): boolean;
	/** Why an Authorization header opens no stream, in the words of the Streaming API; counts as no use. */
	problemWithStream(header: string | undefined): string | undefined;
	/** The answer of the token endpoint; `instance` is the address of the org. */
	issue(form: URLSearchParams, instance: string): TokenAnswer;
	/** Ends every token that was given out, now or after so many more requests. */
	expire(afterRequests: number): void;
	reset(): void;
}

interface Session {
	endsAt: number;
	requestsLeft: number;
}

/** The tokens of the demo app. */
export function createAuth(isRevoked: () => boolean): Auth {
	const sessions = new Map<string, Session>();

	function goodSession(header: string): Session | undefined {
		const session = sessions.get(/^(?:Bearer|OAuth) (\S+)$/.exec(header)?.[1] ?? '');
		const isGood = session && session.endsAt > Date.now() && session.requestsLeft > 0;
		return isGood && !isRevoked() ? session : undefined;
	}

	return {
		admits(header = '') {
			const session = goodSession(header);
			if (!session) return false;
			session.requestsLeft -= 1;
			return true;
		},
		problemWithStream(header) {
			if (header === undefined) return '401::Request requires authentication';
			return goodSession(header) ? undefined : '401::Authentication invalid';
		},
		issue(form, instance) {
			const grant = form.get('grant_type') ?? '';
			const problem = (grants[grant] ?? unknownGrant)(form, instance);
			if (!problem && isRevoked()) return { ok: false, body: revokedGrant(grant) };
			if (problem) return { ok: false, body: problem };
			const token = `${ORG_ID.slice(0, 15)}!${randomUUID().replaceAll('-', '')}`;
			sessions.set(token, { endsAt: Date.now() + TOKEN_LIFE_MS, requestsLeft: Infinity });
			return { ok: true, body: tokenBody(token, instance) };
		},
		expire(afterRequests) {
			for (const session of sessions.values()) session.requestsLeft = afterRequests;
		},
		reset: () => sessions.clear(),
	};
}

type Grant = (form: URLSearchParams, instance: string) => TokenError | undefined;

const unknownGrant: Grant = () => refuse('unsupported_grant_type', 'grant type not supported');

const grants: Readonly<Record<string, Grant>> = {
	client_credentials: (form) => problemWithClient(form),
	refresh_token: (form) =>
		problemWithClient(form) ??
		(form.get('refresh_token') === demoApp.refreshToken
			? undefined
			: refuse('invalid_grant', 'expired access/refresh token')),
	[JWT_BEARER]: (form, instance) => problemWithAssertion(form.get('assertion') ?? '', instance),
};

function problemWithClient(form: URLSearchParams): TokenError | undefined {
	if (form.get('client_id') !== demoApp.clientId)
		return refuse('invalid_client_id', 'client identifier invalid');
	if (form.get('client_secret') !== demoApp.clientSecret)
		return refuse('invalid_client', 'invalid client credentials');
	return undefined;
}

function tokenBody(token: string, instance: string): object {
	return {
		access_token: token,
		scope: 'api',
		instance_url: instance,
		id: `${instance}/id/${ORG_ID}/${INTEGRATION_USER.id}`,
		token_type: 'Bearer',
		issued_at: String(Date.now()),
	};
}
