import { checkTemplate } from '../../core/checkTemplate';
import { RcsError } from '../../core/errors';
import { asObject, defined, isObject } from '../../core/json';
import { contentSchema, parse } from '../../core/message/schema';
import type { Content } from '../../core/message/types';
import type { Provider } from '../../core/provider';
import { invalid } from '../../core/send';
import type { TemplateDraft } from '../../core/template';
import { readContent } from '../SendRcs/content';
import type { FieldNames } from '../shared/fieldName';
import { templateFieldNames } from '../shared/fieldNames';
import { inPanelWords } from '../shared/panelWords';
import { carriersOf, type Form, text } from './form';

/** The template the form describes. @throws RcsError when the provider would not take it. */
export function readDraft(form: Form, provider: Provider, name: string, now: Date): TemplateDraft {
	const draft = {
		name,
		...defined({
			description: text(form, 'templateDescription') || undefined,
			language: text(form, 'language') || undefined,
		}),
		carriers: carriersOf(form),
		content: contentOf(form),
	};
	const problems = checkTemplate(draft, provider.profile, now);
	if (problems.length > 0)
		throw new RcsError(invalid(inPanelWords(templateFields(form), problems)));
	return draft;
}

/** What the fields of the form are called. */
export function templateFields({ read }: Form): FieldNames {
	return templateFieldNames(read('messageType'));
}

/** The content of the form. @throws RcsError when it cannot be read. */
export function contentOf({ read, written, timezone }: Form): Content {
	const found = readContent({ read: (name) => read(name), written, timezone });
	if ('content' in found) return found.content;
	if ('problems' in found) throw new RcsError(invalid(found.problems));
	const { json } = found;
	if (json === undefined) {
		const message = "The field 'Message (JSON)' does not hold JSON";
		throw new RcsError(invalid([{ path: 'content', message }]));
	}
	const inner = isObject(json) && 'content' in json ? asObject(json)['content'] : json;
	const content = parse<Content>(contentSchema, inner, 'content');
	if (!content.ok) throw new RcsError(invalid(content.problems));
	return content.value;
}
