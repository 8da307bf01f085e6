import type { RcsEvent } from '../../core/event/types';
import { deriveMessageId } from '../../core/message/id';
import { cut } from '../../core/message/text';
import type { EventChange } from '../changes';
import type { CrmSettings } from '../crm';
import type { Row } from '../row';
import { type Fact, fitting, htmlOf, mergeDays, nameOf, wordsOf } from './conversationDay';
import { keptEvents } from './events';
import { oneLine } from './html';
import { hubspotOptions } from './settings';
import type { TargetName } from './targets';
import { localTime } from './timeZone';

/** HubSpot's own number for "communication of this contact". */
const COMMUNICATION_TO_CONTACT = 81;

/** HubSpot knows WhatsApp, LinkedIn and SMS; RCS is not among them. */
export const CHANNEL = 'SMS';

/** As long as a text in RCS may be: what one person writes must not take the room of a whole day. */
const MOST_WORDS = 3072;
const MOST_OF_A_NAME = 255;

/**
 * One communication a contact and day, which tells everything of that day. HubSpot has no key for
 * communications: what is there already has to be asked for first (see communicationsThere.ts).
 */
export function communicationRows(changes: readonly EventChange[], settings: CrmSettings): Row[] {
	const { timeZone = 'UTC' } = hubspotOptions(settings);
	const days = new Map<string, { day: string; changes: Required<EventChange>[] }>();
	for (const change of keptEvents(changes, settings)) {
		const { day } = localTime(Date.parse(change.event.occurredAt), timeZone);
		const key = `${change.record.id} ${day}`;
		days.set(key, { day, changes: [...(days.get(key)?.changes ?? []), change] });
	}
	return [...days.values()].flatMap((one) => communicationRow(one.day, one.changes, timeZone));
}

function communicationRow(
	day: string,
	changes: readonly Required<EventChange>[],
	timeZone: string,
): Row[] {
	const [first] = changes;
	if (!first) return [];
	const { record } = first;
	const [phone = '', ...also] = new Set(changes.map((change) => change.phone));
	const about = { phone, ...(also.length > 0 ? { also } : {}), parent: record.id };
	const empty = { day, facts: [], notes: [] };
	const facts = changes.map(({ event }) => factOf(event, timeZone));
	const told = fitting(mergeDays(empty, { ...empty, facts }));
	const key = deriveMessageId(['communication', record.id, day, ...facts.map(nameOf).toSorted()]);
	const target: TargetName = 'communications';
	const body = {
		objectWriteTraceId: key,
		properties: {
			hs_communication_channel_type: CHANNEL,
			hs_communication_logged_from: 'CRM',
			hs_communication_body: htmlOf(told),
			hs_timestamp: latest(changes.map(({ event }) => event.occurredAt)),
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
	return [{ key, target, ...about, urgent: false, once: true, body }];
}

/** The states of a message are told together; what says something of its own is told by itself. */
function factOf(event: RcsEvent, timeZone: string): Fact {
	const { type, eventId, provider, messageId, campaignId, occurredAt } = event;
	const { time } = localTime(Date.parse(occurredAt), timeZone);
	const words = cut(oneLine(event.text ?? event.error?.message ?? event.url ?? ''), MOST_WORDS);
	const campaign = cut(oneLine(campaignId ?? ''), MOST_OF_A_NAME);
	const isState = words === '' && messageId !== undefined;
	const ref = deriveMessageId(isState ? [provider, messageId] : [eventId]).slice(0, 8);
	const fact = { ref, time, what: wordsOf(type) };
	if (words !== '') return { ...fact, words: campaign ? `${words} (${campaign})` : words };
	return campaign ? { ...fact, campaign } : fact;
}

/** Of times in ISO 8601 and UTC. */
export function latest(times: readonly string[]): string {
	return times.reduce((known, time) => (time > known ? time : known), '');
}
