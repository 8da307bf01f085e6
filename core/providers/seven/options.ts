import * as v from 'valibot';
import type { Fields } from '../../fields';
import { asString, defined, type JsonObject } from '../../json';
import { optionsOf, type ProviderSettings } from '../../settings';

/** `settings.options` of a seven.io account. */
export const options = v.strictObject({
	/** Signs each request with the signing key of the account. */
	signRequests: v.exactOptional(v.strictObject({ key: v.pipe(v.string(), v.minLength(1)) })),
	/**
	 * `guess` writes rich content in the form that is most likely, because its document could not be
	 * read; `rawOnly` refuses everything but plain text and raw content. See rcsObject.ts.
	 */
	richContent: v.optional(v.picklist(['guess', 'rawOnly']), 'guess'),
});

export type SevenOptions = v.InferOutput<typeof options>;

export function sevenOptions(settings: ProviderSettings): SevenOptions {
	return optionsOf(options, settings);
}

export function optionsFromFields({ requestSecret, richContent }: Fields): JsonObject {
	const key = asString(requestSecret);
	return defined({
		signRequests: key === undefined ? undefined : { key },
		richContent: richContent === 'rawOnly' ? richContent : undefined,
	});
}
