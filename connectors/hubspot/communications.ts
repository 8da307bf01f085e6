import type { RcsEvent } from '../../core/event/types';
import { deriveMessageId } from '../../core/message/id';
import { cut } from '../../core/message/text';
import type { CrmSettings, EventChange, Row } from '../crm';
import { keptEvents } from './events';
import { hubspotOptions } from './settings';
import type { TargetName } from './targets';
import { localTime } from './timeZone';

/** HubSpot's own number for "communication of this contact". */
const COMMUNICATION_TO_CONTACT = 81;

/** The most characters of a communication. */
const LONGEST_BODY = 65_536;

/**
 * One communication a contact and day, which tells everything of that day. HubSpot has no key for
 * communications: what comes later on the same day is another one.
 */
export function communicationRows(changes: readonly EventChange[], settings: CrmSettings): Row[] {
	const { timeZone = 'UTC' } = hubspotOptions(settings);
	const days = new Map<string, Required<EventChange>[]>();
	for (const change of keptEvents(changes, settings)) {
		const { day } = localTime(Date.parse(change.event.occurredAt), timeZone);
		const key = `${change.record.id} ${day}`;
		days.set(key, [...(days.get(key) ?? []), change]);
	}
	return [...days.values()].flatMap((day) => communicationRow(day, timeZone));
}

function communicationRow(changes: readonly Required<EventChange>[], timeZone: string): Row[] {
	const inOrder = changes.toSorted((a, b) => compare(a.event, b.event));
	const [first] = inOrder;
	if (!first) return [];
	const { phone, record } = first;
	const key = deriveMessageId(['communication', ...inOrder.map(({ event }) => event.eventId)]);
	const lines = inOrder.map(({ event }) => lineOf(event, timeZone));
	const target: TargetName = 'communications';
	const body = {
		objectWriteTraceId: key,
		properties: {
			// HubSpot knows WhatsApp, LinkedIn and SMS; RCS is not among them.
			hs_communication_channel_type: 'SMS',
			hs_communication_logged_from: 'CRM',
			hs_communication_body: cut(['RCS', ...lines].join('<br>'), LONGEST_BODY),
			hs_timestamp: inOrder.at(-1)?.event.occurredAt ?? first.event.occurredAt,
		},
		associations: [
			{
				to: { id: record.id },
				types: [
					{
						associationCategory: 'HUBSPOT_DEFINED',
						associationTypeId: COMMUNICATION_TO_CONTACT,
					},
				],
			},
		],
	};
	return [{ key, target, phone, parent: record.id, urgent: false, once: true, body }];
}

/** `10:12 message.replied (spring): Yes please` */
function lineOf(event: RcsEvent, timeZone: string): string {
	const { time } = localTime(Date.parse(event.occurredAt), timeZone);
	const { type, campaignId, text, error } = event;
	const campaign = campaignId ? ` (${campaignId})` : '';
	const words = text ?? error?.message;
	return asHtml(`${time.slice(0, 5)} ${type}${campaign}${words ? `: ${words}` : ''}`);
}

/** The body is HTML, and people write anything. */
function asHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('\n', '<br>');
}

/** By time, then always the same way. */
function compare(a: RcsEvent, b: RcsEvent): number {
	const [left, right] = [a, b].map(({ occurredAt, eventId }) => `${occurredAt} ${eventId}`);
	return (left ?? '') < (right ?? '') ? -1 : 1;
}
