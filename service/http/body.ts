import type { HonoRequest } from 'hono';
import type * as v from 'valibot';
import { parseJson } from '../../core/json';
import { parse } from '../../core/message/schema';
import { storable } from '../store/jsonRows';
import { badRequest } from './problem';

/** The JSON body of a request. @throws HttpProblem 400 that names what is wrong, and never repeats it. */
export async function readBody<T>(
	request: HonoRequest,
	schema: v.GenericSchema<unknown, T>,
): Promise<T> {
	const body = await readJson(request);
	const place = unstorable(body, 'body');
	if (place !== undefined) throw badRequest([{ path: place, message: `${place} ${UNSTORABLE}` }]);
	const parsed = parse(schema, body, 'body', 'secret');
	if (!parsed.ok) throw badRequest(parsed.problems);
	return parsed.value;
}

/** @throws HttpProblem 400 when the body is no JSON. */
export async function readJson(request: HonoRequest): Promise<unknown> {
	const json = parseJson(await request.text());
	if (json === undefined) throw badRequest([{ path: 'body', message: 'The body must be JSON' }]);
	return json;
}

const UNSTORABLE = 'must hold neither the character NUL nor half of a surrogate pair';

/** Where a body first holds what no text of the store can: kept without it, it would be something else. */
function unstorable(value: unknown, path: string): string | undefined {
	if (typeof value === 'string') return storable(value) === value ? undefined : path;
	if (typeof value !== 'object' || value === null) return undefined;
	for (const [name, member] of Object.entries(value)) {
		const place = storable(name) === name ? unstorable(member, `${path}.${name}`) : path;
		if (place !== undefined) return place;
	}
	return undefined;
}
