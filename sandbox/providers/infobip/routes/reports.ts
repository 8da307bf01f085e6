import type { FastifyInstance } from 'fastify';

import { apiError } from '../errors';
import { anyText, brokenQuery, numberIn, type Query, textIn, wholeNumber } from '../query';
import type { Platform } from '../types';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 1000;
const HOURS_48_MS = 48 * 3_600_000;

const parameters = {
	bulkId: anyText,
	messageId: anyText,
	campaignReferenceId: anyText,
	entityId: anyText,
	applicationId: anyText,
	limit: wholeNumber(1, MAX_LIMIT),
};

/** A delivery report as its webhook has it. */
export interface KeptReport {
	bulkId: string;
	messageId: string;
	campaignReferenceId?: string;
	platform?: Platform;
	/** When it was made, in milliseconds since 1970. */
	at: number;
	body: object;
}

/** Delivery reports that can be fetched once, the latest first. */
export function reportRoutes(app: FastifyInstance, reports: KeptReport[]): void {
	app.get<{ Querystring: Query }>('/rcs/2/reports', async ({ query }, reply) => {
		const broken = brokenQuery(query, parameters);
		if (broken.length > 0) return reply.code(400).send(apiError(400, broken));
		const limit = numberIn(query, 'limit', DEFAULT_LIMIT);
		const found = reports.filter((report) => isAsked(report, query)).toReversed();
		const told = new Set(found.slice(0, limit));
		const left = reports.filter((report) => !told.has(report));
		reports.splice(0, reports.length, ...left);
		return { results: [...told].map(({ body }) => asPulled(body)) };
	});
}

function isAsked({ at, platform, ...report }: KeptReport, query: Query): boolean {
	const members: Record<string, unknown> = { ...report, ...platform };
	const filters = Object.keys(parameters).filter((name) => name !== 'limit');
	return (
		Date.now() - at < HOURS_48_MS &&
		filters.every((name) => {
			const wanted = textIn(query, name);
			return wanted === undefined || wanted === members[name];
		})
	);
}

/** Only webhooks tell the price, the conversation and the channel. */
const ONLY_IN_WEBHOOKS = ['price', 'conversation', 'channel'];

const asPulled = (report: object): object =>
	Object.fromEntries(Object.entries(report).filter(([name]) => !ONLY_IN_WEBHOOKS.includes(name)));
