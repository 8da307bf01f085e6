import { type ErrorCategory, type ProviderError, providerError } from '../errors';
import { defined, lookUp } from '../json';
import type { ConsentProblem } from './consentRule';
import type { Hold } from './decision';
import type { GateAnswer } from './gateAnswer';
import type { QuietHoursProblem } from './quietHours';

type Rule = ConsentProblem | QuietHoursProblem | Hold['rule'];

const categories: Readonly<Record<Rule, ErrorCategory>> = {
	consentUnknown: 'consentMissing',
	notOptedIn: 'consentMissing',
	pending: 'consentMissing',
	optOutReview: 'consentMissing',
	optedOut: 'optedOut',
	frequencyCap: 'frequencyCap',
	quietHours: 'quietHours',
	timeZone: 'quietHours',
	ownHours: 'quietHours',
	placeUnknown: 'quietHours',
	neverOpen: 'quietHours',
};

/** Why the gate did not let a message through. */
export interface GateError extends ProviderError {
	/** The precise rule; its category covers several. */
	rule: string;
}

/** The error that stands for an answer other than `send`. A rule nobody knows stops as missing consent does. */
export function gateError({ rule = 'consentUnknown', why, advice }: GateAnswer): GateError {
	const category = lookUp<ErrorCategory>(categories, rule) ?? 'consentMissing';
	const message = why ?? `The send gate did not let the message through (${rule})`;
	return { ...providerError(category, message, defined({ advice })), rule };
}
