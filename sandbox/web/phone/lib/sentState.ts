import type { SentState } from '../../../../handset/parts/states';
import type { InboundEntry, TrafficSummary } from './types';

const taken = ({ status = 0 }: TrafficSummary): boolean => status >= 200 && status < 300;

/** How far it came what a person wrote: delivered once a webhook with it was taken, read when the agent says so. */
export function sentStateOf(
	{ id, provider, seenAt }: InboundEntry,
	traffic: readonly TrafficSummary[],
): SentState {
	if (seenAt !== undefined) return 'read';
	const delivered = traffic.some(
		(exchange) =>
			exchange.kind === 'webhook' &&
			exchange.provider === provider &&
			exchange.inboundIds.includes(id) &&
			taken(exchange),
	);
	return delivered ? 'delivered' : 'sent';
}
