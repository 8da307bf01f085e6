import { type EventDraft, makeEvent, readBody } from '../../event/event';
import type { RcsEvent } from '../../event/types';
import { asObject, asString, isObject, type JsonObject, lookUp } from '../../json';
import { userNumber } from '../../message/phone';
import type { Delivery } from '../../webhook/delivery';
import { parseForm } from './form';
import { readSms, readUserMessage } from './inbound';
import { deliveryError, stateOf } from './state';
import { offsetOf, timeOf } from './time';

type Draft = Omit<EventDraft, 'provider' | 'raw' | 'receivedAt'>;

/** How the `data` of a webhook is read, by its `webhook_event`. Newer accounts split `rcs` in two. */
const readers: Readonly<Record<string, (data: JsonObject) => Draft>> = {
	rcs: readRcs,
	rcs_mo: readRcs,
	rcs_dlr: readRcs,
	dlr: readSmsReport,
	sms_mo: readSms,
	tracking: readClick,
};

/**
 * One event a webhook: `{webhook_event, webhook_timestamp, data}`. Dates in `data` have no offset and are
 * taken to be in the zone of `webhook_timestamp`, which has one: read as UTC, they would lie after their
 * own report.
 */
export function parse(delivery: Delivery): RcsEvent[] {
	const raw = isForm(delivery) ? parseForm(delivery.body.toString('utf8')) : readBody(delivery);
	const { webhook_event, webhook_timestamp, data } = asObject(raw);
	const name = asString(webhook_event);
	const known = asObject(data);
	const draft = lookUp(readers, name)?.(known) ?? { type: 'unknown' };
	return [
		makeEvent({
			provider: 'seven',
			raw,
			receivedAt: delivery.receivedAt,
			providerEventId: isObject(data) ? eventIdOf(name, data) : undefined,
			...whoseOf(known),
			occurredAt: timeOf(
				known['time'] ?? known['timestamp'] ?? webhook_timestamp,
				offsetOf(webhook_timestamp),
			),
			...draft,
		}),
	];
}

/** A hook that was made by hand sends forms unless JSON was chosen. */
function isForm({ headers }: Delivery): boolean {
	return /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
}

/** A repeated webhook may have another `webhook_timestamp`, but is about the same. */
function eventIdOf(name: string | undefined, data: JsonObject): string {
	return JSON.stringify([name, data]);
}

/** `sender` is the person, also in reports on our messages; where it is the agent, `recipient` is the person. */
function whoseOf({ agent_id, sender, recipient }: JsonObject): Pick<Draft, 'user' | 'agent'> {
	const agent = asString(agent_id);
	const from = asString(sender);
	const user = from !== undefined && from === agent ? asString(recipient) : from;
	return { agent, user: user && userNumber(user) };
}

function readRcs(data: JsonObject): Draft {
	const read = asString(data['status']) === undefined ? readUserMessage : readRcsStatus;
	return read(data);
}

/** Typing is about no message of ours, even though it comes with the id of the last one. */
function readRcsStatus(data: JsonObject): Draft {
	const { status } = data;
	if (asString(status)?.toUpperCase() === 'IS_TYPING')
		return { type: 'user.typing', channel: 'rcs' };
	const state = stateOf(status);
	const ids = idsIn(data, 'msg_id');
	if (!state) return { type: 'unknown', ...ids };
	return { type: `message.${state}`, channel: 'rcs', ...ids, error: deliveryError(status) };
}

/** Delivery reports are about SMS: of a message of ours, the fallback, which is its last step. */
function readSmsReport(data: JsonObject): Draft {
	const state = stateOf(data['status']);
	const ids = idsIn(data, 'msg_id');
	if (!state) return { type: 'unknown', ...ids };
	const error = deliveryError(data['status']);
	const safeToFallBack = error ? true : undefined;
	return { type: `message.${state}`, channel: 'sms', ...ids, error, safeToFallBack };
}

/** A click on a tracked link. It does not tell in which channel the link stood. */
function readClick(data: JsonObject): Draft {
	const url = asString(data['final_url']) ?? asString(data['tracking_url']);
	const type = data['type'] === 'click' ? 'message.clicked' : 'unknown';
	return { type, url, ...idsIn(data, 'sms_id') };
}

/** Our id is the `foreign_id`; what does not carry it names the message by the id of seven.io alone. */
function idsIn(
	data: JsonObject,
	theirs: 'msg_id' | 'sms_id',
): Pick<Draft, 'messageId' | 'providerMessageId'> {
	return {
		messageId: asString(data['foreign_id']),
		providerMessageId: asString(data[theirs]),
	};
}
