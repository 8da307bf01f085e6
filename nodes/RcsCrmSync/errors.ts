import type { CrmConnector } from '../../connectors/crm';
import type { PhoneOutcome } from '../../connectors/phoneOutcome';
import { type ErrorCategory, type ProviderError, providerError } from '../../core/errors';
import { defined } from '../../core/json';
import { inCrmWords } from '../shared/crmErrors';
import { optionNames } from './options.properties';

type Failure = PhoneOutcome['failures'][number];

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
		return own === undefined ? inNodeWords(crm, error) : { ...error, advice: own };
	}
	const wait = status === 'park' ? { retryAfterMs: failure.afterMs } : {};
	return inNodeWords(crm, providerError(categories[status], reason, wait));
}

/** The error with advice about a CRM, and the names of this node's options. */
export function inNodeWords(crm: CrmConnector, error: ProviderError): ProviderError {
	const message = error.message.replaceAll(SETTING, (path, name: string) => optionOf(name) ?? path);
	return inCrmWords(crm, { ...error, message });
}

/** Where a connector names a setting of its own, the node has an option. */
const SETTING = /\bsettings\.options\.(\w+)(?:\.\w+)*/g;

function optionOf(setting: string): string | undefined {
	const name = optionNames[setting === 'history' ? 'historyAs' : setting];
	return name && `The option '${name}'`;
}
