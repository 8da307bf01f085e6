import * as v from 'valibot';
import { optionsOf } from '../../core/settings';
import type { CrmSettings } from '../crm';
import { people, type PersonObject } from './people';

const recordId = v.pipe(
	v.string(),
	v.check(
		(text) => /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/.test(text),
		'must be an id of 15 or 18 characters',
	),
);

/** `settings.options` of a Salesforce org. */
export const options = v.strictObject({
	/** `auto`: Bulk API 2.0 above 10,000 rows, composite requests below. */
	mode: v.optional(v.picklist(['auto', 'composite', 'bulk']), 'auto'),
	/** Where people are. */
	objects: v.optional(v.pipe(v.array(v.picklist(['Contact', 'Lead'])), v.minLength(1)), [
		'Contact',
		'Lead',
	]),
	/** The last name of contacts that are made. Absent: their phone. */
	newContactLastName: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
	/** Also keeps consent as ContactPointTypeConsent of the Individual of a record. */
	pointTypeConsent: v.exactOptional(
		v.strictObject({
			engagementChannelTypeId: v.exactOptional(recordId),
			dataUsePurposeId: v.exactOptional(recordId),
		}),
	),
});

export type SalesforceOptions = v.InferOutput<typeof options>;

/** @throws RcsError `configuration` when the options are not what `options` says. */
export function salesforceOptions({ options: given }: CrmSettings): SalesforceOptions {
	return optionsOf(options, given ? { options: given } : {});
}

export function peopleOf(settings: CrmSettings): readonly PersonObject[] {
	const { objects } = salesforceOptions(settings);
	return people.filter(({ name }) => objects.includes(name));
}
