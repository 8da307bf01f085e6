import { asArray, asObject, asString, type JsonObject, parseJson } from '../../core/json';
import type { RecordRef } from '../changes';
import { type RecordNews, recordNews } from '../recordNews';
import { propertyName } from './fields';

export { verifyHubspot } from './signature';

/** Whose events count. */
export interface HubspotWebhookOptions {
	/** The account. An app can be installed in several, which share its webhook URL. */
	portalId?: string;
	/**
	 * Drops what this app wrote itself. Only for an app that nobody else writes with: its source is on all
	 * that is written with its keys.
	 */
	ownAppId?: string;
}

/** Values that say, or settle, what somebody consented to. */
const watched = new Set<string>(
	(['consentStatus', 'consentUpdatedAt', 'consentSource'] as const).map(propertyName),
);

/**
 * What an app's webhook tells of contacts. Total: what is no event of a contact is left out, as are the
 * events of properties that have nothing to do with consent.
 *
 * @see https://developers.hubspot.com/docs/api-reference/legacy/webhooks/guide
 */
export function readHubspotWebhook(
	body: string | Buffer,
	options: HubspotWebhookOptions = {},
): RecordNews {
	const parsed = parseJson(body.toString());
	const events = (Array.isArray(parsed) ? asArray(parsed) : [parsed])
		.map(asObject)
		.filter((event) => counts(event, options));
	return recordNews(events.flatMap(changedBy), events.flatMap(removedBy));
}

function counts(event: JsonObject, { portalId, ownAppId }: HubspotWebhookOptions): boolean {
	const isHere = portalId === undefined || asString(event['portalId']) === portalId;
	const isOwn =
		ownAppId !== undefined &&
		event['changeSource'] === 'INTEGRATION' &&
		asString(event['sourceId']) === ownAppId;
	return isHere && !isOwn && kindOf(event) !== undefined;
}

/** Of contacts: `contact.creation`, or `object.creation` with the type of contacts. */
function kindOf(event: JsonObject): string | undefined {
	const [subject, kind] = asString(event['subscriptionType'])?.split('.') ?? [];
	if (subject === 'contact') return kind;
	return subject === 'object' && event['objectTypeId'] === CONTACT_TYPE ? kind : undefined;
}

const CONTACT_TYPE = '0-1';

function changedBy(event: JsonObject): RecordRef[] {
	switch (kindOf(event)) {
		case 'propertyChange':
			return watched.has(asString(event['propertyName']) ?? '') ? contacts(event, 'objectId') : [];
		case 'creation':
		case 'restore':
			return contacts(event, 'objectId');
		case 'merge':
			return contacts(event, 'newObjectId', 'primaryObjectId');
		default:
			return [];
	}
}

function removedBy(event: JsonObject): RecordRef[] {
	switch (kindOf(event)) {
		case 'deletion':
		case 'privacyDeletion':
			return contacts(event, 'objectId');
		case 'merge': {
			const kept = asString(event['newObjectId']);
			const all = [...contacts(event, 'primaryObjectId'), ...contacts(event, 'mergedObjectIds')];
			return all.filter(({ id }) => kept !== undefined && id !== kept);
		}
		default:
			return [];
	}
}

/** The contacts that members of an event name; of several members the first that names any. */
function contacts(event: JsonObject, ...members: readonly string[]): RecordRef[] {
	const named = members.map((member) =>
		[event[member]].flat().flatMap((id) => {
			const text = asString(id) ?? '';
			return /^\d{1,20}$/.test(text) ? [{ object: 'contacts', id: text }] : [];
		}),
	);
	return named.find((found) => found.length > 0) ?? [];
}
