import { checkTemplate } from '../../core/checkTemplate';
import { RcsError } from '../../core/errors';
import { asObject, isObject } from '../../core/json';
import { contentSchema, parse } from '../../core/message/schema';
import type { Content } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { invalid } from '../../core/send';
import type { TemplateDraft } from '../../core/template';
import { readContent } from '../SendRcs/content';

/** The node's form as filled in for one item. */
export interface Form {
	read(name: string): unknown;
	/** The workflow's time zone, for times without an offset. */
	timezone: string;
}

/** The template the form describes. @throws RcsError when the provider would not take it. */
export function readDraft(
	form: Form,
	provider: Provider,
	about: { name: string; carriers: readonly string[] },
	now: Date,
): TemplateDraft {
	const draft = { ...about, content: contentOf(form) };
	const problems = checkTemplate(draft, provider.profile, now);
	if (problems.length > 0) throw new RcsError(invalid(problems));
	return draft;
}

function contentOf({ read, timezone }: Form): Content {
	const written = readContent({ read: (name) => read(name), timezone });
	if ('content' in written) return written.content;
	if ('problems' in written) throw new RcsError(invalid(written.problems));
	const { json } = written;
	if (json === undefined) {
		const message = "The field 'Message (JSON)' does not hold JSON";
		throw new RcsError(invalid([{ path: 'content', message }]));
	}
	const inner = isObject(json) && 'content' in json ? asObject(json)['content'] : json;
	const content = parse<Content>(contentSchema, inner, 'content');
	if (!content.ok) throw new RcsError(invalid(content.problems));
	return content.value;
}
