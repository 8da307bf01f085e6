import type { Problem } from './problem';
import type { MessageProfile } from './limits';
import type { Content, RcsMessage } from './types';

/**
 * `{{name}}`, by any name people give: `{{prénom}}`, `{{first name}}`. The spaces around it are trimmed
 * afterwards, because a pattern that skips them takes very long for a text of many spaces.
 */
const PLACEHOLDER = /\{\{([^{}]+)\}\}/g;

/** Parts of a message that are not text for people, and so are never filled. */
const NOT_FILLED =
	/^(to|from|id|placeholders|providerOptions|content\.(id|payload)|fallback\.\d+\.from)$/;

/**
 * Writes the values of `placeholders` into every `{{name}}` of the message. A name without a value
 * is a problem: a person must never read `{{name}}`. A message without `placeholders` is left alone,
 * because its braces may be the provider's own. A provider that fills in `{name}` itself gets the values too.
 */
export function fillPlaceholders(
	message: RcsMessage,
	{ fillsPlaceholders }: Pick<MessageProfile, 'fillsPlaceholders'> = {},
): {
	message: RcsMessage;
	problems: Problem[];
} {
	const { placeholders, ...given } = message;
	if (!placeholders) return { message, problems: [] };
	const rest = { ...given, content: withVariables(given.content, placeholders) };
	const problems: Problem[] = [];
	const filled = fill(rest, '', (text, path) =>
		text.replace(PLACEHOLDER, (all, written: string) => {
			const name = written.trim();
			const value = Object.hasOwn(placeholders, name) ? placeholders[name] : undefined;
			if (value !== undefined) return value;
			problems.push({ path, message: `${path} needs a value for the placeholder "${name}"` });
			return all;
		}),
	);
	return { message: fillsPlaceholders ? { ...filled, placeholders } : filled, problems };
}

/** A template without variables of its own is filled by the provider with the placeholders. */
function withVariables(content: Content, placeholders: Record<string, string>): Content {
	if (content.kind !== 'template' || content.variables) return content;
	return { ...content, variables: placeholders };
}

/** Names of the placeholders in a text, in their order. */
export function placeholderNames(text: string): string[] {
	return [...text.matchAll(PLACEHOLDER)].flatMap(([, written]) => written?.trim() || []);
}

type FillText = (text: string, path: string) => string;

/** Copies a value of any shape, changing its strings only, so the shape (and the type) stays. */
function fill<T>(value: T, path: string, fillText: FillText): T;
function fill(value: unknown, path: string, fillText: FillText): unknown {
	if (typeof value === 'string') return fillText(value, path);
	if (Array.isArray(value)) return value.map((part, i) => fill(part, `${path}.${i}`, fillText));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => {
			const at = path ? `${path}.${key}` : key;
			return [key, NOT_FILLED.test(at) ? part : fill(part, at, fillText)];
		}),
	);
}
