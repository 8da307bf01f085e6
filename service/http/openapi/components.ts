import { consentSources, statedStates } from '../../../core/consent/statement';
import { errorCategories } from '../../../core/errors';
import { trafficTypes } from '../../../core/message/types';
import { anyObject, boolean, choice, list, object, ref, type Schema, string, time } from './schema';

const phone = string('Phone number with its country code', { example: '+447700900123' });
const agent = string('Agent or sender; * or left out: any agent');
const purpose = string('What messages are for; marketing without it', { example: 'marketing' });

const checks = list(
	object({
		rule: string('Rule that was looked at'),
		result: choice('What it said', ['passed', 'refused', 'held', 'off']),
		why: string('Why, in one sentence'),
	}),
);

const sending = {
	connection: string(
		'Account at a provider, by its name in the configuration; needed where there are several',
	),
	purpose,
	idempotencyKey: string(
		'Names the call: the same again is sent once and gets the same answer; with another number or message it is refused (409). Not beside an id of the message',
	),
	whenHeld: choice(
		'What becomes of a message that may go out only later: it waits (default) or is refused',
		['wait', 'refuse'],
	),
	ifNotSupported: choice(
		'What becomes of parts the provider cannot carry: the message fails (default) or is simplified',
		['fail', 'downgrade'],
	),
	country: string('Country of the person for quiet hours, two letters', { example: 'GB' }),
	timeZone: string('Time zone of the person for quiet hours', { example: 'Europe/London' }),
	dryRun: boolean('Whether to show what would be sent instead of sending it'),
};

export const components: Readonly<Record<string, Schema>> = {
	Error: object(
		{
			error: object(
				{
					category: choice('Kind of error', errorCategories),
					message: string('What happened'),
					advice: string('What to do about it'),
					problems: list(
						object({ path: string('Field'), message: string('What is wrong with it') }),
					),
				},
				['category', 'message', 'advice'],
			),
		},
		['error'],
	),
	Consent: object(
		{
			phone,
			agent,
			purpose,
			state: choice('What holds; none: nobody said anything, which counts as not opted in', [
				...statedStates,
				'none',
			]),
			since: time('Since when it holds'),
			source: choice('Where it comes from', consentSources),
			level: choice('How it was given', ['single', 'double']),
			statementId: string('The statement that decides'),
		},
		['phone', 'agent', 'purpose', 'state'],
	),
	ConsentKey: object({ phone, agent, purpose }, ['phone']),
	NewStatement: object(
		{
			phone,
			agent,
			purpose: string(
				'What messages are for; *: all marketing. Without it, an opt-out is from all marketing, and anything else is about marketing',
				{ example: 'marketing' },
			),
			state: choice('What is stated', statedStates),
			level: choice('single (default), or double when the person confirmed', ['single', 'double']),
			origin: choice(
				"Who says so: the person, or somebody who works with the record. Without it, an opt-in is the person's only with the source form, shop, keyword or event, and an opt-out unless its source is import, hubspot or salesforce",
				['person', 'admin'],
			),
			source: choice('Where it comes from; api without it', consentSources),
			occurredAt: time(
				"When it was stated; now without it. A person's opt-in from import, hubspot or salesforce needs it",
			),
			id: string(
				'Tells a repetition, which has the same time and origin; not the id of a contact, which states more than once. Made from the rest without it',
			),
			proof: object({
				text: string('What the person read and agreed to, or wrote'),
				language: string('Of that text', { example: 'en' }),
				messageId: string('Message it was in'),
				url: string('Page it was given on'),
				actor: string('Who entered it'),
				consentedAt: time('When the person agreed, where it is entered later'),
			}),
		},
		['phone', 'state'],
	),
	Statement: anyObject('A statement of the ledger, with its key, times and proof'),
	GateRequest: object(
		{
			id: string('Your id of the message; the same again counts once'),
			phone,
			agent,
			purpose,
			traffic: choice('Traffic type', trafficTypes),
			at: time('When it would go out; now without it'),
			country: sending.country,
			timeZone: sending.timeZone,
		},
		['id', 'phone'],
	),
	GateAnswer: object(
		{
			id: string('Your id of the message'),
			outcome: choice('Whether it may go out', ['send', 'refused', 'hold']),
			rule: string('The rule that stops it'),
			why: string('What happened'),
			advice: string('What to do about it'),
			holdUntil: time('The first moment at which it may go out'),
			checks,
		},
		['id', 'outcome', 'checks'],
	),
	SimpleMessage: object(
		{
			to: phone,
			...sending,
			from: string('Sender; the one of the account without it'),
			text: string('Text of the message'),
			title: string('Title: with one the message is a card'),
			description: string('Text of the card'),
			mediaUrl: string('Picture or video of the card', { format: 'uri' }),
			linkText: string('Text of a button that opens a page'),
			linkUrl: string('Page it opens', { format: 'uri' }),
			callText: string('Text of a button that calls'),
			callNumber: string('Number it calls'),
			replies: string('Replies to tap, with commas between them', { example: 'Yes, No' }),
			templateId: string('Template to send instead'),
			variables: {
				type: 'object',
				description: 'Variables of the template',
				additionalProperties: { type: 'string' },
			},
			smsText: string('SMS for phones without RCS'),
			traffic: choice('Traffic type', trafficTypes),
			campaignId: string('Campaign of reports'),
			clientRef: string('Your own id; comes back in events'),
		},
		['to'],
	),
	FullMessage: object(
		{
			message: anyObject('An RcsMessage: to, content, fallback ... (see docs/service/sending.md)'),
			...sending,
		},
		['message'],
	),
	Sent: object(
		{
			id: string('Id of the message'),
			status: choice(
				'accepted: the provider has it. held: it goes out at holdUntil. refused: the gate said no. rejected: the provider said no. unknown: it may have been sent. sending, asked: under way. dryRun: nothing was sent',
				['accepted', 'held', 'refused', 'rejected', 'unknown', 'sending', 'asked', 'dryRun'],
			),
			holdUntil: time('When it goes out, or may'),
			reason: object({
				category: choice('Kind of reason', errorCategories),
				message: string('What happened'),
				advice: string('What to do about it'),
				rule: string('The precise rule of the gate'),
			}),
			checks,
			providerMessageId: string("The provider's id"),
			needsReview: boolean('Whether a person should look at it'),
			changes: list(anyObject('A part that was changed because the provider cannot carry it')),
			gate: ref('GateAnswer'),
			requests: list(anyObject('Of a dry run: what the provider would be sent')),
		},
		['id', 'status'],
	),
	Message: object(
		{
			id: string('Id of the message'),
			provider: string('Provider'),
			connection: string('Account at the provider'),
			phone,
			state: choice('How far it came', [
				'queued',
				'sent',
				'failed',
				'expired',
				'revoked',
				'delivered',
				'read',
			]),
			channel: choice('The channel that reached the person, or was tried last', [
				'rcs',
				'sms',
				'mms',
				'whatsapp',
			]),
			fellBack: boolean('Whether another channel took over from RCS'),
			campaign: string('Campaign'),
			times: anyObject('When each thing happened first'),
			legs: list(anyObject('One attempt over one channel')),
			error: anyObject('Why it failed last'),
		},
		['id', 'provider', 'phone'],
		{ additionalProperties: true },
	),
};
