import { errorCategories, providerError, RcsError } from '../../core/errors';
import { asBoolean, asObject, asString, defined } from '../../core/json';

/**
 * Why a credential got no access token: an error of ours, which n8n wraps. It is known by its shape,
 * because the file of the credential brings a class of its own.
 */
export function credentialError(wrapped: unknown): RcsError | undefined {
	const { name, detail } = asObject(asObject(wrapped)['cause']);
	const { category, message, advice, code, retryable } = asObject(detail);
	const known = errorCategories.find((one) => one === category);
	if (name !== 'RcsError' || !known) return undefined;
	const words = asString(message) ?? 'The credential got no access token';
	const more = { advice: asString(advice), code: asString(code), retryable: asBoolean(retryable) };
	return new RcsError(providerError(known, words, defined(more)));
}
