import type { LogFilter } from '../../chat';
import { RcsError } from '../../errors';
import type { RcsEvent } from '../../event/types';
import { asArray, asObject } from '../../json';
import type { Call } from '../../provider';
import { invalid } from '../../send';
import { platformOf } from './platform';
import { request, withQuery } from './request';
import { parsePulledReport } from './webhook';

/** The most reports one request gives. */
const MOST = 1000;

/** What GET /rcs/2/reports cannot filter by. Reports are told once, so leaving it out would lose some. */
const UNKNOWN_FILTERS = ['since', 'until'] as const;

/**
 * GET /rcs/2/reports: delivery reports of the last 48 hours, latest first, each told once. Seen
 * reports come by webhook only. What was read before a request fails is given all the same, because
 * nothing tells it again.
 */
export async function reports(call: Call, filter: LogFilter): Promise<RcsEvent[]> {
	refuseUnknownFilters(filter);
	const found: unknown[] = [];
	try {
		for (const messageId of filter.messageIds ?? [undefined])
			await fetchInto(found, call, filter, messageId);
	} catch (error) {
		if (found.length === 0 || !(error instanceof RcsError)) throw error;
	}
	return found.map((report) => parsePulledReport(report, call.now.toISOString()));
}

function refuseUnknownFilters(filter: LogFilter): void {
	const problems = UNKNOWN_FILTERS.filter((name) => filter[name]).map((path) => ({
		path,
		message: `${path}: Infobip cannot filter reports by time; logs can`,
	}));
	if (problems.length > 0) throw new RcsError(invalid(problems));
}

/** Fetches reports until there are as many as asked for, or no more. */
async function fetchInto(
	found: unknown[],
	call: Call,
	{ bulkId, campaignId, limit = Number.POSITIVE_INFINITY }: LogFilter,
	messageId: string | undefined,
): Promise<void> {
	for (;;) {
		const most = Math.min(MOST, limit - found.length);
		if (most <= 0) return;
		const campaignReferenceId = campaignId;
		const filters = { messageId, bulkId, campaignReferenceId, ...platformOf(call.settings) };
		const path = withQuery('/rcs/2/reports', { ...filters, limit: most });
		const results = asArray(asObject(await request(call, 'GET', path))['results']);
		found.push(...results);
		if (results.length < most) return;
	}
}
