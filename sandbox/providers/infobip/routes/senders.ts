import type { FastifyInstance } from 'fastify';

import { senders } from '../account';

interface Query {
	Querystring: Record<string, string | undefined>;
}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 1000;

/** Senders, and the delivery reports that can be fetched once. */
export function senderRoutes(app: FastifyInstance, reports: object[]): void {
	app.get('/rcs/1/senders', async () => ({
		results: senders.map(({ id, name, color }) => ({
			senderName: id,
			senderStatus: 'LAUNCHED',
			billingCategory: 'NON_CONVERSATIONAL',
			useCase: 'MULTI_USE',
			hostingRegion: 'EUROPE',
			brand: { brandName: name },
			displayName: name,
			description: 'A shop to try things with',
			color,
			bannerUrl: 'https://shop.example/banner.png',
			logoUrl: 'https://shop.example/logo.png',
			termsOfService: 'https://shop.example/terms',
			privacy: 'https://shop.example/privacy',
			updatedAt: '2026-01-01T00:00:00.000+0000',
		})),
		paging: { page: 0, size: 20, totalPages: 1, totalResults: senders.length },
	}));

	app.get<Query>('/rcs/2/reports', async ({ query }) => {
		const limit = Math.min(Number(query['limit'] ?? DEFAULT_LIMIT) || DEFAULT_LIMIT, MAX_LIMIT);
		const results = reports.filter((report) => isAsked(report, query)).slice(0, limit);
		for (const result of results) reports.splice(reports.indexOf(result), 1);
		return { results: results.map(asPulled) };
	});
}

const filters = ['bulkId', 'messageId', 'campaignReferenceId'] as const;

function isAsked(report: object, query: Record<string, string | undefined>): boolean {
	const members = new Map<string, unknown>(Object.entries(report));
	return filters.every((name) => query[name] === undefined || query[name] === members.get(name));
}

/** A report that is fetched has no price and no conversation, other than one that is sent. */
const asPulled = (report: object): object =>
	Object.fromEntries(
		Object.entries(report).filter(([name]) => name !== 'price' && name !== 'conversation'),
	);
