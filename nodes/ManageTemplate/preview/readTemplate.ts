import { checkTemplate } from '../../../core/checkTemplate';
import { providerError, RcsError } from '../../../core/errors';
import { asArray, asObject, asString, defined } from '../../../core/json';
import { fillPlaceholders } from '../../../core/message/placeholders';
import type { Problem } from '../../../core/message/problem';
import type { Content } from '../../../core/message/types';
import { templateVariables } from '../../../core/template';
import { inPanelWords } from '../../shared/panelWords';
import { contentOf, templateFields } from '../draft';
import { chosen, type Form, text } from '../form';
import type { Job, PreviewName } from '../operations';

/** A template to draw. */
interface Read {
	name?: string;
	/** Filled in; absent where the provider keeps it in a shape that nobody can draw. */
	content?: Content;
	problems: Problem[];
	/** Variables that nothing was given for. */
	missingVariables: string[];
}

/** The template that is stored, or the one of the form, filled with what was given for its variables. */
export async function readTemplate(operation: PreviewName, job: Job): Promise<Read> {
	return operation === 'preview' ? stored(job) : draft(job);
}

async function stored({ form, templates, call }: Job): Promise<Read> {
	if (!templates.get || !templates.preview) {
		const message = 'The provider cannot show its templates';
		throw new RcsError(providerError('configuration', message));
	}
	const template = await templates.get(call, chosen(form));
	const content = templates.preview(template);
	return { name: template.name, problems: [], ...filled(content, form) };
}

/** What the provider would refuse is no error here: it is marked in the picture. */
function draft({ form, provider, call }: Job): Read {
	const { templates } = provider.profile;
	const content = contentOf(form);
	const named = { name: text(form, 'templateName'), carriers: [], content };
	const problems = templates ? checkTemplate(named, provider.profile, call.now) : [];
	// The form of a preview asks for no name.
	const own = problems.filter(({ path }) => path !== 'name');
	return { problems: inPanelWords(templateFields(form), own), ...filled(content, form) };
}

function filled(content: Content | undefined, form: Form) {
	if (!content) return { missingVariables: [] };
	const placeholders = variablesOf(form);
	const { message } = fillPlaceholders({ to: '', content, placeholders });
	return { content: message.content, missingVariables: templateVariables(message.content) };
}

function variablesOf({ read }: Form): Record<string, string> {
	const entries = asArray(asObject(read('previewVariables'))['variable']).map(asObject);
	return Object.fromEntries(
		entries.flatMap(({ name, value }) => {
			const known = defined({ name: asString(name)?.trim() || undefined });
			return known.name === undefined ? [] : [[known.name, String(value ?? '')]];
		}),
	);
}
