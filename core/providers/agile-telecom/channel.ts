import type { EventChannel } from '../../event/types';
import { asString, lookUp } from '../../json';

const channels: Readonly<Record<string, EventChannel>> = {
	RCS: 'rcs',
	SMS: 'sms',
	WHATSAPP: 'whatsapp',
};

/** A channel by its name, which the documents write in capitals, in small letters and in both. */
export function channelOf(name: unknown): EventChannel | undefined {
	return lookUp(channels, asString(name)?.toUpperCase());
}
