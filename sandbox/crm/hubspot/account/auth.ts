import type { preHandlerAsyncHookHandler } from 'fastify';

import { allScopes, type Scope, SERVICE_KEY } from './account';
import { envelope, refusal, Refusal } from '../errors';

export interface Auth {
	/** Undefined when the Authorization header opens the account, else the body of the 401. */
	problem(header: string | undefined): object | string | undefined;
	/** A hook that refuses a key which has none of these scopes. */
	needs(...anyOf: Scope[]): preHandlerAsyncHookHandler;
	setScopes(scopes: readonly Scope[]): void;
	/** The key ends, as a rotated key or an access token does, until it is made good again. */
	setExpired(expired: boolean): void;
	reset(): void;
}

/** One service key and what it may do. */
export function createAuth(): Auth {
	let granted: ReadonlySet<Scope> = new Set(allScopes);
	let expired = false;
	return {
		problem(header = '') {
			if (header !== `Bearer ${SERVICE_KEY}`) return refusal(401);
			if (!expired) return undefined;
			return envelope(
				'EXPIRED_AUTHENTICATION',
				'The OAuth token used to make this call expired 5 second(s) ago.',
			);
		},
		needs:
			(...anyOf) =>
			async () => {
				if (anyOf.some((scope) => granted.has(scope))) return;
				throw missingScopes(anyOf);
			},
		setScopes: (scopes) => void (granted = new Set(scopes)),
		setExpired: (ended) => void (expired = ended),
		reset() {
			granted = new Set(allScopes);
			expired = false;
		},
	};
}

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
