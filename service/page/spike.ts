import type { FailureRate } from './shapes';

/** When failures are an alert. Shares are of 1. */
const rule = { leastFailed: 10, times: 3, points: 0.05, withoutUsual: 0.2, leastUsual: 50 };

/** The rule as people read it. */
export const spikeRule = [
	`An alert shows when at least ${rule.leastFailed} messages failed in the last hour,`,
	`and their share is ${rule.times} times the usual or more, and at least ${rule.points * 100} points above it.`,
	'The usual is the share of the seven days before.',
	'A message counts as failed also where another channel then reached the person.',
	`With fewer than ${rule.leastUsual} messages in those days, a share of ${rule.withoutUsual * 100} % is an alert.`,
].join(' ');

/** Whether more fails than usual. */
export function isSpike({ hour, usual }: { hour: FailureRate; usual: FailureRate }): boolean {
	if (hour.failed < rule.leastFailed) return false;
	if (usual.all < rule.leastUsual) return share(hour) >= rule.withoutUsual;
	return share(hour) >= share(usual) * rule.times && share(hour) - share(usual) >= rule.points;
}

function share({ failed, all }: FailureRate): number {
	return all === 0 ? 0 : failed / all;
}
