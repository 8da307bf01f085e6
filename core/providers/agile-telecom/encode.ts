import { deepMerge, defined, type JsonObject } from '../../json';
import { parseTime } from '../../message/time';
import type { ReadyMessage } from '../../message/types';
import type { ProviderSettings } from '../../settings';
import { agentId } from './agent';
import { encodeContent } from './content';
import { encodeFallback } from './fallback';
import { agileOptions } from './options';

/**
 * The body of POST /api/message-server/rcs/send.
 *
 * @throws RcsError `configuration` when the agent or the sender of an SMS is missing.
 */
export function encodeMessage(message: ReadyMessage, settings: ProviderSettings): JsonObject {
	const options = agileOptions(settings);
	const { schedule, correlation, notify, simulate, fallback = [], providerOptions } = message;
	return deepMerge(
		{
			destination: message.to,
			agentId: agentId(message, settings),
			...encodeContent(message.content, options.bodyStyle),
			messageId: message.id,
			...defined({
				campaignId: correlation?.campaignId,
				simulation: simulate,
				enableNotification: notify?.enabled,
				scheduledDate: schedule && scheduledDate(schedule.at),
			}),
			...encodeFallback(fallback, options),
		},
		providerOptions ?? {},
	);
}

/** A time as `yyyy-MM-dd HH:mm:ss.SSSZ`, in UTC. */
function scheduledDate(time: string): string {
	const at = parseTime(time);
	return at === undefined
		? time
		: new Date(at).toISOString().replace('T', ' ').replace('Z', '+0000');
}
