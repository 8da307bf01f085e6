import { asNumber, asString, defined } from './json';
import type { Provider } from './provider';
import type { Auth, ProviderSettings, WebhookSettings } from './settings';

/** The fields of an account as a flat form has them, e.g. an n8n credential. Empty means not set. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Settings from flat fields. `authentication` names the kind of `auth`; the webhook's fields start
 * with `webhook`.
 */
export function settingsFromFields(fields: Fields, provider: Provider): ProviderSettings {
	const webhook = webhookFrom(fields);
	const options = provider.optionsFromFields?.(fields) ?? {};
	return defined({
		baseUrl: asString(fields['baseUrl']),
		agent: asString(fields['agent']),
		auth: authFrom(fields),
		webhook: Object.keys(webhook).length > 0 ? webhook : undefined,
		options: Object.keys(options).length > 0 ? options : undefined,
	});
}

function authFrom(fields: Fields): Auth | undefined {
	const text = (name: string) => asString(fields[name]) ?? '';
	const tokens = {
		accessToken: asString(fields['accessToken']),
		refreshToken: asString(fields['refreshToken']),
		tokenUrl: asString(fields['tokenUrl']),
	};
	switch (fields['authentication']) {
		case 'apiKey':
			return { kind: 'apiKey', apiKey: text('apiKey') };
		case 'basic':
			return { kind: 'basic', username: text('username'), password: text('password') };
		case 'bearer':
			return { kind: 'bearer', token: text('token') };
		case 'oauth2': {
			const { accessToken, refreshToken, tokenUrl } = tokens;
			const clientId = text('clientId');
			const clientSecret = text('clientSecret');
			const optional = defined({ accessToken, refreshToken, tokenUrl });
			return { kind: 'oauth2', clientId, clientSecret, ...optional };
		}
		case 'serviceAccount': {
			const { accessToken, tokenUrl } = tokens;
			// n8n keeps the line breaks of a key that was pasted into one line as `\\n`.
			const privateKey = text('privateKey').replaceAll('\\n', '\n');
			const optional = defined({ accessToken, tokenUrl });
			return { kind: 'serviceAccount', clientEmail: text('clientEmail'), privateKey, ...optional };
		}
		default:
			return undefined;
	}
}

function webhookFrom(fields: Fields): WebhookSettings {
	const secrets = [fields['webhookSecret'], fields['previousWebhookSecret']].flatMap(
		(secret) => asString(secret) ?? [],
	);
	const maxAge = asNumber(fields['webhookMaxAge']);
	return defined({
		secret: secrets.length > 0 ? secrets : undefined,
		username: asString(fields['webhookUsername']),
		password: asString(fields['webhookPassword']),
		headerName: asString(fields['webhookHeaderName']),
		headerValue: asString(fields['webhookHeaderSecret']),
		maxAgeSeconds: maxAge && maxAge > 0 ? maxAge : undefined,
	});
}
