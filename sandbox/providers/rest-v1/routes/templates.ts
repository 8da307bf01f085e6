import type { FastifyInstance } from 'fastify';

import { compile, violationsOf } from '../../../validation';
import { type Refused, refusal, refused } from '../errors';
import { pageOf, type PageQuery } from '../paging';
import { brokenByContent } from '../rules';
import { templateBody } from '../schema';
import { DEFAULT_LANGUAGE, type Template, type Templates, variablesOf } from '../templates';
import type { TemplateBody } from '../types';

const isTemplate = compile<TemplateBody>(templateBody);
const INVALID = 'The template is not valid';

interface WithId {
	Params: { id: string };
}

/** Templates: drafts that are submitted for approval. */
export function templateRoutes(app: FastifyInstance, templates: Templates): void {
	app.get<PageQuery>('/v1/templates', async ({ query }) =>
		pageOf('templates', templates.list().map(show), query),
	);

	app.post('/v1/templates', async ({ body }, reply) => {
		const outcome = checked(body);
		if ('status' in outcome) return reply.code(outcome.status).send(outcome.body);
		const template = templates.add(outcome.template);
		if (template) return reply.code(201).send(show(template));
		return reply.code(409).send(refusal(409, 'The template has this language already'));
	});

	app.put<WithId>('/v1/templates/:id', async ({ params, body }, reply) => {
		const languages = templates.find(params.id);
		if (languages.length === 0) return reply.code(404).send(refusal(404));
		const outcome = checked(body);
		if ('status' in outcome) return reply.code(outcome.status).send(outcome.body);
		const { language = DEFAULT_LANGUAGE } = outcome.template;
		const template = languages.find((one) => one.language === language);
		if (!template) return reply.code(404).send(refusal(404, 'The template has no such language'));
		templates.change(template, outcome.template);
		return show(template);
	});

	app.delete<WithId>('/v1/templates/:id', async ({ params }, reply) => {
		if (templates.find(params.id).length === 0) return reply.code(404).send(refusal(404));
		templates.remove(params.id);
		return reply.code(204).send();
	});

	app.post<WithId>('/v1/templates/:id/submit', async ({ params }, reply) => {
		const languages = templates.find(params.id);
		if (languages.length === 0) return reply.code(404).send(refusal(404));
		const open = languages.filter(({ status }) => status === 'draft' || status === 'rejected');
		if (open.length === 0) {
			return reply.code(409).send(refusal(409, 'Nothing has changed since it was submitted'));
		}
		for (const template of open) templates.submit(template);
		return reply.code(202).send({ id: params.id, status: 'pending' });
	});
}

function checked(body: unknown): { template: TemplateBody } | Refused {
	if (!isTemplate(body)) return refused(400, 'INVALID_REQUEST', INVALID, violationsOf(isTemplate));
	const broken = brokenByContent(body.content);
	if (broken.length > 0) return refused(400, 'INVALID_REQUEST', INVALID, broken);
	return { template: body };
}

function show({ updatedAt, ...template }: Template): object {
	return { ...template, variables: variablesOf(template.content), updated_at: updatedAt };
}
