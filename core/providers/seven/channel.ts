import type { EventChannel } from '../../event/types';
import { asString, lookUp } from '../../json';

const channels: Readonly<Record<string, EventChannel>> = { RCS: 'rcs', SMS: 'sms' };

/** `channel` of an answer, or `message_type` of a webhook. */
export function channelOf(name: unknown): EventChannel | undefined {
	return lookUp(channels, asString(name)?.toUpperCase());
}
