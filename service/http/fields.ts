import * as v from 'valibot';
import { ANY, USUAL_PURPOSE } from '../../core/consent/applies';
import { countryCode, toE164 } from '../../core/message/phone';
import { parseTime } from '../../core/message/time';
import { purposeText, text } from '../config/values';

/** Fields that several requests have. */

/** A number as people write it, with its country code; becomes E.164 with `+`. */
export const phone = v.pipe(
	v.string(),
	v.check(
		(written) => toE164(written) !== undefined,
		'must be a phone number that begins with + or 00 and its country code, such as +447700900123',
	),
	v.transform((written) => toE164(written) ?? written),
);

/** Whose consent, for whom and for what. */
export const consentKey = {
	phone,
	agent: v.optional(text, ANY),
	purpose: v.optional(purposeText, USUAL_PURPOSE),
};

export const country = v.pipe(
	v.string(),
	v.check(
		(code) => countryCode(code) !== undefined,
		'must be a country of two letters, such as GB',
	),
	v.transform((code) => countryCode(code) ?? code),
);

/** A moment; milliseconds since 1970. */
export const moment = v.pipe(
	v.string(),
	v.check((at) => parseTime(at) !== undefined, 'must be a time, such as 2030-01-31T10:12:00Z'),
	v.transform((at) => parseTime(at) ?? NaN),
);

/** A moment as ISO 8601 in UTC. */
export const time = v.pipe(
	moment,
	v.transform((at) => new Date(at).toISOString()),
);

/** A list that is not empty and has no more members than one request takes. */
export function listOf<T>(schema: v.GenericSchema<unknown, T>, most = 1000) {
	return v.pipe(
		v.array(schema),
		v.check(({ length }) => length > 0, 'is empty'),
		v.check(
			({ length }) => length <= most,
			`has more than ${most} members; send the rest in another request`,
		),
	);
}
