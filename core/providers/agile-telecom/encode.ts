import { deepMerge, defined, type JsonObject } from '../../json';
import { parseTime } from '../../message/time';
import type { ReadyMessage } from '../../message/types';
import type { ProviderSettings } from '../../settings';
import { agentId } from './agent';
import { encodeContent } from './content';
import { encodeFallback } from './fallback';
import { agileOptions } from './options';
import { variablesIn } from './placeholders';

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
				...ownPlaceholders(message),
				simulation: simulate,
				enableNotification: notify?.enabled,
				scheduledDate: schedule && scheduledDate(schedule.at),
			}),
			...encodeFallback(fallback, options),
		},
		providerOptions ?? {},
	);
}

/** Values for `{name}` in the texts of the message, where any of them is used there. */
function ownPlaceholders({ content, fallback, placeholders = {} }: ReadyMessage) {
	const used = variablesIn([content, fallback]).filter((name) => Object.hasOwn(placeholders, name));
	return used.length > 0 ? { placeholders } : {};
}

/** A time as `yyyy-MM-dd HH:mm:ss.SSSZ`, in UTC. */
function scheduledDate(time: string): string {
	const at = parseTime(time);
	return at === undefined
		? time
		: new Date(at).toISOString().replace('T', ' ').replace('Z', '+0000');
}
