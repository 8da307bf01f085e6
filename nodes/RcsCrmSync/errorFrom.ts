import { errorCategories, type ProviderError, providerError } from '../../core/errors';
import { asString, defined, isObject } from '../../core/json';

/** Why a message failed, in the provider's words and its category. */
export function errorFrom(json: unknown): ProviderError | undefined {
	if (!isObject(json)) return undefined;
	const category = errorCategories.find((known) => known === json['category']) ?? 'provider';
	const message = asString(json['message']);
	if (message === undefined) return undefined;
	return providerError(category, message, defined({ code: asString(json['code']) }));
}
