import * as v from 'valibot';
import type { Fields } from '../../fields';
import { asString, defined, type JsonObject } from '../../json';
import { optionsOf, type ProviderSettings } from '../../settings';
import { hmacAlgorithms } from '../../webhook/secrets';

/** `settings.options` of an Infobip account. */
export const options = v.strictObject({
	applicationId: v.exactOptional(v.string()),
	entityId: v.exactOptional(v.string()),
	/** How webhooks are signed: Infobip's documents name neither the header nor the encoding. */
	hmac: v.exactOptional(
		v.strictObject({
			header: v.string(),
			algorithm: v.picklist(hmacAlgorithms),
			encoding: v.picklist(['hex', 'base64']),
		}),
	),
});

export function infobipOptions(settings: ProviderSettings): v.InferOutput<typeof options> {
	return optionsOf(options, settings);
}

export function optionsFromFields(fields: Fields): JsonObject {
	const header = asString(fields['hmacHeader']);
	const algorithm = hmacAlgorithms.find((name) => name === fields['hmacAlgorithm']) ?? 'sha256';
	const encoding = fields['hmacEncoding'] === 'base64' ? 'base64' : 'hex';
	return defined({
		applicationId: asString(fields['applicationId']),
		entityId: asString(fields['entityId']),
		hmac: header ? { header, algorithm, encoding } : undefined,
	});
}
