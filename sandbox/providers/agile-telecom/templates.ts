import { isObject } from '../../json';
import type { Template, TemplateRequest } from './types';

/** The template of the guide's example: `templateId` 42 with its three placeholders. */
const shown: Template = {
	id: 42,
	name: 'Ordine spedito',
	description: 'Data di consegna di un ordine',
	type: 'TEXT',
	body: { text: 'Ciao {nome}! Il tuo ordine {codiceOrdine} arriva il {dataConsegna}.' },
};

export interface TemplateStore {
	add(request: TemplateRequest): Template;
	find(id: number): Template | undefined;
	reset(): void;
}

export function createTemplates(): TemplateStore {
	let templates: Template[] = [shown];
	return {
		add(request) {
			const template = { ...request, id: 42 + templates.length };
			templates.push(template);
			return template;
		},
		find: (id) => templates.find((template) => template.id === id),
		reset: () => void (templates = [shown]),
	};
}

/** Names of the send request, where the template guide has others. */
const sendTypes: Readonly<Record<string, string>> = {
	coordinates: 'locationCoordinates',
	location: 'locationQuery',
};

/** The content of a template in the flat form of a send request, to be checked like one. */
export function flatContent({ type, body }: Template): object {
	const fields = { ...body };
	delete fields.fallbackSms;
	return { type, ...flat(fields) };
}

function flat(fields: object): object {
	return Object.fromEntries(
		Object.entries(fields).map(([key, part]) => {
			if (!Array.isArray(part)) return [key, part];
			return [key, part.map((each) => (key === 'suggestions' ? flatSuggestion(each) : flat(each)))];
		}),
	);
}

function flatSuggestion(suggestion: unknown): object {
	const { type, text, ...rest } = isObject(suggestion) ? suggestion : {};
	const own = rest[String(type)];
	return { type: sendTypes[String(type)] ?? type, text, ...(isObject(own) ? own : {}) };
}
