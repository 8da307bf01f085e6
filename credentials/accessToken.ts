import { randomUUID } from 'node:crypto';
import type { IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import type { Http } from '../core/http';
import { asNumber, asObject, asString } from '../core/json';
import type { Provider } from '../core/provider';
import type { ProviderSettings } from '../core/settings';

/** Tokens that are being asked for: requests at the same time must not ask for one each. */
const pending = new Map<string, Promise<object>>();

/** Asks a provider for a new access token; n8n keeps it with the credential, encrypted. */
export async function fetchAccessToken(
	helper: IHttpRequestHelper,
	provider: Provider,
	settings: ProviderSettings,
): Promise<IDataObject> {
	const account = JSON.stringify([provider.profile.displayName, settings.baseUrl, settings.auth]);
	return buyOnce(helper, account, async (http) => {
		const call = { http, settings, now: new Date(), newId: randomUUID };
		return { ...(await provider.accessToken?.(call)) };
	});
}

/** Buys a token for an account, once for everybody who asks for it in the meantime. */
export async function buyOnce(
	helper: IHttpRequestHelper,
	account: string,
	buy: (http: Http) => Promise<object>,
): Promise<IDataObject> {
	const bought = pending.get(account) ?? buy(tokenHttp(helper));
	pending.set(account, bought);
	try {
		return { ...(await bought) };
	} finally {
		pending.delete(account);
	}
}

function tokenHttp({ helpers }: IHttpRequestHelper): Http {
	return async ({ method, url, headers = {}, body }) => {
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		const answer: unknown = await helpers.httpRequest({
			method,
			url,
			headers,
			...(body === undefined ? {} : { body: text }),
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// Where a redirect leads, the client secret must not follow.
			disableFollowRedirect: true,
		});
		const { statusCode, body: answered } = asObject(answer);
		return { status: asNumber(statusCode) ?? 0, headers: {}, body: asString(answered) ?? '' };
	};
}
