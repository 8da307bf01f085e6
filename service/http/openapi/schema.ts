/** A JSON schema as OpenAPI 3.0 has it: the part that Salesforce and HubSpot understand. */
export interface Schema {
	type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
	description?: string;
	properties?: Readonly<Record<string, Schema>>;
	required?: readonly string[];
	additionalProperties?: boolean | Schema;
	items?: Schema;
	enum?: readonly string[];
	format?: 'date-time' | 'uri';
	maxItems?: number;
	nullable?: boolean;
	example?: unknown;
	$ref?: string;
}

export const string = (description: string, more: Schema = {}): Schema => ({
	type: 'string',
	description,
	...more,
});

export const choice = (description: string, values: readonly string[]): Schema =>
	string(description, { enum: values });

export const time = (description: string): Schema => string(description, { format: 'date-time' });

export const boolean = (description: string): Schema => ({ type: 'boolean', description });

export const list = (items: Schema, more: Schema = {}): Schema => ({
	type: 'array',
	items,
	...more,
});

export const object = (
	properties: Readonly<Record<string, Schema>>,
	required: readonly string[] = [],
	more: Schema = {},
): Schema => ({
	type: 'object',
	properties,
	...(required.length > 0 ? { required } : {}),
	...more,
});

/** Any object, described elsewhere. */
export const anyObject = (description: string): Schema => ({
	type: 'object',
	description,
	additionalProperties: true,
});

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** One operation; every one but those without a token can be refused for its token. */
export interface Operation {
	method: 'get' | 'post';
	path: string;
	/** Unique: the name of the action in Salesforce. */
	id: string;
	summary: string;
	description?: string;
	tag: string;
	pathParameters?: Readonly<Record<string, string>>;
	/** None of them has to be there; a list is given by naming it several times. */
	queryParameters?: Readonly<Record<string, Schema>>;
	body?: Schema;
	/** Of a successful answer. */
	answer: Schema;
	/** Other answers, by status. */
	failures?: readonly number[];
	/** Needs no token of ours. */
	open?: true;
}
