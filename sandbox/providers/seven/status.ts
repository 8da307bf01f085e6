import type { LegState, Message } from '../../network/types';
import { reportTime } from './payloads';

/** The documented words; there are none for a message that was read, or taken back. */
const statuses: Readonly<Record<LegState, string>> = {
	queued: 'ACCEPTED',
	sent: 'TRANSMITTED',
	delivered: 'DELIVERED',
	read: 'DELIVERED',
	failed: 'FAILED',
	expired: 'EXPIRED',
	revoked: 'NOTDELIVERED',
};

/** The entry of GET /status for a message; undefined where there is none. */
export function statusOf(message: Message | undefined): object | undefined {
	const leg = message?.legs.at(-1);
	if (!message || !leg) return undefined;
	const status_time = reportTime(leg.times[leg.state] ?? message.createdAt);
	return { id: message.id, status: statuses[leg.state], status_time };
}
