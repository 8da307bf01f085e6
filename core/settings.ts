import * as v from 'valibot';
import { type Parsed, parse } from './message/schema';
import { hmacAlgorithms } from './webhook/secrets';

/**
 * What is needed to work with one account at a provider. The same names in n8n credentials (flat,
 * see settingsFromFields), in settings files and in the sandbox.
 */

const auth = v.variant('kind', [
	v.strictObject({ kind: v.literal('apiKey'), apiKey: v.string() }),
	v.strictObject({ kind: v.literal('basic'), username: v.string(), password: v.string() }),
	v.strictObject({ kind: v.literal('bearer'), token: v.string() }),
	v.strictObject({
		kind: v.literal('oauth2'),
		clientId: v.string(),
		clientSecret: v.string(),
		accessToken: v.exactOptional(v.string()),
	}),
]);

const webhook = v.strictObject({
	secret: v.exactOptional(v.union([v.string(), v.array(v.string())])),
	username: v.exactOptional(v.string()),
	password: v.exactOptional(v.string()),
	headerName: v.exactOptional(v.string()),
	headerValue: v.exactOptional(v.string()),
	/** Signed events older than this are refused. Absent: the age is not checked. */
	maxAgeSeconds: v.exactOptional(v.number()),
});

const options = v.strictObject({
	applicationId: v.exactOptional(v.string()),
	entityId: v.exactOptional(v.string()),
	hmac: v.exactOptional(
		v.strictObject({
			header: v.string(),
			algorithm: v.picklist(hmacAlgorithms),
			encoding: v.picklist(['hex', 'base64']),
		}),
	),
});

const settingsSchema = v.strictObject({
	baseUrl: v.exactOptional(v.string()),
	/** The sender a message without `from` is sent by. */
	agent: v.exactOptional(v.string()),
	auth: v.exactOptional(auth),
	webhook: v.exactOptional(webhook),
	/** What only some providers have. */
	options: v.exactOptional(options),
});

export type ProviderSettings = v.InferOutput<typeof settingsSchema>;
export type Auth = NonNullable<ProviderSettings['auth']>;
export type AuthKind = Auth['kind'];
export type WebhookSettings = NonNullable<ProviderSettings['webhook']>;

/** Reads settings from JSON. What was found is not repeated: it could be a secret. */
export function parseSettings(input: unknown): Parsed<ProviderSettings> {
	return parse(settingsSchema, input, 'settings', 'secret');
}
