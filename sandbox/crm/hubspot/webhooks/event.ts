import { compact, type JsonObject } from '../../../json';
import { APP_ID, PORTAL_ID } from '../account/account';
import type { Change } from '../records/changes';
import type { Subscription } from './app';

/** An event as it is kept until it is sent; each attempt adds its number. */
export type WebhookEvent = JsonObject;

const flags = {
	creation: 'CREATED',
	deletion: 'DELETED',
	privacyDeletion: 'DELETED',
	merge: 'MERGED',
} as const;

/** Whether a subscription is about a change. */
export function concerns({ eventType, propertyName }: Subscription, change: Change): boolean {
	if (eventType !== `contact.${change.kind}`) return false;
	return change.kind !== 'propertyChange' || change.property === propertyName;
}

/** What a subscription tells of a change. `eventId` is not promised to be unique. */
export function eventOf(
	change: Change,
	{ id, eventType }: Subscription,
	eventId: number,
): JsonObject {
	const { record, at, source } = change;
	return compact({
		eventId,
		subscriptionId: id,
		portalId: PORTAL_ID,
		appId: APP_ID,
		occurredAt: at,
		subscriptionType: eventType,
		objectId: Number(record.id),
		changeSource: source.sourceType,
		sourceId: source.sourceId,
		...detailsOf(change),
	});
}

function detailsOf(change: Change): JsonObject {
	switch (change.kind) {
		case 'propertyChange':
			return {
				propertyName: change.property,
				propertyValue: change.value,
				isSensitive: false,
			};
		case 'merge':
			return {
				changeFlag: flags.merge,
				primaryObjectId: Number(change.record.id),
				mergedObjectIds: [Number(change.merged.id)],
				newObjectId: Number(change.record.id),
				numberOfPropertiesMoved: 0,
			};
		default:
			return { changeFlag: flags[change.kind] };
	}
}
