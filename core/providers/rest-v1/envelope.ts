import { asObject, isObject, type JsonObject } from '../../json';
import { pick } from './read';

/** The events of a webhook: one, a list, or a list in `events`. An empty list is one that says nothing. */
export function envelopesIn(body: unknown): readonly unknown[] {
	const { events } = asObject(body);
	const list = Array.isArray(body) ? body : events;
	return Array.isArray(list) && list.length > 0 ? list : [body];
}

/** When an event happened, as the service wrote it. */
export function timeOf(envelope: unknown): unknown {
	const event = asObject(envelope);
	return (
		pick(event, 'created_at', 'timestamp', 'occurred_at', 'time') ??
		pick(dataOf(event), 'timestamp', 'occurred_at', 'created_at')
	);
}

/** What an event is about: `data` or the like, else the event itself. */
export function dataOf(event: JsonObject): JsonObject {
	return [event['data'], event['payload'], event['message']].find(isObject) ?? event;
}
