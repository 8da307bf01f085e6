/** Words to write schemas with: every object is closed, because the sandbox is strict. */
export type Schema = Readonly<Record<string, unknown>>;

/** A closed object; names that end in `!` are required. */
export function object(members: Readonly<Record<string, Schema>>): Schema {
	const properties: Record<string, Schema> = {};
	const required: string[] = [];
	for (const [name, schema] of Object.entries(members)) {
		const bare = name.replace(/!$/, '');
		properties[bare] = schema;
		if (bare !== name) required.push(bare);
	}
	return { type: 'object', additionalProperties: false, properties, required };
}

/** A string of so many code points. */
export const string = (minLength: number, maxLength: number): Schema => ({
	type: 'string',
	minLength,
	maxLength,
});

export const anyString: Schema = { type: 'string' };
export const bool: Schema = { type: 'boolean' };
export const oneOf = (...values: string[]): Schema => ({ enum: values });
export const integer = (minimum?: number, maximum?: number): Schema => ({
	type: 'integer',
	...(minimum === undefined ? {} : { minimum }),
	...(maximum === undefined ? {} : { maximum }),
});
export const number = (minimum: number, maximum: number): Schema => ({
	type: 'number',
	minimum,
	maximum,
});
export const list = (items: Schema, minItems = 0, maxItems = Infinity): Schema => ({
	type: 'array',
	items,
	minItems,
	...(maxItems === Infinity ? {} : { maxItems }),
});
export const url = (maxLength: number): Schema => ({
	type: 'string',
	minLength: 1,
	maxLength,
	format: 'http-url',
});
export const time: Schema = { type: 'string', format: 'millisecond-time' };

/** Objects told apart by their `type`. */
export function byType(
	variants: Readonly<Record<string, Readonly<Record<string, Schema>>>>,
): Schema {
	return {
		type: 'object',
		required: ['type'],
		discriminator: { propertyName: 'type' },
		oneOf: Object.entries(variants).map(([type, members]) =>
			object({ 'type!': { const: type }, ...members }),
		),
	};
}
