import { randomUUID } from 'node:crypto';

/** The demo account. These are not secrets: they open nothing but this sandbox. */
const account = {
	apiKey: 'sandbox-infobip-key',
	bearerToken: 'sandbox-infobip-token',
	username: 'sandbox',
	password: 'sandbox',
	clientId: 'sandbox',
	clientSecret: 'sandbox',
};

const TOKEN_LIFE_SECONDS = 3600;

export interface Auth {
	/** Whether an Authorization header opens the account. */
	admits(header: string | undefined): boolean;
	/** The answer of the token endpoint, or undefined for wrong client credentials. */
	issue(form: URLSearchParams): object | undefined;
	reset(): void;
}

/** The four ways to sign in that are documented: App, Basic, Bearer and OAuth 2. */
export function createAuth(): Auth {
	const issued = new Map<string, number>();
	const basic = Buffer.from(`${account.username}:${account.password}`).toString('base64');
	const admitted = [`App ${account.apiKey}`, `Basic ${basic}`, `Bearer ${account.bearerToken}`];
	return {
		admits(header = '') {
			if (admitted.includes(header)) return true;
			const token = /^Bearer (\S+)$/.exec(header)?.[1];
			return token !== undefined && (issued.get(token) ?? 0) > Date.now();
		},
		issue(form) {
			const known =
				form.get('client_id') === account.clientId &&
				form.get('client_secret') === account.clientSecret &&
				form.get('grant_type') === 'client_credentials';
			if (!known) return undefined;
			const token = randomUUID();
			issued.set(token, Date.now() + TOKEN_LIFE_SECONDS * 1000);
			return { access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFE_SECONDS };
		},
		reset: () => issued.clear(),
	};
}
