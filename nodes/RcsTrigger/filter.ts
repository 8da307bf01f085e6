import type { RcsEvent } from '../../core/event/types';
import type { TriggerOptions } from './options';

/** Whether the workflow is to hear of an event. */
export function isWanted(event: RcsEvent, options: TriggerOptions): boolean {
	return (
		options.events.includes(event.type) &&
		(isPossibleOptOut(event) || !options.onlyPossibleOptOuts.includes(event.type)) &&
		sameIfNamed(event.agent, options.agent) &&
		sameIfNamed(event.channel, options.channel) &&
		hasPrefix(event, options.postbackPrefix)
	);
}

function sameIfNamed(actual: string | undefined, wanted: string | undefined): boolean {
	return actual === undefined || wanted === undefined || actual === wanted;
}

/** Whether somebody has to read what a person wrote. */
function isPossibleOptOut({ optOut }: RcsEvent): boolean {
	return optOut?.verdict === 'doubtful';
}

/** What may be an opt-out is never left out: it has no postback data. */
function hasPrefix(event: RcsEvent, prefix: string | undefined): boolean {
	const { type, postbackData } = event;
	if (prefix === undefined || isPossibleOptOut(event)) return true;
	if (type !== 'message.clicked' && type !== 'message.replied') return true;
	return postbackData?.startsWith(prefix) ?? false;
}
