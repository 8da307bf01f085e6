import { asString, type JsonObject, lookUp } from '../../../json';
import { isoTime } from '../../../event/event';
import { type Draft, number } from './draft';

/**
 * A tap on a tracked link. The description names the event CLICK and says nothing of its webhook, so
 * the members are the ones Infobip's other webhooks would give it, and what has no address or no
 * message stays `unknown`.
 */
export function isClick(result: JsonObject): boolean {
	const hasLink = firstOf(result, ['url', 'clickedUrl', 'originalUrl']) !== undefined;
	return hasLink && asString(result['messageId']) !== undefined;
}

export function readClick(result: JsonObject): Draft {
	const { messageId, sender } = result;
	return {
		type: 'message.clicked',
		messageId: asString(messageId),
		user: number(result['to'] ?? result['recipient'] ?? result['destination']),
		agent: asString(sender),
		url: firstOf(result, ['url', 'clickedUrl', 'originalUrl']),
		occurredAt: timeOf(firstOf(result, ['clickedAt', 'clickTime', 'receivedAt', 'occurredAt'])),
	};
}

function firstOf(result: JsonObject, names: readonly string[]): string | undefined {
	return names.map((name) => asString(lookUp(result, name))).find((value) => value !== undefined);
}

/** Infobip's click reports of other channels tell milliseconds since 1970. */
function timeOf(time: string | undefined): string | undefined {
	const at = new Date(/^\d{13}$/.test(time ?? '') ? Number(time) : NaN);
	return Number.isNaN(at.getTime()) ? isoTime(time) : at.toISOString();
}
