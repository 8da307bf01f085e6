import type { Limits } from './message/limits';
import { placeholderNames } from './message/placeholders';
import type { Content, ContentKind } from './message/types';

/** A message template as it is stored (and approved) at the provider. */
export interface Template {
	/** What messages and the other operations name it by; at some providers that is its name. */
	id: string;
	name: string;
	language?: string;
	version?: string;
	/** Why it was rejected, in the provider's words. */
	reason?: string;
	status: TemplateState;
	/** Content kind at the provider, e.g. `CARD`. */
	kind?: string;
	/** The provider's own content object. */
	content?: unknown;
	/** Placeholders in the content, in the order of their appearance. */
	variables: string[];
	/** ISO 8601 in UTC. */
	updatedAt?: string;
}

export const templateStates = [
	'draft',
	'pending',
	'approved',
	'partiallyApproved',
	'approvalInProgress',
	'rejected',
	'suspended',
	'unknown',
] as const;
export type TemplateState = (typeof templateStates)[number];

/** What a person writes; texts may hold `{{name}}`. */
export interface TemplateDraft {
	name: string;
	description?: string;
	/** Language tag, e.g. `en` or `pt-BR`, where the provider keeps a template in several. */
	language?: string;
	/** A text, card or carousel, or the provider's own object as `raw`. */
	content: Content;
	/** Carriers to submit to. Empty: all the provider offers for this agent. */
	carriers: readonly string[];
}

/** What a template may be, where that is not what a message may be. */
export interface TemplateProfile {
	content: readonly ContentKind[];
	/** A regular expression, as text. */
	name: { pattern: string; words: string };
	limits: Partial<Limits>;
	/** Whether a template is kept in several languages. */
	languages?: boolean;
	/** Whether it is handed in at carriers that are named. */
	carriers?: boolean;
	/** Whether each sender has templates of its own. */
	bySender?: boolean;
	/** Whether templates have ids besides their names, which may change then. */
	ids?: boolean;
	/** Whether a template says what it is for. */
	description?: boolean;
}

/** The approval of one template, carrier by carrier. */
export interface TemplateStatus {
	name: string;
	status: TemplateState;
	carriers: { country: string; carrier: string; status: TemplateState; updatedAt?: string }[];
}

/** Names of the `{{placeholders}}` anywhere in a value, each once. */
export function templateVariables(content: unknown): string[] {
	return [...new Set(textsIn(content).flatMap(placeholderNames))];
}

/** Text by text: in the JSON of a whole value, the end of one text would run into the next. */
function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}
