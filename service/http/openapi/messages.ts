import { errorCategories } from '../../../core/errors';
import { trafficTypes } from '../../../core/message/types';
import { sendStatuses } from '../../sending/sends';
import { checks, country, phone, purpose, timeZone } from './fields';
import { anyObject, boolean, choice, list, object, ref, type Schema, string, time } from './schema';

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
	country,
	timeZone,
	dryRun: boolean('Whether to show what would be sent instead of sending it'),
};

/** Messages: how they are asked for, and what became of them. */
export const messageComponents: Readonly<Record<string, Schema>> = {
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
				[...sendStatuses, 'dryRun'],
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
			gate: ref('GateVerdict'),
			requests: list(anyObject('Of a dry run: what the provider would be sent')),
		},
		['id', 'status'],
	),
	Message: object(
		{
			id: string('Id of the message'),
			provider: string(
				'Provider; not there while nothing but the call is known and its account is no longer in the configuration',
			),
			connection: string('Account at the provider'),
			phone,
			purpose: string('What it is for, where it was sent by this service'),
			holdUntil: time('When a held message goes out, or may'),
			state: choice(
				'How far it came. Before its first event, what became of asking for it: accepted, held, refused, rejected, asked, sending; unknown: it may have been sent',
				['queued', 'sent', 'failed', 'expired', 'revoked', 'delivered', 'read', ...sendStatuses],
			),
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
		['id', 'connection', 'phone', 'state', 'fellBack', 'times', 'legs'],
	),
};
