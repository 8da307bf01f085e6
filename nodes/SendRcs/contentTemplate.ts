import { asArray, asObject, asString, defined, type JsonObject } from '../../core/json';
import type { Problem } from '../../core/message/problem';
import type { Content } from '../../core/message/types';
import { chosenText } from '../shared/chosen';
import type { Form } from './form';

/**
 * A template with its variables: those that were found in it and have fields of their own, and those that were
 * named by hand, which count where both say something.
 */
export function readTemplate({
	read,
}: Pick<Form, 'read'>): { content: Content } | { problems: Problem[] } {
	const mapped = asObject(read('templateValues', {}));
	const variables = { ...mappedValues(mapped), ...namedValues(read('templateVariables', {})) };
	const problems = missing(mapped, variables);
	if (problems.length > 0) return { problems };
	return {
		content: {
			kind: 'template',
			id: chosenText(read('templateId')) ?? '',
			...defined({ language: asString(read('templateLanguage', '')) }),
			...(Object.keys(variables).length > 0 ? { variables } : {}),
		},
	};
}

type Values = Readonly<Record<string, string>>;

function mappedValues({ value }: JsonObject): Values {
	return Object.fromEntries(
		Object.entries(asObject(value)).flatMap(([name, one]) =>
			isEmpty(one) ? [] : [[name, textOf(one)]],
		),
	);
}

function namedValues(variables: unknown): Values {
	const named = asArray(asObject(variables)['variable']).map(asObject);
	return Object.fromEntries(
		named.map(({ name, value }) => [asString(name) ?? '', asString(value) ?? '']),
	);
}

/** n8n shows empty ones before a run; an expression can still turn out to be empty in it. */
function missing({ schema }: JsonObject, variables: Values): Problem[] {
	return asArray(schema)
		.map(asObject)
		.filter(({ required, removed }) => required === true && removed !== true)
		.flatMap(({ id }) => asString(id) ?? [])
		.filter((name) => !Object.hasOwn(variables, name))
		.map((name) => ({
			path: `content.variables.${name}`,
			message: `The template variable '${name}' is empty: fill it in under Variables`,
		}));
}

function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

function textOf(value: unknown): string {
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
