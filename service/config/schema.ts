import * as v from 'valibot';

/** What the service is told at its start: a file, the environment, or nothing at all. */

const text = v.pipe(v.string(), v.minLength(1));
const address = v.pipe(
	v.string(),
	v.check(
		(url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol),
		'must be an address, such as https://rcs.example.com',
	),
);

const database = v.variant('kind', [
	v.strictObject({ kind: v.literal('pglite'), folder: text }),
	v.strictObject({ kind: v.literal('postgres'), url: text }),
]);
export type DatabaseConfig = v.InferOutput<typeof database>;

export const permissions = ['events', 'consent', 'send', 'page'] as const;
export type Permission = (typeof permissions)[number];

const token = v.strictObject({
	name: text,
	token: v.pipe(v.string(), v.minLength(16)),
	/** Everything without it. */
	may: v.optional(v.array(v.picklist(permissions)), [...permissions]),
});
export type TokenConfig = v.InferOutput<typeof token>;

/** One account at a provider: its settings are those of n8n credentials and of `--settings` files. */
const providerAccount = v.strictObject({
	provider: text,
	settings: v.optional(v.record(v.string(), v.unknown()), {}),
	/** Addresses its raw webhooks are handed on to, e.g. of RCS Trigger. */
	forwardTo: v.optional(v.array(address), []),
	/** Takes webhooks of a provider that proves nothing. */
	allowUnverified: v.optional(v.boolean(), false),
});
export type ProviderAccountConfig = v.InferOutput<typeof providerAccount>;

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** One account at a CRM: the members of a settings file (docs/crm/commands.md), and how it is kept in step. */
const crmAccount = v.looseObject({
	crm: v.picklist(['hubspot', 'salesforce']),
	sync: v.optional(
		v.strictObject({
			/** The purpose of the consent that its field holds. */
			purpose: v.optional(text, 'marketing'),
			/** Whose consent its field holds; `*`: all agents. */
			agent: v.optional(text, '*'),
			/** Seconds between looks for edits of the consent field; 0: never. */
			pollSeconds: v.optional(v.pipe(v.number(), v.minValue(0)), 60),
			/** Calls that may be made in a day, of which events use what opt-outs leave. */
			dailyCalls: v.exactOptional(count),
			/** Seconds that changes are collected for at the least and the most. */
			linger: v.optional(
				v.strictObject({
					min: v.pipe(v.number(), v.minValue(0)),
					max: v.pipe(v.number(), v.minValue(0)),
				}),
				{ min: 1, max: 10 },
			),
			/** The most contacts written in one go. */
			batch: v.optional(count, 1000),
			/** Secrets of the app whose webhooks tell of edits (HubSpot). */
			webhookSecrets: v.optional(v.array(text), []),
			/** Change Data Capture (Salesforce). */
			changeDataCapture: v.optional(v.boolean(), false),
		}),
		{},
	),
});
export type CrmAccountConfig = v.InferOutput<typeof crmAccount>;

const hours = v.strictObject({
	from: text,
	to: text,
	days: v.exactOptional(
		v.array(
			v.picklist(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
		),
	),
	replace: v.exactOptional(v.boolean()),
});

/** What the gate asks of messages for one purpose; see core/policy/gate. */
export const gateSettings = v.strictObject({
	quietHours: v.exactOptional(
		v.union([v.literal('off'), v.strictObject({ own: v.exactOptional(hours) })]),
	),
	caps: v.exactOptional(
		v.array(v.strictObject({ max: count, hours: v.pipe(v.number(), v.minValue(0.01)) })),
	),
	transactional: v.exactOptional(
		v.strictObject({
			consent: v.exactOptional(v.picklist(['nothing', 'noOptOut', 'optIn'])),
			quietHours: v.exactOptional(v.boolean()),
			caps: v.exactOptional(v.boolean()),
		}),
	),
});
export type GateSettingsConfig = v.InferOutput<typeof gateSettings>;

const names = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower case letters, digits and hyphens'),
);

export const configSchema = v.strictObject({
	database: v.optional(database, { kind: 'pglite', folder: 'rcs-data' }),
	role: v.optional(v.picklist(['all', 'ingest', 'sync']), 'all'),
	http: v.optional(
		v.strictObject({
			host: v.optional(text, '127.0.0.1'),
			port: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)), 4080),
			/** The address providers and CRMs call it by; signatures are over it. */
			publicUrl: v.exactOptional(address),
		}),
		{},
	),
	/** Without any, one is made at the first start. */
	tokens: v.optional(v.array(token), []),
	providers: v.optional(v.record(names, providerAccount), {}),
	crms: v.optional(v.record(names, crmAccount), {}),
	/** By purpose. */
	purposes: v.optional(v.record(text, gateSettings), {}),
	/** Days things are kept for. */
	retention: v.optional(
		v.strictObject({
			events: v.optional(count, 400),
			messages: v.optional(count, 400),
			deadLetters: v.optional(count, 90),
		}),
		{},
	),
	log: v.optional(
		v.strictObject({
			level: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
			/** Whether phone numbers may stand in logs. */
			personalData: v.optional(v.boolean(), false),
		}),
		{},
	),
});
export type Config = v.InferOutput<typeof configSchema>;
