import type { EventType, RcsEvent } from '../../core/event/types';
import { cut } from '../../core/message/text';
import type { EventChange } from '../changes';
import type { CrmSettings } from '../crm';
import type { Row } from '../row';
import { eventNameOf, hubspotOptions } from './settings';
import type { TargetName } from './targets';

/** HubSpot refuses a custom event with a longer value. */
const LONGEST_VALUE = 50;

/** What custom events tell beside the time: name, label, and what is in it. */
export const eventProperties = [
	['rcs_type', 'What happened', ({ type }) => type],
	['rcs_provider', 'RCS provider', ({ provider }) => provider],
	['rcs_agent', 'RCS agent', ({ agent }) => agent],
	['rcs_channel', 'Channel', ({ channel }) => channel],
	['rcs_message_id', 'Message', ({ messageId }) => messageId],
	['rcs_campaign', 'Campaign', ({ campaignId }) => campaignId],
	['rcs_text', 'Beginning of what was written', ({ text }) => text],
	['rcs_error', 'Why it failed', ({ error }) => error?.message],
] as const satisfies readonly [
	name: string,
	label: string,
	of: (event: RcsEvent) => string | undefined,
][];

/** One custom event each. HubSpot names it by `uuid`, so that the same event twice can be told. */
export function eventRows(changes: readonly EventChange[], settings: CrmSettings): Row[] {
	const kept = keptEvents(changes, settings);
	if (kept.length === 0) return [];
	const eventName = eventNameOf(settings);
	return kept.map(({ phone, record, event }) => {
		const { eventId: uuid, occurredAt } = event;
		const target: TargetName = 'events';
		const body = { eventName, objectId: record.id, occurredAt, uuid, properties: tell(event) };
		return { key: uuid, target, phone, parent: record.id, urgent: false, body };
	});
}

function tell(event: RcsEvent): Record<string, string> {
	return Object.fromEntries(
		eventProperties.flatMap(([name, , of]): [string, string][] => {
			const value = of(event);
			return value ? [[name, cut(value, LONGEST_VALUE)]] : [];
		}),
	);
}

/** What is kept of events, each of them once. */
export function keptEvents(
	changes: readonly EventChange[],
	settings: CrmSettings,
): Required<EventChange>[] {
	const { eventTypes } = hubspotOptions(settings);
	const isKept = (type: EventType) => eventTypes?.includes(type) ?? true;
	const kept = new Map<string, Required<EventChange>>();
	for (const { phone, record, event } of changes)
		if (record && isKept(event.type)) kept.set(event.eventId, { phone, record, event });
	return [...kept.values()];
}
