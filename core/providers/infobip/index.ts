import { authorization } from '../../auth';
import { providerError, RcsError } from '../../errors';
import { expectOk } from '../../http';
import { asObject, asString } from '../../json';
import { baseUrl, type Call, type Provider, type Tokens } from '../../provider';
import { agents } from './agents';
import { capability, capabilityByWebhook } from './capability';
import { decodeResponse } from './decode';
import { batchKey, encodeRequest } from './encode';
import { readFailure } from './errors';
import { event } from './event';
import { logs, status } from './logs';
import { options, optionsFromFields } from './options';
import { profile } from './profile';
import { reports } from './reports';
import { subscriptions } from './subscriptions';
import { templates } from './templates';
import { testNumbers } from './testNumbers';
import { verify } from './verify';
import { parse } from './webhook';

/** Infobip RCS API, version 2 of messages and capability. */
export const infobip: Provider = {
	profile,
	authorize: (settings) =>
		authorization(settings, profile.auth, (apiKey) => ({ Authorization: `App ${apiKey}` })),
	accessToken,
	options,
	optionsFromFields,
	async send({ http, settings, now }, messages) {
		const response = await http({
			method: 'POST',
			url: `${baseUrl(settings)}/rcs/2/messages`,
			headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
			body: encodeRequest(messages, settings, now),
		});
		return decodeResponse(expectOk(response, readFailure), messages);
	},
	batchKey,
	capability,
	capabilityByWebhook,
	event,
	status,
	reports,
	logs,
	templates,
	agents,
	testNumbers,
	webhook: { verify, parse, subscriptions },
	readFailure,
};

/** POST /auth/1/oauth2/token with client credentials. */
async function accessToken({ http, settings }: Call): Promise<Tokens> {
	const { auth } = settings;
	if (auth?.kind !== 'oauth2') {
		throw new RcsError(
			providerError('configuration', 'Infobip gives tokens to OAuth2 clients only'),
		);
	}
	const { clientId, clientSecret } = auth;
	const response = await http({
		method: 'POST',
		url: `${baseUrl(settings)}/auth/1/oauth2/token`,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({
			client_id: clientId,
			client_secret: clientSecret,
			grant_type: 'client_credentials',
		}).toString(),
	});
	const token = asString(asObject(expectOk(response, readFailure))['access_token']);
	if (!token) throw new RcsError(providerError('auth', 'Infobip answered without an access token'));
	return { accessToken: token };
}
