import type { Channel, FailureReason, LegState, Message } from './types';

/** One step of a message on its way. */
export interface Step {
	at: string;
	channel: Channel;
	sender: string;
	state: LegState;
	reason?: FailureReason;
	/** What takes over, where the message goes on over another channel. */
	fallsBackTo?: Channel;
}

const order: readonly LegState[] = [
	...(['queued', 'sent', 'delivered', 'read'] as const),
	...(['failed', 'expired', 'revoked'] as const),
];

/** The way of a message over all its legs, in the order of time. */
export function timelineOf({ legs }: Message): Step[] {
	const steps = legs.flatMap(({ channel, sender, times, reason }, index) => {
		const next = legs[index + 1]?.channel;
		return order.flatMap((state): Step[] => {
			const at = times[state];
			if (at === undefined) return [];
			const lost = state === 'failed' || state === 'expired';
			return [
				{
					...{ at, channel, sender, state },
					...(lost && reason ? { reason } : {}),
					...(lost && next ? { fallsBackTo: next } : {}),
				},
			];
		});
	});
	// A stable sort: what happened in the same millisecond stays in the order of legs and states.
	return steps.toSorted((a, b) => a.at.localeCompare(b.at));
}
