import { asArray, asObject, asString, defined, type JsonObject, lookUp } from '../../json';
import { isoTime } from '../../event/event';
import type { Content } from '../../message/types';
import type { Call, Templates } from '../../provider';
import {
	type Template,
	type TemplateDraft,
	type TemplateState,
	type TemplateStatus,
	templateVariables,
} from '../../template';
import { requireAgent } from './agent';
import { encodeContent } from './content';
import { readContent } from './readContent';
import { request, withQuery } from './request';

/**
 * Templates of one sender. Creating is submitting for approval; an approved template cannot be
 * changed any more. Source: /rcs/1/senders/{sender}/templates.
 */
export const templates = {
	async list(call: Call) {
		return asArray(await request(call, 'GET', path(call))).map(toTemplate);
	},
	async get(call: Call, name: string) {
		return toTemplate(await request(call, 'GET', path(call, name)));
	},
	preview: ({ content }: Template) => readContent(content),
	async create(call: Call, draft: TemplateDraft) {
		const { name, carriers } = draft;
		const body = { templateName: name, providers: carriers, content: templateContent(draft) };
		return toTemplate(await request(call, 'POST', path(call), body));
	},
	async update(call: Call, id: string, draft: TemplateDraft) {
		return toTemplate(await request(call, 'PUT', path(call, id), templateContent(draft)));
	},
	async remove(call: Call, name: string) {
		await request(call, 'DELETE', path(call, name));
	},
	async submit(call: Call, name: string, carriers: readonly string[]) {
		await request(call, 'PATCH', `${path(call, name)}/register`, { providers: carriers });
	},
	async status(call: Call, name: string) {
		return toStatus(await request(call, 'GET', `${path(call, name)}/status`));
	},
	/** GET /rcs/1/templates/template-providers: those of the sender, or of all where none is set. */
	async carriers(call: Call) {
		const all = '/rcs/1/templates/template-providers';
		const body = await request(call, 'GET', withQuery(all, { sender: call.settings.agent }));
		return asArray(asObject(body)['providers']).flatMap((name) => asString(name) ?? []);
	},
} satisfies Templates;

/** Where the templates of the sender are, or one of them. */
function path({ settings }: Call, name?: string): string {
	const base = `/rcs/1/senders/${encodeURIComponent(requireAgent(settings))}/templates`;
	return name === undefined ? base : `${base}/${encodeURIComponent(name)}`;
}

/** Template texts are shorter than message texts (2500), and cards have no chips outside the card. */
function templateContent(draft: TemplateDraft): JsonObject {
	const content: Content = draft.content;
	return asObject(encodeContent(content));
}

const states: Readonly<Record<string, TemplateState>> = {
	PENDING: 'pending',
	APPROVED: 'approved',
	REJECTED: 'rejected',
	SUSPENDED: 'suspended',
	APPROVED_IN_PROGRESS: 'approvalInProgress',
	APPROVED_PARTIALLY: 'partiallyApproved',
};

function toState(status: unknown): TemplateState {
	return lookUp(states, asString(status)) ?? 'unknown';
}

function toTemplate(json: unknown): Template {
	const { name, type, status, content, lastUpdate } = asObject(json);
	return {
		id: asString(name) ?? '',
		name: asString(name) ?? '',
		status: toState(status),
		variables: templateVariables(content),
		...defined({ kind: asString(type), content, updatedAt: isoTime(asString(lastUpdate)) }),
	};
}

function toStatus(json: unknown): TemplateStatus {
	const { name, status, coverage } = asObject(json);
	const carriers = asArray(coverage).flatMap((entry) => {
		const { countryCode, providers } = asObject(entry);
		return asArray(providers).map((provider) => {
			const { providerName, status: state, updatedAt } = asObject(provider);
			return {
				country: asString(countryCode) ?? '',
				carrier: asString(providerName) ?? '',
				status: toState(state),
				...defined({ updatedAt: isoTime(asString(updatedAt)) }),
			};
		});
	});
	return { name: asString(name) ?? '', status: toState(status), carriers };
}
