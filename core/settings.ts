import * as v from 'valibot';
import { describeProblems, providerError, RcsError } from './errors';
import { type Parsed, parse } from './message/schema';

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
		refreshToken: v.exactOptional(v.string()),
		tokenUrl: v.exactOptional(v.string()),
	}),
	v.strictObject({
		kind: v.literal('serviceAccount'),
		clientEmail: v.string(),
		/** PEM, as the key file of the account has it. */
		privateKey: v.string(),
		accessToken: v.exactOptional(v.string()),
		tokenUrl: v.exactOptional(v.string()),
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

const settingsSchema = v.strictObject({
	baseUrl: v.exactOptional(v.string()),
	/** The sender a message without `from` is sent by. */
	agent: v.exactOptional(v.string()),
	auth: v.exactOptional(auth),
	webhook: v.exactOptional(webhook),
	/** The provider's own; each checks them against its `options`. */
	options: v.exactOptional(v.record(v.string(), v.unknown())),
});

export type ProviderSettings = v.InferOutput<typeof settingsSchema>;
export type Auth = NonNullable<ProviderSettings['auth']>;
export type AuthKind = Auth['kind'];
export type WebhookSettings = NonNullable<ProviderSettings['webhook']>;

/** What a provider's own `settings.options` may hold. */
export type OptionsSchema = v.GenericSchema<unknown, object>;

/** Reads the settings of one provider from JSON. What was found is not repeated: it could be a secret. */
export function parseSettings(
	input: unknown,
	options: OptionsSchema = v.strictObject({}),
): Parsed<ProviderSettings> {
	const settings = parse(settingsSchema, input, 'settings', 'secret');
	if (!settings.ok) return settings;
	const own = parse(options, settings.value.options ?? {}, 'settings.options', 'secret');
	return own.ok ? settings : own;
}

/**
 * A provider's own options, with their defaults.
 *
 * @throws RcsError `configuration` when they are not what its schema says.
 */
export function optionsOf<T>(
	schema: v.GenericSchema<unknown, T>,
	{ options = {} }: ProviderSettings,
): T {
	const read = parse(schema, options, 'settings.options', 'secret');
	if (read.ok) return read.value;
	throw new RcsError(providerError('configuration', describeProblems(read.problems)));
}
