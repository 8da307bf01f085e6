import { valueAt } from './json';
import { Checker } from './message/checker';
import { placeholderNames } from './message/placeholders';
import type { Problem } from './message/problem';
import { checkContent } from './message/validateContent';
import type { Profile } from './provider';
import type { TemplateDraft } from './template';

/**
 * Checks a template against what its provider takes. A part with a `{{placeholder}}` is checked for its
 * length only, because what it will hold is not known yet.
 */
export function checkTemplate(draft: TemplateDraft, profile: Profile, now: Date): Problem[] {
	const { displayName, templates, limits } = profile;
	const check = new Checker(displayName);
	if (!templates) {
		check.add('content', `${displayName} keeps no templates`);
		return check.problems;
	}
	const { pattern, words } = templates.name;
	if (!new RegExp(pattern).test(draft.name))
		check.add('name', `name must be ${words}, but is "${draft.name}"`);
	const content = { content: templates.content, limits: { ...limits, ...templates.limits } };
	checkContent(check, draft.content, { ...profile, ...content }, now);
	return check.problems.filter(
		({ path, limit }) => limit !== undefined || !hasPlaceholder(valueAt(draft, path)),
	);
}

function hasPlaceholder(value: unknown): boolean {
	return typeof value === 'string' && placeholderNames(value).length > 0;
}
