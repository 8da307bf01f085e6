import { providerError, RcsError } from '../../core/errors';
import { asObject, asString } from '../../core/json';

/** The node's form as filled in for one item. */
export interface Form {
	read(name: string): unknown;
	/** The field as it is written, with its expressions. */
	written(name: string): unknown;
	/** The workflow's time zone, for times without an offset. */
	timezone: string;
}

export function text({ read }: Form, name: string): string {
	return asString(read(name))?.trim() ?? '';
}

/** The name or id of the template that was chosen from the list or written. */
export function chosen({ read }: Form): string {
	const locator = read('template');
	const name = asString(asObject(locator)['value']) ?? asString(locator);
	if (!name?.trim()) throw missing('Template');
	return name.trim();
}

/** Carriers that were chosen from a list, or written with commas between them. */
export function carriersOf({ read }: Form): string[] {
	const carriers = read('carriers');
	const names = Array.isArray(carriers) ? carriers : (asString(carriers) ?? '').split(',');
	return names.map((name) => String(name).trim()).filter((name) => name !== '');
}

/** The error of a parameter that must be filled in. */
export function missing(parameter: string): RcsError {
	return new RcsError(providerError('validation', `The parameter '${parameter}' is empty`));
}
