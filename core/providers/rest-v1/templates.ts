import { providerError, RcsError } from '../../errors';
import {
	asObject,
	asString,
	deepMerge,
	defined,
	type JsonObject,
	lookUp,
	valueAt,
} from '../../json';
import type { Call, Templates } from '../../provider';
import {
	type Template,
	type TemplateDraft,
	type TemplateState,
	type TemplateStatus,
	templateVariables,
} from '../../template';
import { contentFields } from './content';
import { type FieldMap, place } from './fieldMap';
import { listAll } from './list';
import { restOptions } from './options';
import { readContent } from './readContent';
import { objectIn, pick, pickString, readTime } from './read';
import { ask } from './request';

/**
 * Templates. A new or changed one is a draft until it is submitted for approval; each language of a
 * template is an entry of the list with the same id. The guide has no request for one template, so it
 * is looked for in the list.
 */
export const templates = {
	async list(call: Call) {
		const { fields } = restOptions(call.settings);
		const entries = await listAll(call, 'templates', 'templates');
		return entries.map((entry) => toTemplate(asObject(entry), fields));
	},
	async get(call: Call, id: string) {
		const [first] = await languagesOf(call, id);
		return first;
	},
	preview: ({ content }: Template) => readContent(content),
	async create(call: Call, draft: TemplateDraft) {
		const body = encode(call, draft);
		return written(call, body, await ask(call, 'POST', 'templates', { body }));
	},
	async update(call: Call, id: string, draft: TemplateDraft) {
		const body = encode(call, draft);
		return { ...written(call, body, await ask(call, 'PUT', 'template', { id, body })), id };
	},
	async remove(call: Call, id: string) {
		await ask(call, 'DELETE', 'template', { id });
	},
	async submit(call: Call, id: string) {
		await ask(call, 'POST', 'submitTemplate', { id });
	},
	async status(call: Call, id: string): Promise<TemplateStatus> {
		const languages = await languagesOf(call, id);
		return { name: languages[0].name, status: stateOfAll(languages), carriers: [] };
	},
} satisfies Templates;

async function languagesOf(call: Call, id: string): Promise<[Template, ...Template[]]> {
	const [first, ...others] = (await templates.list(call)).filter((template) => template.id === id);
	if (first) return [first, ...others];
	throw new RcsError(
		providerError('notFound', `There is no template "${id}" in the list of templates`),
	);
}

/** One state where all languages have it, else whether some are approved. */
function stateOfAll(languages: readonly Template[]): TemplateState {
	const states = [...new Set(languages.map(({ status }) => status))];
	if (states.length === 1) return states[0] ?? 'unknown';
	return states.includes('approved') ? 'partiallyApproved' : 'unknown';
}

function encode(
	{ settings }: Call,
	{ name, description, language, content }: TemplateDraft,
): JsonObject {
	const { fields, contentKeys } = restOptions(settings);
	const about = { templateName: name, templateDescription: description, language };
	return place({ ...contentFields(content, contentKeys), ...about }, fields);
}

/** The template as the service answers it; what it does not repeat is as it was sent. */
function written({ settings }: Call, sent: JsonObject, answer: unknown): Template {
	const { fields } = restOptions(settings);
	return toTemplate(deepMerge(sent, objectIn(answer, 'template')), fields);
}

const states: Readonly<Record<string, TemplateState>> = {
	draft: 'draft',
	created: 'draft',
	pending: 'pending',
	submitted: 'pending',
	in_review: 'pending',
	approved: 'approved',
	rejected: 'rejected',
	suspended: 'suspended',
	disabled: 'suspended',
};

function toTemplate(entry: JsonObject, fields: FieldMap): Template {
	const content = pick(entry, 'content') ?? valueAt(entry, fields.raw);
	const name = asString(valueAt(entry, fields.templateName));
	const id = pickString(entry, 'id', 'template_id');
	return {
		id: id ?? name ?? '',
		name: name ?? id ?? '',
		status: lookUp(states, pickString(entry, 'status')?.toLowerCase()) ?? 'unknown',
		variables: templateVariables(content),
		...defined({
			language: asString(valueAt(entry, fields.language)),
			version: pickString(entry, 'version'),
			reason: pickString(entry, 'reason', 'rejection_reason'),
			kind: pickString(entry, 'type', 'kind'),
			content,
			updatedAt: readTime(pick(entry, 'updated_at', 'created_at')),
		}),
	};
}
