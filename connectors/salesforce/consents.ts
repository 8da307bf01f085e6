import { defined } from '../../core/json';
import { statusChoices } from '../contactWrites';
import type { ContactChange } from '../changes';
import type { CrmSettings } from '../crm';
import type { Row } from '../row';
import { CONSENT, CONSENT_KEY } from './targets';
import { salesforceOptions } from './settings';

/** `NotSeen` is for people who were never asked. */
const statuses: Readonly<Record<string, string>> = {
	[statusChoices.optedIn]: 'OptIn',
	[statusChoices.optedOut]: 'OptOut',
	[statusChoices.pending]: 'Seen',
};

/**
 * The consent of the Individual of a record, where the org keeps consent there. Salesforce knows no RCS:
 * it is the contact point Phone, and the engagement channel tells which one.
 *
 * @see https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_contactpointtypeconsent.htm
 */
export function consentRows(change: ContactChange, settings: CrmSettings): Row[] {
	const { pointTypeConsent: wanted } = salesforceOptions(settings);
	const { phone, also, record, urgent, values } = change;
	const { consentStatus, consentUpdatedAt: since, consentSource } = values;
	const status = statuses[String(consentStatus)];
	const person = record?.person;
	if (!wanted || !record || person === undefined || status === undefined) return [];
	const key = `rcs:${person}:${wanted.dataUsePurposeId ?? ''}`;
	const body = defined({
		[CONSENT_KEY]: key,
		Name: 'RCS messages',
		PartyId: person,
		ContactPointType: 'Phone',
		PrivacyConsentStatus: status,
		CaptureContactPointType: 'Phone',
		CaptureDate: since,
		EffectiveFrom: since,
		CaptureSource: consentSource,
		EngagementChannelTypeId: wanted.engagementChannelTypeId,
		DataUsePurposeId: wanted.dataUsePurposeId,
	});
	const about = { phone, ...defined({ also }), parent: record.id };
	return [{ key: `${CONSENT}:${key}`, target: CONSENT, ...about, urgent, body }];
}
