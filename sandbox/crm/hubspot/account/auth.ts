import type { preHandlerAsyncHookHandler } from 'fastify';

import { envelope, refusal, Refusal } from '../errors';
import type { Source } from '../records/records';
import { allScopes, APP_ID, OTHER_APP_ID, OTHER_KEY, type Scope, SERVICE_KEY } from './account';
import type { OAuth } from './oauth';

export interface Auth {
	/** Undefined when the Authorization header opens the account, else the body of the 401. */
	problem(header: string | undefined): object | string | undefined;
	/** Who writes with this Authorization header, as the history of a property names them. */
	sourceOf(header: string | undefined): Source;
	/** A hook that refuses a key which has none of these scopes. */
	needs(...anyOf: Scope[]): preHandlerAsyncHookHandler;
	setScopes(scopes: readonly Scope[]): void;
	/** The key ends, as a rotated one does, until it is made good again; access tokens end for good. */
	setExpired(expired: boolean): void;
	/** The app is uninstalled: everything ends, and nothing can be renewed. */
	setRevoked(revoked: boolean): void;
	reset(): void;
}

/** A service key, the access tokens of an app, and what they may do. */
export function createAuth(oauth: OAuth): Auth {
	let granted: ReadonlySet<Scope> = new Set(allScopes);
	let expired = false;
	return {
		problem(header = '') {
			const token = tokenIn(header);
			if (oauth.admits(token) || token === OTHER_KEY) return undefined;
			if (token === SERVICE_KEY && !expired) return undefined;
			if (token !== SERVICE_KEY && !oauth.issued(token)) return refusal(401);
			return envelope(
				'EXPIRED_AUTHENTICATION',
				'The OAuth token used to make this call expired 5 second(s) ago.',
			);
		},
		sourceOf: (header = '') => ({
			sourceType: 'INTEGRATION',
			sourceId: String(tokenIn(header) === OTHER_KEY ? OTHER_APP_ID : APP_ID),
		}),
		needs:
			(...anyOf) =>
			async () => {
				if (anyOf.some((scope) => granted.has(scope))) return;
				throw missingScopes(anyOf);
			},
		setScopes: (scopes) => void (granted = new Set(scopes)),
		setExpired(ended) {
			expired = ended;
			if (ended) oauth.expire();
		},
		setRevoked(revoked) {
			expired = revoked;
			oauth.setRevoked(revoked);
		},
		reset() {
			granted = new Set(allScopes);
			expired = false;
			oauth.reset();
		},
	};
}

const tokenIn = (header: string): string => /^Bearer (\S+)$/.exec(header)?.[1] ?? '';

function missingScopes(anyOf: readonly Scope[]): Refusal {
	return new Refusal(
		403,
		'MISSING_SCOPES',
		"This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
		{
			errors: [
				{
					message: 'One or more of the following scopes are required.',
					context: { requiredGranularScopes: [...anyOf] },
				},
			],
		},
	);
}
