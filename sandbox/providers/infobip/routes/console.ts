import type { FastifyInstance } from 'fastify';

import { isObject } from '../../../json';
import { toE164 } from '../../../network/phones';
import { senders } from '../account';
import type { Templates, TemplateStatus } from '../templates';
import { type TestNumbers, testNumberStatuses } from '../testNumbers';

const decisions: readonly TemplateStatus[] = ['APPROVED', 'REJECTED', 'SUSPENDED', 'PENDING'];

/** What others decide: a reviewer about a template, a person about an invitation to test. */
export function consoleRoutes(
	app: FastifyInstance,
	templates: Templates,
	testNumbers: TestNumbers,
): void {
	app.post<{ Params: { name: string } }>('/templates/:name', async ({ params, body }, reply) => {
		const [template] = senders.flatMap(({ id }) => templates.find(id, params.name) ?? []);
		const decision = isObject(body) ? body : {};
		const status = decisions.find((known) => known === decision['status']);
		if (!template) return reply.code(404).send({ error: 'There is no such template' });
		if (!status) return reply.code(400).send({ error: `status: ${decisions.join(' | ')}` });
		templates.decide(template, status, String(decision['comment'] ?? ''));
		return { name: template.name, status };
	});

	app.post<{ Params: { number: string } }>(
		'/test-numbers/:number',
		async ({ params, body }, reply) => {
			const number = toE164(params.number) ?? '';
			const found = senders.flatMap((sender) => testNumbers.find(sender, number) ?? []);
			const wanted = isObject(body) ? body['status'] : undefined;
			const status = testNumberStatuses.find((known) => known === wanted);
			if (found.length === 0)
				return reply.code(404).send({ error: 'There is no such test number' });
			if (!status)
				return reply.code(400).send({ error: `status: ${testNumberStatuses.join(' | ')}` });
			for (const entry of found) testNumbers.decide(entry, status);
			return { number, status };
		},
	);
}
