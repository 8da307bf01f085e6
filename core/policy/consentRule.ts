import { type Consent, isDoubt } from '../consent/consentOf';
import type { Refusal } from './decision';

/** What the consent ledger says of the message's own key; `unknown` when it could not be asked. */
export type KnownConsent = Consent | 'unknown';

/** From the laxest to the strictest. */
export const transactionalConsents = ['nothing', 'noOptOut', 'optIn'] as const;
/** What transactional messages need: nothing, no opt-out for their own purpose, or an opt-in for it. */
export type TransactionalConsent = (typeof transactionalConsents)[number];

export type ConsentProblem =
	'consentUnknown' | 'notOptedIn' | 'pending' | 'optOutReview' | 'optedOut';

/**
 * Whether consent allows a message. Marketing needs an opt-in; when nobody can say whether there is one,
 * there is none.
 */
export function consentRule(
	consent: KnownConsent,
	promotional: boolean,
	transactional: TransactionalConsent = 'noOptOut',
): { send: true } | Refusal<ConsentProblem> {
	const problem = problemOf(consent);
	const needed = promotional ? 'optIn' : transactional;
	if (problem === undefined || !stops[needed].includes(problem)) return { send: true };
	return { send: false, rule: problem, ...words[problem] };
}

const stops: Readonly<Record<TransactionalConsent, readonly ConsentProblem[]>> = {
	nothing: [],
	noOptOut: ['optedOut'],
	optIn: ['consentUnknown', 'notOptedIn', 'pending', 'optOutReview', 'optedOut'],
};

function problemOf(consent: KnownConsent): ConsentProblem | undefined {
	if (consent === 'unknown') return 'consentUnknown';
	if (consent.state === 'none') return 'notOptedIn';
	if (consent.decidedBy && isDoubt(consent.decidedBy)) return 'optOutReview';
	return consent.state === 'optedIn' ? undefined : consent.state;
}

const words: Readonly<Record<ConsentProblem, { why: string; advice: string }>> = {
	consentUnknown: {
		why: 'Nobody could say whether this person agreed to these messages',
		advice: 'Check that the consent ledger can be reached, and send the message again then.',
	},
	notOptedIn: {
		why: 'This person has not agreed to these messages',
		advice: 'Ask for consent first, or record the consent you have with its proof.',
	},
	pending: {
		why: 'This person asked for these messages and has not confirmed it yet',
		advice: 'Wait for the confirmation, or ask for it once more.',
	},
	optOutReview: {
		why: 'This person wrote what may be an opt-out, and it waits for review',
		advice:
			'Read what the person wrote, and record an opt-out, or an opt-in where the person wants the messages.',
	},
	optedOut: {
		why: 'This person opted out of these messages',
		advice: 'Send nothing more for this purpose until the person opts in again.',
	},
};
