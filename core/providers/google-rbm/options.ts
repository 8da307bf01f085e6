import * as v from 'valibot';
import type { Fields } from '../../fields';
import { defined, type JsonObject } from '../../json';
import { optionsOf, type ProviderSettings } from '../../settings';

const regions = ['global', 'europe', 'us', 'asia'] as const;

/** `settings.options` of a Google RBM account. */
export const options = v.strictObject({
	/** Where the agent is hosted; Google fixes it when the agent is created. */
	region: v.exactOptional(v.picklist(regions), 'global'),
});

export function rbmOptions(settings: ProviderSettings): v.InferOutput<typeof options> {
	return optionsOf(options, settings);
}

export function optionsFromFields(fields: Fields): JsonObject {
	return defined({ region: regions.find((region) => region === fields['region']) });
}
