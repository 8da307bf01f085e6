import { isoTime } from '../../event/event';
import { expectOk } from '../../http';
import { asObject, asString, defined, type JsonObject, lookUp } from '../../json';
import { baseUrl, type Call, type Templates } from '../../provider';
import type { Template, TemplateDraft, TemplateState } from '../../template';
import { typedFields } from './content';
import { readFailure } from './errors';
import { singleBraces, variablesIn } from './placeholders';
import { profile } from './profile';
import { encodeTemplateSuggestion } from './suggestions';

/** Of templates, the documents show how to create one, and no more. */
export const templates = {
	/** POST /api/message-server/rcs/templates */
	async create({ http, settings }: Call, draft: TemplateDraft) {
		const body = encodeDraft(draft);
		const response = await http({
			method: 'POST',
			url: `${baseUrl(settings, profile.exampleBaseUrl)}/api/message-server/rcs/templates`,
			headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
			body,
		});
		return toTemplate(asObject(expectOk(response, readFailure)), body);
	},
} satisfies Templates;

/** `description` is required there and not here, so that the name stands in for it. */
function encodeDraft({ name, description, content }: TemplateDraft): JsonObject {
	const about = { name, description: description || name };
	if (content.kind === 'raw') return { ...about, ...asObject(content.payload) };
	const { type, fields } = typedFields(content, encodeTemplateSuggestion);
	return { ...about, type, body: singleBraces(fields) };
}

const states: Readonly<Record<string, TemplateState>> = {
	DRAFT: 'draft',
	PENDING: 'pending',
	APPROVED: 'approved',
	REJECTED: 'rejected',
};

/** The answer is not documented: what it does not tell is known from what was asked for. */
function toTemplate(answer: JsonObject, asked: JsonObject): Template {
	const { id, templateId, name, status, type, body, updatedAt } = { ...asked, ...answer };
	return {
		id: asString(id ?? templateId) ?? '',
		name: asString(name) ?? '',
		status: lookUp(states, asString(status)?.toUpperCase()) ?? 'unknown',
		variables: variablesIn(body),
		...defined({ kind: asString(type), content: body, updatedAt: isoTime(asString(updatedAt)) }),
	};
}
