import type { FastifyInstance } from 'fastify';

import { compile, violationsOf, type Violation } from '../../../validation';
import { findSender } from '../account';
import { apiError } from '../errors';
import { anyText, brokenQuery, type Query, textIn, textUpTo } from '../query';
import { brokenByContent } from '../rules';
import { createTemplate, registerTemplate, templateContent } from '../schema/template';
import {
	countryOf,
	templateProviders,
	templateProvidersFor,
	type Template,
	type Templates,
} from '../templates';
import { infobipTime } from '../times';
import type { TemplateContent } from '../types';

interface CreateRequest {
	templateName: string;
	providers: string[];
	content: TemplateContent;
}

const isCreate = compile<CreateRequest>(createTemplate);
const isContent = compile<TemplateContent>(templateContent);
const isRegister = compile<{ providers: string[] }>(registerTemplate);

interface Params {
	Params: { sender: string; name: string };
	Querystring: { status?: string };
}

const providerParameters = { sender: anyText, countryCode: textUpTo(2) };
const BASE = '/rcs/1/senders/:sender/templates';

/** Templates: create is also hand-in for review, and what is approved cannot be changed. */
export function templateRoutes(app: FastifyInstance, templates: Templates): void {
	const refuse = (status: number, violations: readonly Violation[] = []) => ({
		status,
		body: apiError(status, violations),
	});

	app.get<{ Querystring: Query }>(
		'/rcs/1/templates/template-providers',
		async ({ query }, reply) => {
			const broken = brokenQuery(query, providerParameters);
			if (broken.length > 0) return reply.code(400).send(apiError(400, broken));
			return { providers: templateProvidersFor(textIn(query, 'countryCode')) };
		},
	);

	app.get<Params>(BASE, async ({ params, query }, reply) => {
		if (!findSender(params.sender)) return reply.code(404).send(apiError(404));
		return templates.list(params.sender, query.status).map(listed);
	});

	app.post<Params>(BASE, async ({ params: { sender }, body }, reply) => {
		if (!findSender(sender)) return reply.code(404).send(apiError(404));
		const { status, body: error } = checkCreate(sender, body) ?? {};
		if (status !== undefined) return reply.code(status).send(error);
		if (!isCreate(body)) return reply.code(400).send(apiError(400));
		return show(templates.put(sender, body.templateName, body.content, body.providers));
	});

	function checkCreate(sender: string, body: unknown): ReturnType<typeof refuse> | undefined {
		if (!isCreate(body)) return refuse(400, violationsOf(isCreate));
		const broken = brokenByTemplate(body.content, 'content');
		if (templates.find(sender, body.templateName)) {
			broken.push({ property: 'templateName', violation: 'must be unique for the sender' });
		}
		broken.push(...unknownProviders(body.providers));
		return broken.length > 0 ? refuse(400, broken) : undefined;
	}

	app.get<Params>(`${BASE}/:name`, async ({ params }, reply) => {
		const template = templates.find(params.sender, params.name);
		return template ? show(template) : reply.code(404).send(apiError(404));
	});

	app.put<Params>(`${BASE}/:name`, async ({ params, body }, reply) => {
		const template = templates.find(params.sender, params.name);
		if (!template) return reply.code(404).send(apiError(404));
		if (!isContent(body)) return reply.code(400).send(apiError(400, violationsOf(isContent)));
		const broken = brokenByTemplate(body, '');
		if (template.status === 'APPROVED') {
			broken.push({ property: 'templateName', violation: 'APPROVED templates cannot be modified' });
		}
		if (broken.length > 0) return reply.code(400).send(apiError(400, broken));
		return show(templates.put(template.sender, template.name, body, template.providers));
	});

	app.delete<Params>(`${BASE}/:name`, async ({ params }, reply) => {
		const template = templates.find(params.sender, params.name);
		if (!template) return reply.code(404).send(apiError(404));
		templates.remove(template);
		return reply.code(200).send();
	});

	app.get<Params>(`${BASE}/:name/status`, async ({ params }, reply) => {
		const template = templates.find(params.sender, params.name);
		if (!template) return reply.code(404).send(apiError(404));
		const { name, status, providers, lastUpdate } = template;
		const coverage = providers.map((providerName) => ({
			countryCode: countryOf(providerName),
			providers: [{ providerName, status, updatedAt: infobipTime(lastUpdate) }],
		}));
		return { status, name, coverage };
	});

	app.patch<Params>(`${BASE}/:name/register`, async ({ params, body }, reply) => {
		const template = templates.find(params.sender, params.name);
		if (!template) return reply.code(404).send(apiError(404));
		if (!isRegister(body)) return reply.code(400).send(apiError(400, violationsOf(isRegister)));
		const broken = unknownProviders(body.providers);
		if (broken.length > 0) return reply.code(400).send(apiError(400, broken));
		template.providers = [...new Set([...template.providers, ...body.providers])];
		return show(template);
	});
}

const listed = ({ name, content, status, lastUpdate }: Template) => ({
	name,
	type: content.type,
	status,
	lastUpdate: infobipTime(lastUpdate),
});

const show = (template: Template) => ({ ...listed(template), content: template.content });

const unknownProviders = (providers: readonly string[]): Violation[] =>
	providers
		.filter((provider) => !templateProviders.includes(provider))
		.map((provider) => ({ property: 'providers', violation: `${provider} is not available` }));

/** Times that are placeholders still cannot be checked. */
function brokenByTemplate(content: TemplateContent, path: string): Violation[] {
	return brokenByContent(content, path, new Date()).map(({ property, violation }) => ({
		property: property.replace(/^\./, ''),
		violation,
	}));
}
