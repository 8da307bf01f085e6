import { asObject, asString, isObject } from '../../core/json';

/** What was chosen in a resource locator, or written in a plain field, as workflows made earlier have it. */
export function chosenIn(value: unknown): unknown {
	return isObject(value) && '__rl' in value ? asObject(value)['value'] : value;
}

/** The same as a text; nothing where it is empty. */
export function chosenText(value: unknown): string | undefined {
	const chosen = chosenIn(value);
	return (typeof chosen === 'number' ? String(chosen) : asString(chosen))?.trim() || undefined;
}
