import * as v from 'valibot';
import type { Fields } from '../../fields';
import { asString, defined, type JsonObject } from '../../json';
import { optionsOf, type ProviderSettings } from '../../settings';

/** `settings.options` of an Agile Telecom account. */
export const options = v.strictObject({
	/**
	 * How content is written. The RCS guide has it flat, `{type, text}`; the Postman collection and the
	 * use cases have it nested, `{type, body: {text}}`.
	 */
	bodyStyle: v.optional(v.picklist(['flat', 'nested']), 'flat'),
	/** Who a fallback SMS comes from when its step names nobody. */
	smsSender: v.exactOptional(v.string()),
});

export type AgileOptions = v.InferOutput<typeof options>;
export type BodyStyle = AgileOptions['bodyStyle'];

export function agileOptions(settings: ProviderSettings): AgileOptions {
	return optionsOf(options, settings);
}

export function optionsFromFields({ bodyStyle, smsSender }: Fields): JsonObject {
	return defined({
		bodyStyle: bodyStyle === 'nested' ? bodyStyle : undefined,
		smsSender: asString(smsSender),
	});
}
