import type { CrmConnector } from '../../connectors/crm';
import type { PhoneOutcome } from '../../connectors/writeBack';
import {
	categoryFacts,
	type ErrorCategory,
	type ProviderError,
	providerError,
} from '../../core/errors';
import { defined } from '../../core/json';
import { optionNames } from './options.properties';

type Failure = PhoneOutcome['failures'][number];

/** What to do, in the words of CRMs; for other categories the core's words fit. */
const advice: Readonly<Partial<Record<ErrorCategory, (crm: string) => string>>> = {
	auth: (crm) =>
		`Open the credential, check it and save or connect it again: ${crm} does not let it in.`,
	permission: (crm) =>
		`Give the key, app or user of the credential the permissions and scopes in ${crm} that the documentation lists.`,
	configuration: (crm) =>
		`Run the operation 'Set Up Fields' for ${crm}, and check the options of this node.`,
	notFound: (crm) => `Look the record up in ${crm}: it was deleted or merged.`,
	validation: (crm) =>
		`Correct the field, or the rule in ${crm} that refuses it, and run the item again.`,
	duplicate: (crm) => `Look in ${crm} for the other record that has this value, and merge them.`,
	credit: (crm) => `Make room in ${crm}, or turn off the option 'Keep History'.`,
	rateLimit: (crm) =>
		`The calls that ${crm} allows are used up. Run the items again later: what was written already changes nothing.`,
	provider: (crm) =>
		`${crm} had trouble. Run the items again later: what was written already changes nothing.`,
	unknownOutcome: (crm) =>
		`The answer of ${crm} was lost, so it is not known whether this was written. Run the item again in a few minutes: what is there by then is not written twice.`,
};

const categories: Readonly<Record<Exclude<Failure['status'], 'dead'>, ErrorCategory>> = {
	retry: 'provider',
	park: 'rateLimit',
	reauth: 'auth',
	unmatched: 'notFound',
	unknown: 'unknownOutcome',
};

/** Why something was not written, with what to do about it. */
export function errorOf(crm: CrmConnector, failure: Failure): ProviderError {
	const { reason, status } = failure;
	if (status === 'dead') {
		const { category = 'validation', code, advice: own } = failure;
		const error = providerError(category, reason, defined({ code }));
		return own === undefined ? inCrmWords(crm, error) : { ...error, advice: own };
	}
	const wait = status === 'park' ? { retryAfterMs: failure.afterMs } : {};
	return inCrmWords(crm, providerError(categories[status], reason, wait));
}

/** The error with advice about a CRM, unless it has advice of its own. */
export function inCrmWords({ displayName }: CrmConnector, error: ProviderError): ProviderError {
	const { category } = error;
	const message = error.message.replaceAll(SETTING, (path, name: string) => optionOf(name) ?? path);
	const isOwn = error.advice !== categoryFacts[category].advice;
	const words = isOwn ? undefined : advice[category]?.(displayName);
	return { ...error, message, advice: words ?? error.advice };
}

/** Where a connector names a setting of its own, the node has an option. */
const SETTING = /\bsettings\.options\.(\w+)(?:\.\w+)*/g;

function optionOf(setting: string): string | undefined {
	const name = optionNames[setting === 'history' ? 'historyAs' : setting];
	return name && `The option '${name}'`;
}
