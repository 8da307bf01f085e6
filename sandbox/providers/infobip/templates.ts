import { isObject } from '../../json';
import type { Scheduler } from '../../scheduler';
import type { RcsCard, ShownContent, TemplateContent, TemplateReference } from './types';

export type TemplateStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'SUSPENDED';

export interface Template {
	sender: string;
	name: string;
	status: TemplateStatus;
	content: TemplateContent;
	providers: string[];
	lastUpdate: string;
}

/** The carriers that keep templates; the documentation's own examples. */
export const templateProviders = ['INDIA_VI', 'INDONESIA_TELKOMSEL'];

/** The country of a carrier, which its name starts with. */
export const countryOf = (carrier: string): string => (carrier.startsWith('INDIA_') ? 'IN' : 'ID');

/** The carriers of one country, or all. */
export const templateProvidersFor = (country: string | undefined): string[] =>
	templateProviders.filter((carrier) => country === undefined || countryOf(carrier) === country);

/** How long the review of a template takes, in milliseconds of network time. */
const REVIEW_MS = 2000;

export interface Templates {
	list(sender: string, status?: string): Template[];
	find(sender: string, name: string): Template | undefined;
	/** Stores a template and hands it in for review. */
	put(sender: string, name: string, content: TemplateContent, providers: string[]): Template;
	remove(template: Template): void;
	/** What a reviewer decides. */
	decide(template: Template, status: TemplateStatus, comment: string): void;
	/** The content to show, or undefined when template and parameters do not fit together. */
	render(sender: string, reference: TemplateReference): ShownContent | undefined;
	reset(): void;
}

/** Templates and their review, which ends well by itself unless the console decides first. */
export function createTemplates(
	scheduler: Scheduler,
	onDecision: (template: Template, comment: string) => void,
): Templates {
	const templates = new Map<string, Template>();
	const keyOf = (sender: string, name: string): string => `${sender} ${name}`;

	function decide(template: Template, status: TemplateStatus, comment: string): void {
		template.status = status;
		template.lastUpdate = new Date().toISOString();
		onDecision(template, comment);
	}

	return {
		list: (sender, status) =>
			[...templates.values()].filter(
				(template) => template.sender === sender && (!status || template.status === status),
			),
		find: (sender, name) => templates.get(keyOf(sender, name)),
		put(sender, name, content, providers) {
			const template: Template = {
				sender,
				name,
				status: 'PENDING',
				content,
				providers: providers.length > 0 ? providers : templateProviders,
				lastUpdate: new Date().toISOString(),
			};
			templates.set(keyOf(sender, name), template);
			scheduler.after(REVIEW_MS, () => {
				const untouched = templates.get(keyOf(sender, name)) === template;
				if (untouched && template.status === 'PENDING') decide(template, 'APPROVED', 'Approved');
			});
			return template;
		},
		remove: ({ sender, name }) => void templates.delete(keyOf(sender, name)),
		decide,
		render(sender, { templateId, parameters = [] }) {
			const template = templates.get(keyOf(sender, templateId));
			if (template?.status !== 'APPROVED') return undefined;
			const values = new Map(parameters.map(({ name, value }) => [name, value]));
			const wanted = new Set(placeholdersOf(template.content));
			const fits = wanted.size === values.size && [...wanted].every((name) => values.has(name));
			return fits ? shown(template.content, values) : undefined;
		},
		reset: () => templates.clear(),
	};
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g;

const placeholdersOf = (content: TemplateContent): string[] =>
	[...JSON.stringify(content).matchAll(PLACEHOLDER)].flatMap(([, name]) => name ?? []);

function shown(content: TemplateContent, values: Map<string, string>): ShownContent {
	const filled = fill(content, values);
	if (filled.type !== 'TEXT_WITH_PDF') return filled;
	const { text, url, suggestions = [] } = filled;
	const card: RcsCard = { description: text, media: { file: { url }, height: 'SHORT' } };
	return { type: 'CARD', orientation: 'VERTICAL', alignment: 'LEFT', content: card, suggestions };
}

/** The same content with its placeholders replaced, wherever there is text. */
function fill<T>(content: T, values: Map<string, string>): T;
function fill(content: unknown, values: Map<string, string>): unknown {
	if (typeof content === 'string') {
		return content.replace(PLACEHOLDER, (whole, name: string) => values.get(name) ?? whole);
	}
	if (Array.isArray(content)) return content.map((item: unknown) => fill(item, values));
	if (!isObject(content)) return content;
	return Object.fromEntries(
		Object.entries(content).map(([key, member]) => [key, fill(member, values)]),
	);
}
