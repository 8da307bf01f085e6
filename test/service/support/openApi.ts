import Ajv from 'ajv';
import { asObject, isObject } from '../../../core/json';

export interface Answer {
	status: number;
	body: unknown;
}

/** Tells what in an answer an OpenAPI document does not say, which has to name all there is. */
export function unsaidBy(document: unknown) {
	const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
	ajv.addSchema({ ...asObject(strict(document)), $id: 'document' });
	return (method: string, path: string, { status, body }: Answer): unknown => {
		const operation = `/paths/${path.replaceAll('/', '~1')}/${method}`;
		const at = `${operation}/responses/${status}/content/application~1json/schema`;
		const validate = ajv.compile({ $ref: `document#${at}` });
		return validate(body) ? [] : validate.errors;
	};
}

/** The document, with schemas that allow nothing they do not name. */
function strict(schema: unknown): unknown {
	if (Array.isArray(schema)) return schema.map(strict);
	if (!isObject(schema)) return schema;
	const all = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, strict(part)]));
	const isOpen = 'additionalProperties' in all || !isObject(all['properties']);
	return isOpen ? all : { ...all, additionalProperties: false };
}
