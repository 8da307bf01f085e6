import { type IExecuteFunctions, NodeOperationError, WAIT_INDEFINITELY } from 'n8n-workflow';
import { asNumber, asObject, asString } from '../../../core/json';
import { timeWithOffset } from '../../shared/times';

const unitMs: Readonly<Record<string, number>> = {
	minutes: 60_000,
	hours: 3_600_000,
	days: 86_400_000,
};

/** What ends later counts for no end at all, and what ends much later is no date. */
const LAST_YEAR = WAIT_INDEFINITELY.getUTCFullYear() - 1;

/** When n8n stops waiting. A limit that makes no sense stops the node: it would wait for ever, or not at all. */
export function waitTillOf(context: IExecuteFunctions, limitWaitTime: unknown, now: number): Date {
	const { values } = asObject(limitWaitTime);
	if (values === undefined) return WAIT_INDEFINITELY;
	const limit = asObject(values);
	const end =
		limit['limitType'] === 'atSpecifiedTime'
			? Date.parse(timeWithOffset(asString(limit['maxDateAndTime']) ?? '', context.getTimezone()))
			: now +
				(asNumber(limit['resumeAmount']) ?? NaN) * (unitMs[String(limit['resumeUnit'])] ?? NaN);
	if (end > now && end < WAIT_INDEFINITELY.getTime()) return new Date(end);
	const message =
		end > now
			? `The option 'Limit Wait Time' ends after the year ${LAST_YEAR}, up to which n8n waits`
			: "The option 'Limit Wait Time' does not end in the future";
	throw new NodeOperationError(context.getNode(), message, {
		description:
			'Enter an amount of time, or a date and time that is still to come. Nothing was sent.',
	});
}
