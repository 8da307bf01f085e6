import type { HonoRequest } from 'hono';
import type * as v from 'valibot';
import { parseJson } from '../../core/json';
import { parse } from '../../core/message/schema';
import { badRequest } from './problem';

/** The JSON body of a request. @throws HttpProblem 400 that names what is wrong, and never repeats it. */
export async function readBody<T>(
	request: HonoRequest,
	schema: v.GenericSchema<unknown, T>,
): Promise<T> {
	const parsed = parse(schema, await readJson(request), 'body', 'secret');
	if (!parsed.ok) throw badRequest(parsed.problems);
	return parsed.value;
}

/** @throws HttpProblem 400 when the body is no JSON. */
export async function readJson(request: HonoRequest): Promise<unknown> {
	const json = parseJson(await request.text());
	if (json === undefined) throw badRequest([{ path: 'body', message: 'The body must be JSON' }]);
	return json;
}
