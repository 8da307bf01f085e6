import type { RcsEvent } from '../../core/event/types';
import type { TriggerOptions } from './options';

/** Whether the workflow is to hear of an event. */
export function isWanted(event: RcsEvent, options: TriggerOptions): boolean {
	return (
		options.events.includes(event.type) &&
		sameIfNamed(event.agent, options.agent) &&
		sameIfNamed(event.channel, options.channel) &&
		hasPrefix(event, options.postbackPrefix)
	);
}

function sameIfNamed(actual: string | undefined, wanted: string | undefined): boolean {
	return actual === undefined || wanted === undefined || actual === wanted;
}

function hasPrefix({ type, postbackData }: RcsEvent, prefix: string | undefined): boolean {
	if (prefix === undefined) return true;
	if (type !== 'message.clicked' && type !== 'message.replied') return true;
	return postbackData?.startsWith(prefix) ?? false;
}
