import type { HttpResponse } from '../../core/http';
import { asArray, asObject, asString, defined, type JsonObject, parseJson } from '../../core/json';

/** What HubSpot says about a request, or about one row of it, that was refused. Nothing of it is sure to be there. */
export interface Failure {
	/** HTTP status; of a row's own error, the one its category stands for. */
	status: number;
	/** HubSpot's words, which quote what it refuses. */
	message: string;
	/** E.g. `VALIDATION_ERROR`. */
	category?: string;
	/** Of a rate limit: `TEN_SECONDLY_ROLLING` or `DAILY`. */
	policy?: string;
	/** The ids it is about. */
	ids: readonly string[];
	/** The `objectWriteTraceId`s it is about. */
	traceIds: readonly string[];
	/** The values it is about. */
	fields: readonly FieldFailure[];
	/** The scopes that are missing. */
	scopes: readonly string[];
}

export interface FieldFailure {
	name: string;
	/** E.g. `INVALID_OPTION`. */
	code?: string;
	message: string;
}

export function readFailure({ status, body }: HttpResponse): Failure {
	return failureFrom(status, asObject(parseJson(body)), `HubSpot answered HTTP ${status}`);
}

const statusOfCategory: Readonly<Record<string, number>> = {
	OBJECT_NOT_FOUND: 404,
	CONFLICT: 409,
	MISSING_SCOPES: 403,
	RATE_LIMITS: 429,
	INTERNAL_ERROR: 500,
};

/** One of the `errors` of an answer that took some rows and refused others. */
export function readRowFailure(error: unknown): Failure {
	const own = asObject(error);
	const status = statusOfCategory[asString(own['category']) ?? ''] ?? 400;
	return failureFrom(status, own, 'HubSpot refused it and does not say why');
}

function failureFrom(status: number, error: JsonObject, silent: string): Failure {
	const said = asString(error['message']);
	const parts = [error, ...asArray(error['errors']).map(asObject)];
	const named = (...names: string[]) => parts.flatMap((part) => textsIn(part, names));
	const fields = [
		...fieldsInWords(said ?? ''),
		...fieldOfConflict(said ?? ''),
		...parts.slice(1).flatMap(fieldFailure),
	];
	return {
		status,
		message: fields.length > 0 ? describe(fields) : (said ?? silent),
		...defined({
			category: asString(error['category']) ?? asString(error['errorType']),
			policy: asString(error['policyName']),
		}),
		ids: named('ids', 'id'),
		traceIds: named('objectWriteTraceId'),
		fields,
		scopes: [...new Set(named('requiredGranularScopes', 'requiredScopes', 'missingScopes'))],
	};
}

/** The members of `context`, which are lists of texts or a single one. */
function textsIn({ context }: JsonObject, names: readonly string[]): string[] {
	return names.flatMap((name) => {
		const value = asObject(context)[name];
		return (Array.isArray(value) ? value : [value]).flatMap((one) => asString(one) ?? []);
	});
}

/** `Property values were not valid: [{"name":"rcs_reachable","error":"INVALID_OPTION","message":...}]` */
function fieldsInWords(message: string): FieldFailure[] {
	const start = message.indexOf('[{');
	if (start < 0) return [];
	const listed = asArray(parseJson(message.slice(start, message.lastIndexOf(']') + 1)));
	return listed.map(asObject).flatMap((one) => {
		const name = asString(one['name']);
		if (name === undefined) return [];
		const words = asString(one['localizedErrorMessage']) ?? asString(one['message']) ?? message;
		return [{ name, message: words, ...defined({ code: asString(one['error']) }) }];
	});
}

/** `Cannot set PropertyValueCoordinates{..., propertyName=rcs_phone_e164, value=...}. 51 already has that value.` */
function fieldOfConflict(message: string): FieldFailure[] {
	const name = /\bpropertyName=(\w+)/.exec(message)?.[1];
	return name === undefined ? [] : [{ name, message }];
}

/** The same as one of the error's own `errors`, where the context names the property. */
function fieldFailure(part: JsonObject): FieldFailure[] {
	const code = asString(part['code']);
	return textsIn(part, ['propertyName']).map((name) => ({
		name,
		message: asString(part['message']) ?? code ?? 'not valid',
		...defined({ code }),
	}));
}

function describe(fields: readonly FieldFailure[]): string {
	return fields.map(({ name, message }) => `${name}: ${message}`).join('; ');
}
