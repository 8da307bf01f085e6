import type { Field, Value } from '../schema/types';

/** A stored value as REST answers show it: times with an offset and no colon in it. */
export function showValue({ type }: Field, value: Value | undefined): Value {
	if (value === undefined || value === null) return type === 'boolean' ? false : null;
	return type === 'datetime' ? String(value).replace('Z', '+0000') : value;
}
