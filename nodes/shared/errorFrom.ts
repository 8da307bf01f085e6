import { errorCategories, type ProviderError, providerError } from '../../core/errors';
import { asString, defined, isObject } from '../../core/json';

/** Why a message failed, in the provider's words and its category. */
export function errorFrom(json: unknown): ProviderError | undefined {
	if (!isObject(json)) return undefined;
	const category = errorCategories.find((known) => known === json['category']);
	const message = asString(json['message']);
	if (category === undefined && message === undefined) return undefined;
	const more = defined({ code: asString(json['code']) });
	return providerError(category ?? 'provider', message ?? '', more);
}
