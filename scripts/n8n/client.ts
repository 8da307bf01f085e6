/** Requests to n8n's own HTTP interfaces: the public API, and what the editor uses. */
import { fetchOnce } from './fetchOnce';

export interface Login {
	email: string;
	password: string;
}

export class N8nClient {
	private cookie: string | undefined;
	private key: string | undefined;

	constructor(
		readonly url: string,
		private readonly user: Login,
	) {}

	/** The editor's session cookie, for a browser that should not have to log in. */
	async login(): Promise<string> {
		this.cookie ??= await this.logIn();
		return this.cookie;
	}

	/** The public API, with a key that is made at the first call. */
	async public<T>(method: string, path: string, body?: unknown): Promise<T> {
		this.key ??= await this.createKey();
		return (await this.request(method, `/api/v1${path}`, { 'X-N8N-API-KEY': this.key }, body)) as T;
	}

	/** The interface the editor uses; its answers are wrapped in `data`. */
	async editor<T>(method: string, path: string, body?: unknown): Promise<T> {
		const answer = await this.request(method, `/rest${path}`, { cookie: await this.login() }, body);
		return (answer as { data: T }).data;
	}

	private async createKey(): Promise<string> {
		const scopes = await this.editor<string[]>('GET', '/api-keys/scopes');
		const { rawApiKey } = await this.editor<{ rawApiKey: string }>('POST', '/api-keys', {
			label: `local ${Date.now()}`,
			expiresAt: null,
			scopes,
		});
		return rawApiKey;
	}

	private async logIn(): Promise<string> {
		const answer = await fetchOnce(`${this.url}/rest/login`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ emailOrLdapLoginId: this.user.email, password: this.user.password }),
		});
		if (!answer.ok)
			throw new Error(`n8n refused the login: ${answer.status} ${await answer.text()}`);
		return answer.headers
			.getSetCookie()
			.map((cookie) => cookie.replace(/;.*/, ''))
			.join('; ');
	}

	private async request(
		method: string,
		path: string,
		headers: Record<string, string>,
		body: unknown,
	): Promise<unknown> {
		const answer = await fetchOnce(`${this.url}${path}`, {
			method,
			headers: {
				...headers,
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await answer.text();
		if (!answer.ok) throw new N8nRefusal(answer.status, `${method} ${path}`, text);
		return text === '' ? undefined : JSON.parse(text);
	}
}

export class N8nRefusal extends Error {
	constructor(
		readonly status: number,
		request: string,
		body: string,
	) {
		super(`n8n answered ${status} to ${request}: ${body.slice(0, 500)}`);
	}
}
