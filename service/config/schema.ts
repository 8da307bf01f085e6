import * as v from 'valibot';
import { purposeKinds } from '../../core/policy/promotional';
import { controller } from './controller';
import { configuredGateSettings } from './gateSettings';
import { purposesOf } from './purposes';
import {
	address,
	lowerCaseName,
	number,
	postgresAddress,
	purposeText,
	says,
	secret,
	text,
	whole,
	yesOrNo,
} from './values';

/** What the service is told at its start: a file, the environment, or nothing at all. */

const database = v.variant('kind', [
	v.strictObject({
		kind: says('Embedded, without any set-up', v.literal('pglite')),
		folder: says('Where the embedded database is kept; one process may use it at a time', text),
	}),
	v.strictObject({
		kind: says('On a Postgres server', v.literal('postgres')),
		url: says(
			'A database on a Postgres server (15 or newer), which any number of processes share',
			postgresAddress,
		),
	}),
]);
export type DatabaseConfig = v.InferOutput<typeof database>;

export const permissions = ['events', 'consent', 'send', 'page'] as const;
export type Permission = (typeof permissions)[number];

const token = v.strictObject({
	name: says('Who has it; for logs and errors', text),
	token: says('At least 16 characters', secret),
	may: v.optional(says('What requests with it may do', v.array(v.picklist(permissions))), [
		...permissions,
	]),
});
export type TokenConfig = v.InferOutput<typeof token>;

const providerAccount = v.strictObject({
	provider: says('The id of the provider, such as `infobip`', text),
	settings: v.optional(
		says(
			'The account: members of a `--settings` file of the command line',
			v.record(v.string(), v.unknown()),
		),
		{},
	),
	forwardTo: v.optional(
		says(
			'Addresses its webhooks are handed on to as they came, such as that of RCS Trigger',
			v.array(address),
		),
		[],
	),
	allowUnverified: v.optional(
		says(
			'Takes webhooks of a provider that proves nothing, or of an account without a secret',
			yesOrNo,
		),
		false,
	),
});
export type ProviderAccountConfig = v.InferOutput<typeof providerAccount>;

/** The members of a settings file (docs/crm/commands.md), and how it is kept in step. */
const crmAccount = v.looseObject({
	crm: says('Which CRM', v.picklist(['hubspot', 'salesforce'])),
	sync: v.optional(
		v.strictObject({
			purpose: v.optional(
				says('The purpose of the consent that its field holds', purposeText),
				'marketing',
			),
			agent: v.optional(says('Whose consent its field holds; `*`: all agents', text), '*'),
			pollSeconds: v.optional(
				says('Seconds between looks for edits of the consent field; 0: never', number(0)),
				60,
			),
			startFrom: v.optional(
				says(
					'What the first look takes: only what is edited from then on, or everybody whose status people have set',
					v.picklist(['now', 'everyone']),
				),
				'now',
			),
			dailyCalls: v.exactOptional(
				says('Calls that may be made in a day; events use what opt-outs leave', whole(1)),
			),
			linger: v.optional(
				v.strictObject({
					min: says('Seconds that changes are collected for at the least', number(0)),
					max: says('Seconds that changes are collected for at the most', number(0)),
				}),
				{ min: 1, max: 10 },
			),
			batch: v.optional(says('The most contacts written in one go', whole(1)), 1000),
			webhookSecrets: v.optional(
				says('Secrets of the app whose webhooks tell of edits (HubSpot)', v.array(text)),
				[],
			),
			changeDataCapture: v.optional(
				says('Whether Change Data Capture tells of edits (Salesforce)', yesOrNo),
				false,
			),
		}),
		{},
	),
});
export type CrmAccountConfig = v.InferOutput<typeof crmAccount>;

/** What is known of a purpose, by its name. */
const purpose = v.strictObject({
	kind: v.exactOptional(
		says(
			'What its messages are, whatever their traffic type says; absent: `promotional`, and `transactional` for the purpose of that name',
			v.picklist(purposeKinds),
		),
	),
	...configuredGateSettings.entries,
});

export const configSchema = v.strictObject({
	database: v.optional(database, { kind: 'pglite', folder: 'rcs-data' }),
	role: v.optional(
		says(
			'What this process does: `ingest` answers requests, `sync` writes to CRMs, `all` is both',
			v.picklist(['all', 'ingest', 'sync']),
		),
		'all',
	),
	http: v.optional(
		v.strictObject({
			host: v.optional(says('The interface it listens on; `0.0.0.0`: all', text), '127.0.0.1'),
			port: v.optional(says('0: any free port', whole(0, 65_535)), 4080),
			publicUrl: v.exactOptional(
				says('The address providers and CRMs call it by; signatures are over it', address),
			),
			metricsToken: v.exactOptional(
				says('The token that `/metrics` asks for; absent: it is open', secret),
			),
		}),
		{},
	),
	tokens: v.optional(
		v.pipe(
			says('Without any, one is made at the first start with an embedded database', v.array(token)),
			v.check(
				(tokens) => new Set(tokens.map(({ name }) => name)).size === tokens.length,
				'has two tokens of one name',
			),
		),
		[],
	),
	providers: v.optional(v.record(lowerCaseName, providerAccount), {}),
	crms: v.optional(v.record(lowerCaseName, crmAccount), {}),
	purposes: v.optional(purposesOf(purpose), {}),
	controller: v.exactOptional(controller),
	retention: v.optional(
		v.strictObject({
			events: v.optional(says('Days that events are kept', whole(1)), 400),
			unread: v.optional(says('Days that webhooks nobody could read are kept', whole(1)), 30),
			messages: v.optional(says('Days that messages are kept', whole(1)), 400),
			deadLetters: v.optional(says('Days that dead letters are kept', whole(1)), 90),
		}),
		{},
	),
	log: v.optional(
		v.strictObject({
			level: v.optional(
				says(
					'The least that is logged; `debug` has every request',
					v.picklist(['debug', 'info', 'warn', 'error', 'silent']),
				),
				'info',
			),
			personalData: v.optional(says('Whether phone numbers may stand in the log', yesOrNo), false),
		}),
		{},
	),
});
export type Config = v.InferOutput<typeof configSchema>;
