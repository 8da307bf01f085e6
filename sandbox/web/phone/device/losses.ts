import type { FailureReason } from '../../../network/types';
import { channelNames } from '../lib/channels';
import type { Leg } from '../lib/types';

const losses: Readonly<Record<FailureReason, (channel: string) => string>> = {
	notReachable: (channel) => `this phone has no ${channel}`,
	blocked: () => 'this phone blocks the sender',
	expired: () => 'it expired while the phone was offline',
	badTemplate: () => 'template and parameters do not match',
};

/** Why a message did not come by a channel, and by which it went instead. */
export function lossOf({ channel, reason }: Leg, next: Leg | undefined): string {
	const name = channelNames[channel];
	const why = reason ? `: ${losses[reason](name)}` : '';
	const then = next ? `, so it went by ${channelNames[next.channel]}` : '';
	return `${name} not delivered${why}${then}.`;
}
