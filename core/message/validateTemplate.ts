import type { Checker } from './checker';
import type { MessageProfile } from './limits';
import type { TemplateContent } from './types';

/** Checks what a template is filled with: texts, but where the provider takes any JSON. */
export function checkTemplate(
	check: Checker,
	{ id, variables = {} }: TemplateContent,
	{ displayName, templateVariables }: MessageProfile,
): void {
	check.required('content.id', id);
	if (templateVariables === 'json') return;
	for (const [name, value] of Object.entries(variables)) {
		if (typeof value === 'string') continue;
		const path = `content.variables.${name}`;
		check.add(path, `${path} must be a text for ${displayName}`);
	}
}
