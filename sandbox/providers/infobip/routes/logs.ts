import type { FastifyInstance } from 'fastify';

import type { Network } from '../../../network/network';
import type { Message } from '../../../network/types';
import { readTime } from '../../../validation';
import type { Records, SentRecord } from '../account';
import { apiError } from '../errors';
import {
	anyText,
	brokenQuery,
	listIn,
	numberIn,
	oneOf,
	type Query,
	textIn,
	textUpTo,
	time,
	wholeNumber,
} from '../query';
import { logEntry } from '../reports';
import { infobipNumber } from '../times';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 1000;
const HOURS_48_MS = 48 * 3_600_000;
const groups = ['ACCEPTED', 'PENDING', 'UNDELIVERABLE', 'DELIVERED', 'EXPIRED', 'REJECTED'];

const parameters = {
	sender: anyText,
	destination: anyText,
	bulkId: textUpTo(2048),
	messageId: textUpTo(2048),
	generalStatus: oneOf(...groups),
	sentSince: time,
	sentUntil: time,
	limit: wholeNumber(1, MAX_LIMIT),
	entityId: anyText,
	applicationId: anyText,
	campaignReferenceId: anyText,
	useCursor: oneOf('true', 'false'),
	cursor: anyText,
};

interface Entry {
	message: Message;
	record: SentRecord;
}

/** Logs of the last 48 hours, the latest first, with a cursor for those who ask for one. */
export function logRoutes(app: FastifyInstance, network: Network, records: Records): void {
	app.get<{ Querystring: Query }>('/rcs/2/logs', async ({ query }, reply) => {
		const broken = brokenQuery(query, parameters);
		if (broken.length > 0) return reply.code(400).send(apiError(400, broken));
		const found = entries().filter((entry) => isAsked(entry, query));
		const pages = textIn(query, 'useCursor') === 'true';
		const start = pages ? startAt(found, textIn(query, 'cursor')) : 0;
		if (start === undefined) return reply.code(400).send(apiError(400, [unknownCursor]));
		const limit = numberIn(query, 'limit', DEFAULT_LIMIT);
		const page = found.slice(start, start + limit);
		const last = page.at(-1);
		const more = start + limit < found.length && last !== undefined;
		const results = page.map(({ message, record }) => logEntry(message, record));
		return pages
			? { results, cursor: { limit, nextCursor: more ? cursorAfter(last) : null } }
			: { results };
	});

	const entries = (): Entry[] =>
		network.messages
			.list()
			.flatMap((message) => {
				const record = records.get(message);
				return record ? [{ message, record }] : [];
			})
			.toReversed();
}

const unknownCursor = { property: 'cursor', violation: 'is not known' };
const cursorAfter = ({ message }: Entry): string => Buffer.from(message.id).toString('base64url');

/** Where a page starts: what came in since the first page does not move it. */
function startAt(found: readonly Entry[], cursor: string | undefined): number | undefined {
	if (cursor === undefined) return 0;
	const index = found.findIndex((entry) => cursorAfter(entry) === cursor);
	return index === -1 ? undefined : index + 1;
}

function isAsked({ message, record }: Entry, query: Query): boolean {
	const { bulkId, options } = record;
	const status = logEntry(message, record).status.groupName;
	const texts: Readonly<Record<string, string | undefined>> = {
		sender: message.agent.id,
		destination: infobipNumber(message.to),
		generalStatus: status,
		...options.platform,
	};
	const lists = {
		bulkId,
		messageId: message.id,
		campaignReferenceId: options.campaignReferenceId ?? '',
	};
	const at = Date.parse(message.createdAt);
	return (
		Date.now() - at < HOURS_48_MS &&
		at >= readTime(textIn(query, 'sentSince') ?? '1970-01-01T00:00:00Z') &&
		at <= readTime(textIn(query, 'sentUntil') ?? '9999-01-01T00:00:00Z') &&
		['sender', 'destination', 'generalStatus', 'entityId', 'applicationId'].every((name) => {
			const wanted = textIn(query, name);
			return wanted === undefined || infobipNumber(wanted) === texts[name];
		}) &&
		Object.entries(lists).every(([name, value]) => listIn(query, name)?.includes(value) ?? true)
	);
}
