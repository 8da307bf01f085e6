import { components } from './components';
import { actions, operations } from './operations';
import type { Operation, Schema } from './schema';

const VERSION = '1.0.0';

/** The OpenAPI 3.0 document of the service at `url`; `part`: only what CRM automations need. */
export function openApi(url: string, part: 'all' | 'actions'): object {
	const shown = operations.filter(({ id }) => part === 'all' || actions.includes(id));
	return {
		openapi: '3.0.3',
		info: {
			title: 'RCS connector service',
			version: VERSION,
			description:
				'Consent, events and messages of RCS Business Messaging. Phone numbers stand in bodies, never in addresses.',
		},
		servers: [{ url }],
		security: [{ token: [] }],
		paths: pathsOf(shown),
		components: {
			securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
			schemas: schemasFor(shown),
		},
	};
}

function pathsOf(shown: readonly Operation[]): Record<string, Record<string, object>> {
	const paths: Record<string, Record<string, object>> = {};
	for (const operation of shown)
		paths[operation.path] = {
			...paths[operation.path],
			[operation.method]: operationObject(operation),
		};
	return paths;
}

function operationObject(operation: Operation): object {
	const { id, summary, description, tag, body, answer, open } = operation;
	const parameters = parametersOf(operation);
	return {
		operationId: id,
		summary,
		...(description === undefined ? {} : { description }),
		tags: [tag],
		...(open ? { security: [] } : {}),
		...(parameters.length > 0 ? { parameters } : {}),
		...(body ? { requestBody: { required: true, content: json(body) } } : {}),
		responses: {
			200: { description: 'Done', content: json(answer) },
			...Object.fromEntries(
				failuresOf(operation).map((status) => [
					status,
					{ description: words[status] ?? 'Not done', content: json({ $ref: ERROR }) },
				]),
			),
		},
	};
}

function parametersOf({ pathParameters = {}, queryParameters = {} }: Operation): object[] {
	const inPath = Object.entries(pathParameters).map(([name, description]) => {
		const schema = { type: 'string' };
		return { name, in: 'path', required: true, description, schema };
	});
	const inQuery = Object.entries(queryParameters).map(([name, { description, ...schema }]) => ({
		name,
		in: 'query',
		...(description === undefined ? {} : { description }),
		schema,
	}));
	return [...inPath, ...inQuery];
}

const ERROR = '#/components/schemas/Error';

function failuresOf({ failures = [], open, body }: Operation): number[] {
	const all = [...failures, ...(open ? [] : [401, 403, 503]), ...(body ? [413] : [])];
	return [...new Set(all)].sort((a, b) => a - b);
}

const words: Readonly<Record<number, string>> = {
	400: 'Something in the request has to be corrected',
	401: 'It does not prove who it is from',
	403: 'The token may not do this',
	404: 'There is no such thing',
	409: 'The id or key stands for something else already',
	413: 'The body is too large',
	503: 'The store cannot be reached; the same request again counts once',
};

function json(schema: Schema): object {
	return { 'application/json': { schema } };
}

/** The schemas that operations name, and those that these name. */
function schemasFor(shown: readonly Operation[]): Record<string, Schema> {
	const found = new Map<string, Schema>();
	const visit = (schema: unknown): void => {
		for (const [, name = ''] of JSON.stringify(schema).matchAll(/#\/components\/schemas\/(\w+)/g)) {
			const named = components[name];
			if (!named || found.has(name)) continue;
			found.set(name, named);
			visit(named);
		}
	};
	visit([shown, { $ref: ERROR }]);
	return Object.fromEntries(found);
}
