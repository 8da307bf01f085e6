import { anyString, integer, list, object, oneOf, string, type Schema } from '../../schema';

const headers: Schema = { type: 'object', additionalProperties: anyString };

const credentials: Schema = {
	oneOf: [
		object({ 'username!': string(1, 255), 'password!': string(1, 255) }),
		object({
			'secretKey!': string(1, 255),
			'algorithm!': oneOf(
				'HMAC_MD5',
				'HMAC_SHA_1',
				'HMAC_SHA_224',
				'HMAC_SHA_256',
				'HMAC_SHA_384',
				'HMAC_SHA_512',
			),
		}),
		object({
			'tokenUrl!': string(1, 255),
			clientId: string(0, 255),
			clientSecret: string(0, 255),
			'grantType!': string(1, 255),
			scope: string(0, 255),
			username: string(0, 255),
			password: string(0, 255),
			resource: string(0, 255),
			refreshToken: string(0, 255),
			headers,
		}),
	],
};

const profile = object({
	'profileId!': string(1, 255),
	webhook: object({ contentType: string(0, 255), 'notifyUrl!': string(0, 512) }),
	security: object({
		'authId!': string(1, 255),
		type: oneOf('BASIC', 'HMAC', 'OAUTH', 'CUSTOM'),
		credentials,
	}),
	clientCertificateId: string(0, 255),
	maxBucketSize: integer(1, 2000),
	windowSize: integer(20, 10_000),
	connectTimeout: integer(300, 30_000),
	readTimeout: integer(1000, 90_000),
	enabledSSLProtocols: list(oneOf('TLSv1.2', 'TLSv1.3')),
	headers,
	responseRegex: anyString,
	responseBodyRegex: anyString,
	rateLimit: integer(1, 5000),
});

const rest: Record<string, Schema> = {
	name: string(1, 255),
	'events!': list(
		oneOf(
			'CAP_CHECK',
			'CLICK',
			'CONVERSATION_STARTED',
			'DELIVERY',
			'INBOUND_MESSAGE',
			'SEEN',
			'SENDER_LAUNCH_UPDATE',
			'SENDER_UPDATE',
			'SUGGESTION',
			'TEMPLATE_UPDATE',
			'TEST_NUMBER_UPDATE',
			'TYPING_INDICATOR',
		),
		0,
		255,
	),
	criteria: list(
		object({
			applicationId: string(0, 255),
			entityId: string(0, 255),
			callsConfigurationId: string(0, 255),
		}),
		0,
		255,
	),
	resources: list(string(0, 255), 0, 255),
	users: list(string(0, 255), 0, 255),
};

/** POST /subscriptions/1/subscription/RCS. */
export const createSubscription = object({
	'subscriptionId!': string(1, 255),
	...rest,
	'profile!': profile,
});

/** PUT /subscriptions/1/subscription/RCS/{subscriptionId}. */
export const updateSubscription = object({
	...rest,
	'profile!': object({ 'profileId!': string(1, 255) }),
});
