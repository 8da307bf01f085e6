import { randomUUID } from 'node:crypto';
import type { IDataObject, IHttpRequestHelper } from 'n8n-workflow';
import type { Http } from '../core/http';
import { asNumber, asObject, asString } from '../core/json';
import type { Provider } from '../core/provider';
import type { ProviderSettings } from '../core/settings';

/** Tokens that are being asked for: requests at the same time must not ask for one each. */
const pending = new Map<string, Promise<IDataObject>>();

/** Asks a provider for a new access token; n8n keeps it with the credential, encrypted. */
export async function fetchAccessToken(
	helper: IHttpRequestHelper,
	provider: Provider,
	settings: ProviderSettings,
): Promise<IDataObject> {
	const account = JSON.stringify([provider.profile.displayName, settings.baseUrl, settings.auth]);
	const asked = pending.get(account) ?? ask(helper, provider, settings);
	pending.set(account, asked);
	try {
		return await asked;
	} finally {
		pending.delete(account);
	}
}

async function ask(
	{ helpers }: IHttpRequestHelper,
	provider: Provider,
	settings: ProviderSettings,
): Promise<IDataObject> {
	const http: Http = async ({ method, url, headers = {}, body }) => {
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
	const call = { http, settings, now: new Date(), newId: randomUUID };
	return { ...(await provider.accessToken?.(call)) };
}
