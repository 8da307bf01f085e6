import { figureOperations } from './figures';
import { waitOperations } from './waits';
import { anyObject, boolean, list, object, type Operation, ref, string } from './schema';

/** Everything a program may call, but the page's own addresses. */
export const operations: readonly Operation[] = [
	{
		method: 'post',
		path: '/v1/messages/simple',
		id: 'sendRcs',
		summary: 'Send an RCS message from flat fields',
		description:
			'For automations of CRMs and shops. The consent, quiet hours and frequency caps of the purpose hold. Empty fields count as left out.',
		tag: 'Messages',
		body: ref('SimpleMessage'),
		answer: ref('Sent'),
		failures: [400, 409],
	},
	{
		method: 'post',
		path: '/v1/messages',
		id: 'sendMessage',
		summary: 'Send a whole RcsMessage',
		tag: 'Messages',
		body: ref('FullMessage'),
		answer: ref('Sent'),
		failures: [400, 409],
	},
	{
		method: 'get',
		path: '/v1/messages/{id}',
		id: 'getMessage',
		summary: 'See what became of a message',
		tag: 'Messages',
		pathParameters: { id: 'Id of the message' },
		answer: ref('Message'),
		failures: [404],
	},
	...figureOperations,
	{
		method: 'post',
		path: '/v1/consent/check',
		id: 'checkConsent',
		summary: 'See whether people agreed to messages',
		tag: 'Consent',
		body: object({ checks: list(ref('ConsentKey'), { maxItems: 1000 }) }, ['checks']),
		answer: object({ results: list(ref('Consent')) }, ['results']),
		failures: [400],
	},
	{
		method: 'post',
		path: '/v1/consent',
		id: 'recordConsent',
		summary: 'Record opt-ins and opt-outs',
		tag: 'Consent',
		body: object({ statements: list(ref('NewStatement'), { maxItems: 1000 }) }, ['statements']),
		answer: object(
			{
				results: list(
					object({
						id: string('Id of the statement'),
						recorded: boolean('Whether it is new'),
						consent: ref('Consent'),
					}),
				),
			},
			['results'],
		),
		failures: [400, 409],
	},
	{
		method: 'post',
		path: '/v1/consent/history',
		id: 'getConsentHistory',
		summary: 'See everything a person stated',
		tag: 'Consent',
		body: object({ phone: string('Phone number') }, ['phone']),
		answer: object(
			{
				phone: string('Phone number'),
				countries: list(
					string('Country that the number may be of, such as GB; the likeliest first'),
				),
				consents: list(ref('Consent')),
				statements: list(ref('Statement')),
			},
			['phone', 'countries', 'consents', 'statements'],
		),
		failures: [400],
	},
	{
		method: 'post',
		path: '/v1/consent/export',
		id: 'exportConsent',
		summary: "Export a person's consent in the shape of ISO/IEC TS 27560",
		tag: 'Consent',
		body: object({ phone: string('Phone number') }, ['phone']),
		answer: anyObject('The consent record'),
		failures: [400],
	},
	{
		method: 'post',
		path: '/v1/consent/erase',
		id: 'erasePerson',
		summary: 'Erase what is kept of a person',
		description: 'An opt-out stays in force, by a keyed hash of the number.',
		tag: 'Consent',
		body: object({ phone: string('Phone number') }, ['phone']),
		answer: anyObject('How much was erased'),
		failures: [400],
	},
	{
		method: 'post',
		path: '/v1/gate',
		id: 'askGate',
		summary: 'Ask whether messages may go out',
		description:
			'Consent, quiet hours and frequency caps together. What may go counts against the caps at once.',
		tag: 'Gate',
		body: object(
			{
				requests: list(ref('GateRequest'), { maxItems: 1000 }),
				settings: anyObject(
					'Rules besides those that the configuration has for the purpose: they can only be stricter',
				),
				dryRun: boolean('Whether nothing is to be counted'),
			},
			['requests'],
		),
		answer: object({ results: list(ref('GateAnswer')) }, ['results']),
		failures: [400],
	},
	{
		method: 'post',
		path: '/v1/gate/release',
		id: 'releaseGate',
		summary: 'Tell that messages were not sent after all',
		tag: 'Gate',
		description:
			'For requests, each with id and phone as the gate was asked; or ids, whoever they were to. What the same token was let through in the last hours no longer counts.',
		body: object({
			requests: list(
				object({ id: { type: 'string' }, phone: { type: 'string' } }, ['id', 'phone']),
				{ maxItems: 1000 },
			),
			ids: list({ type: 'string' }, { maxItems: 1000 }),
		}),
		answer: object({ released: { type: 'integer', description: 'How many counted before' } }),
		failures: [400],
	},
	...waitOperations,
	{
		method: 'post',
		path: '/v1/events',
		id: 'takeEvents',
		summary: 'Hand events on that RCS Trigger or another program took',
		description:
			'The answer comes when they are on disk. An event that is told again, by whomever, counts once.',
		tag: 'Events',
		body: object(
			{
				events: list(anyObject('An RcsEvent'), { maxItems: 1000 }),
				consumer: string(
					'Who hands them on and does something with each of them once, such as one trigger of a workflow',
				),
			},
			['events'],
		),
		answer: object(
			{
				accepted: { type: 'integer', description: 'New events' },
				duplicates: { type: 'integer', description: 'Events that were here before' },
				knownIndexes: list({
					type: 'integer',
					description:
						'Place of an event that was here before; with a consumer, of one that it said it did something with',
				}),
				underWayIndexes: list({
					type: 'integer',
					description:
						'With a consumer: place of an event that it handed on in the last 30 seconds, without having said what it did. Hand it on again later: then it is known, or its consumer ended and it is new',
				}),
				askedIndexes: list({
					type: 'integer',
					description:
						'With a consumer: place of an event of somebody who was asked something, and that may be the answer',
				}),
				rejected: list(anyObject('An event that cannot be read, by its index, with its problems')),
			},
			['accepted', 'duplicates', 'knownIndexes', 'underWayIndexes', 'askedIndexes', 'rejected'],
		),
		failures: [400],
	},
	{
		method: 'post',
		path: '/v1/events/started',
		id: 'noteStartedEvents',
		summary: 'Say that a consumer did something with events it handed on',
		description:
			'Events of which this is not said in 30 seconds are new to it when they come again.',
		tag: 'Events',
		body: object(
			{
				consumer: string('Who handed them on'),
				events: list(anyObject('An event: its provider and eventId'), { maxItems: 1000 }),
			},
			['consumer', 'events'],
		),
		answer: object(
			{ noted: { type: 'integer', description: 'How many of them it had handed on' } },
			['noted'],
		),
		failures: [400],
	},
	{
		method: 'get',
		path: '/v1/whoami',
		id: 'whoAmI',
		summary: 'See what a token may do',
		tag: 'Service',
		answer: object({ token: string('Name of the token'), may: list({ type: 'string' }) }),
	},
	{
		method: 'post',
		path: '/webhooks/{connection}',
		id: 'takeWebhook',
		summary: 'Webhooks of a provider, which prove themselves',
		tag: 'Events',
		pathParameters: { connection: 'Account at a provider, by its name in the configuration' },
		answer: anyObject('Nothing, or what the provider asked for'),
		failures: [401, 404],
		open: true,
	},
	{
		method: 'get',
		path: '/healthz',
		id: 'isAlive',
		summary: 'Whether the process is alive',
		tag: 'Service',
		answer: anyObject('Its state'),
		open: true,
	},
	{
		method: 'get',
		path: '/readyz',
		id: 'isReady',
		summary: 'Whether it can do its work',
		tag: 'Service',
		answer: anyObject('The state of each part'),
		failures: [503],
		open: true,
	},
];

/** What people pick from in Salesforce Flow and elsewhere: few operations with simple fields. */
export const actions: readonly string[] = [
	'sendRcs',
	'getMessage',
	'checkConsent',
	'recordConsent',
];
