import type { FastifyInstance } from 'fastify';

import { toE164 } from '../../../network/phones';
import { compile, violationsOf } from '../../../validation';
import { findSender, type Sender } from '../account';
import { apiError } from '../errors';
import { brokenQuery, type Query } from '../query';
import { createTestNumber, updateTestNumber } from '../schema/testNumber';
import { MOST_A_DAY, MOST_IN_ALL, type TestNumber, type TestNumbers } from '../testNumbers';
import { infobipTime } from '../times';
import { pageOf, pageParameters } from './paging';

interface CreateRequest {
	testNumber: string;
	primary?: boolean;
}

const isCreate = compile<CreateRequest>(createTestNumber);
const isUpdate = compile<{ primary: boolean }>(updateTestNumber);

interface Params {
	Params: { sender: string; number: string };
	Querystring: Query;
}

const BASE = '/rcs/1/senders/:sender/test-numbers';
const DAY_MS = 86_400_000;

/** Test numbers. What changes one is accepted (202) and carried out later. */
export function testNumberRoutes(app: FastifyInstance, testNumbers: TestNumbers): void {
	const find = ({ sender, number }: Params['Params']): TestNumber | undefined => {
		const [agent, e164] = [findSender(sender), toE164(number)];
		return agent && e164 ? testNumbers.find(agent, e164) : undefined;
	};

	app.get<Params>(BASE, async ({ params, query }, reply) => {
		const sender = findSender(params.sender);
		if (!sender) return reply.code(404).send(noSender(params.sender));
		const broken = brokenQuery(query, pageParameters);
		if (broken.length > 0) return reply.code(400).send(apiError(400, broken));
		return pageOf(testNumbers.list(sender).map(show), query);
	});

	app.post<Params>(BASE, async ({ params, body }, reply) => {
		const sender = findSender(params.sender);
		if (!sender) return reply.code(404).send(noSender(params.sender));
		if (!isCreate(body)) return reply.code(400).send(apiError(400, violationsOf(isCreate)));
		const number = toE164(body.testNumber);
		if (!number) return reply.code(400).send(apiError(400, [violation('is not a phone number')]));
		if (testNumbers.find(sender, number))
			return reply.code(409).send(apiError(409, [violation('is a test number already')]));
		const full = tooMany(sender);
		if (full) return reply.code(400).send(apiError(400, [violation(full)]));
		const added = testNumbers.add(sender, number, body.primary === true);
		return reply.code(202).send(accepted(added));
	});

	/** 20 a day, 200 in all. */
	function tooMany(sender: Sender): string | undefined {
		const all = testNumbers.list(sender);
		const today = all.filter(({ addedAt }) => Date.now() - Date.parse(addedAt) < DAY_MS);
		if (all.length >= MOST_IN_ALL) return `up to ${MOST_IN_ALL} test numbers are allowed in total`;
		return today.length >= MOST_A_DAY ? `up to ${MOST_A_DAY} are allowed a day` : undefined;
	}

	app.get<Params>(`${BASE}/:number`, async ({ params }, reply) => {
		const found = find(params);
		return found ? show(found) : reply.code(404).send(apiError(404));
	});

	app.patch<Params>(`${BASE}/:number`, async ({ params, body }, reply) => {
		const found = find(params);
		if (!found) return reply.code(404).send(apiError(404));
		if (!isUpdate(body)) return reply.code(400).send(apiError(400, violationsOf(isUpdate)));
		testNumbers.setPrimary(found, body.primary);
		return reply.code(202).send(show(found));
	});

	app.put<Params>(`${BASE}/:number/refresh`, async ({ params }, reply) => {
		const found = find(params);
		if (!found) return reply.code(404).send(apiError(404));
		if (found.status === 'PENDING')
			return reply.code(409).send(apiError(409, [violation('is still being processed')]));
		testNumbers.refresh(found);
		return reply.code(202).send(accepted(found));
	});
}

const violation = (words: string) => ({ property: 'testNumber', violation: words });

/** The 404 of a sender that is not there. */
export const noSender = (name: string): object =>
	apiError(404, [{ property: 'senderName', violation: `sender "${name}" does not exist` }]);

const show = ({ number, status, primary, updatedAt }: TestNumber) => ({
	testNumber: number,
	status,
	updatedAt: infobipTime(updatedAt),
	primary,
});

const accepted = ({ sender, number, status }: TestNumber) => ({
	senderName: sender.id,
	testNumber: number,
	status,
});
