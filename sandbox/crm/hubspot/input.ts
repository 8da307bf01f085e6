import type { ValidateFunction } from 'ajv';

import { anyString, list, object, type Schema } from '../../providers/schema';
import { compile, violationsOf } from '../../validation';
import { invalid } from './errors';

/** Reads a body against its schema. @throws Refusal */
export function readBody<T>(body: unknown, isValid: ValidateFunction<T>): T {
	const value = body ?? {};
	if (isValid(value)) return value;
	const [first] = violationsOf(isValid);
	throw invalid(
		`Invalid input JSON: ${first?.property || 'body'} ${first?.violation ?? 'is not valid'}`,
	);
}

/** Property values are strings, all of them. */
export const stringValues: Schema = { type: 'object', additionalProperties: anyString };

export interface Batch<T> {
	inputs: T[];
}

/** A batch: `inputs`, and what else its endpoint takes. */
export function compileBatch<T extends Batch<unknown>>(
	input: Readonly<Record<string, Schema>>,
	more: Readonly<Record<string, Schema>> = {},
): ValidateFunction<T> {
	return compile<T>(object({ 'inputs!': list(object(input)), ...more }));
}

/** @throws Refusal for more inputs than a request may have, or none */
export function limitInputs(inputs: readonly unknown[], most: number, of = ''): void {
	if (inputs.length > most)
		throw invalid(
			`The maximum number of inputs supported in a batch request${of} is ${most}. Please reduce the number of items and try again`,
		);
	if (inputs.length === 0) throw invalid('Invalid input JSON: inputs must not be empty');
}

/** @throws Refusal for ids that come twice */
export function refuseDuplicates(ids: readonly string[]): void {
	const seen = new Set<string>();
	const twice = new Set(ids.filter((id) => seen.size === seen.add(id).size));
	if (twice.size === 0) return;
	const names = [...twice];
	throw invalid(`Duplicate IDs found in batch input: [${names.join(', ')}]. IDs must be unique`, {
		context: { ids: names },
	});
}

/** A property names a record only if it is one value of one record. @throws Refusal */
export function refuseMixed(idProperties: readonly (string | undefined)[]): void {
	if (new Set(idProperties).size > 1)
		throw invalid('All inputs of a batch must have the same idProperty');
}
