import type { ValidateFunction } from 'ajv';

import { violationsOf } from '../../validation';
import { Refusal } from './errors';

/** @throws Refusal when the body is not what the check wants. */
export function readBody<T>(body: unknown, is: ValidateFunction<T>): T {
	if (is(body)) return body;
	const words = violationsOf(is).map(({ property, violation }) => `${property} ${violation}`);
	throw new Refusal('INVALID_INPUT', words.join('; '));
}
