import { asNumber, asString, defined } from './json';
import type { Auth, ProviderSettings, WebhookSettings } from './settings';
import { hmacAlgorithms } from './webhook/secrets';

/** The fields of an account as a flat form has them, e.g. an n8n credential. Empty means not set. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Settings from flat fields. `authentication` names the kind of `auth`; the webhook's fields start
 * with `webhook`.
 */
export function settingsFromFields(fields: Fields): ProviderSettings {
	const webhook = webhookFrom(fields);
	const options = optionsFrom(fields);
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
	switch (fields['authentication']) {
		case 'apiKey':
			return { kind: 'apiKey', apiKey: text('apiKey') };
		case 'basic':
			return { kind: 'basic', username: text('username'), password: text('password') };
		case 'bearer':
			return { kind: 'bearer', token: text('token') };
		case 'oauth2': {
			const accessToken = asString(fields['accessToken']);
			return {
				kind: 'oauth2',
				clientId: text('clientId'),
				clientSecret: text('clientSecret'),
				...defined({ accessToken }),
			};
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

function optionsFrom(fields: Fields): NonNullable<ProviderSettings['options']> {
	const header = asString(fields['hmacHeader']);
	const algorithm = hmacAlgorithms.find((name) => name === fields['hmacAlgorithm']) ?? 'sha256';
	const encoding: 'base64' | 'hex' = fields['hmacEncoding'] === 'base64' ? 'base64' : 'hex';
	return defined({
		applicationId: asString(fields['applicationId']),
		entityId: asString(fields['entityId']),
		hmac: header ? { header, algorithm, encoding } : undefined,
	});
}
