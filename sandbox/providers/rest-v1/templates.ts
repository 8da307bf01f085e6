import { isObject, type JsonObject } from '../../json';
import type { Scheduler } from '../../scheduler';
import type { ContentBody, TemplateBody } from './types';

export type TemplateStatus = 'draft' | 'pending' | 'approved' | 'rejected';

/** One language of a template. */
export interface Template extends TemplateBody {
	id: string;
	language: string;
	version: number;
	status: TemplateStatus;
	reason?: string;
	updatedAt: string;
}

/** How long the review of a template takes, in milliseconds of network time. */
const REVIEW_MS = 2000;
export const DEFAULT_LANGUAGE = 'en';

export interface Templates {
	list(): Template[];
	/** The languages of a template; none when there is no such template. */
	find(id: string): Template[];
	/** Adds a template or a language of one; undefined when there is that already. */
	add(body: TemplateBody): Template | undefined;
	/** Changes one language, which is a draft again, as its next version. */
	change(template: Template, body: TemplateBody): void;
	remove(id: string): void;
	submit(template: Template): void;
	/** What a reviewer decides. */
	decide(template: Template, status: 'approved' | 'rejected', reason?: string): void;
	/** The content of an approved template with its variables filled in; undefined when they do not fit. */
	render(id: string, language: string | undefined, variables: JsonObject): ContentBody | undefined;
	reset(): void;
}

/** Templates: drafts until they are submitted, then reviewed, which ends well unless the console decides first. */
export function createTemplates(
	scheduler: Scheduler,
	onDecision: (template: Template) => void,
): Templates {
	let templates: Template[] = [];
	const find = (id: string): Template[] => templates.filter((template) => template.id === id);

	function decide(template: Template, status: 'approved' | 'rejected', reason?: string): void {
		template.status = status;
		template.updatedAt = new Date().toISOString();
		if (reason) template.reason = reason;
		else delete template.reason;
		onDecision(template);
	}

	return {
		list: () => [...templates],
		find,
		add(body) {
			const { language = DEFAULT_LANGUAGE } = body;
			const id = idOf(body.name);
			if (find(id).some((template) => template.language === language)) return undefined;
			const updatedAt = new Date().toISOString();
			const template: Template = { ...body, id, language, version: 1, status: 'draft', updatedAt };
			templates.push(template);
			return template;
		},
		change(template, { name, description, content }) {
			Object.assign(template, { name, content, ...(description ? { description } : {}) });
			template.version += 1;
			template.status = 'draft';
			template.updatedAt = new Date().toISOString();
		},
		remove: (id) => void (templates = templates.filter((template) => template.id !== id)),
		submit(template) {
			template.status = 'pending';
			const { version } = template;
			scheduler.after(REVIEW_MS, () => {
				const untouched = template.version === version && templates.includes(template);
				if (untouched && template.status === 'pending') decide(template, 'approved');
			});
		},
		decide,
		render(id, language = DEFAULT_LANGUAGE, variables) {
			const template = find(id).find((one) => one.language === language);
			if (template?.status !== 'approved') return undefined;
			const fits = variablesOf(template.content).every((name) => Object.hasOwn(variables, name));
			return fits ? fill(template.content, variables) : undefined;
		},
		reset: () => void (templates = []),
	};
}

/** The guide calls a template by an id such as `cart_recovery`. */
const idOf = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '_')
		.replace(/^_|_$/g, '');

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

export const variablesOf = (content: ContentBody): string[] =>
	[...JSON.stringify(content).matchAll(PLACEHOLDER)].flatMap(([, name]) => name ?? []);

/** The same content with its placeholders replaced, wherever there is text. */
function fill<T>(content: T, values: JsonObject): T;
function fill(content: unknown, values: JsonObject): unknown {
	if (typeof content === 'string')
		return content.replace(PLACEHOLDER, (_, name: string) => written(values[name]));
	if (Array.isArray(content)) return content.map((item: unknown) => fill(item, values));
	if (!isObject(content)) return content;
	return Object.fromEntries(
		Object.entries(content).map(([key, member]) => [key, fill(member, values)]),
	);
}

/** A value as people read it; what is not text or a number, as JSON. */
const written = (value: unknown): string =>
	typeof value === 'string' ? value : JSON.stringify(value);
