import { consentSources, statedStates } from '../../../core/consent/statement';
import { errorCategories } from '../../../core/errors';
import { trafficTypes } from '../../../core/message/types';
import { agent, checks, country, phone, purpose, timeZone } from './fields';
import { messageComponents } from './messages';
import { anyObject, choice, list, object, type Schema, string, time } from './schema';

/** What the gate says of a message. */
const gateAnswer = {
	outcome: choice('Whether it may go out', ['send', 'refused', 'hold']),
	rule: string('The rule that stops it'),
	why: string('What happened'),
	advice: string('What to do about it'),
	holdUntil: time('The first moment at which it may go out'),
	checks,
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
			country,
			timeZone,
		},
		['id', 'phone'],
	),
	GateAnswer: object({ id: string('Your id of the message'), ...gateAnswer }, [
		'id',
		'outcome',
		'checks',
	]),
	GateVerdict: object(gateAnswer, ['outcome', 'checks']),
	...messageComponents,
};
