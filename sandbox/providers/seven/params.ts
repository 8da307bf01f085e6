import type { FastifyInstance } from 'fastify';

import { isObject, type JsonObject } from '../../json';

/** A body, JSON or a form, with the bytes that a signature is about. */
export interface Body {
	raw: string;
	/** In a form every value is a text. */
	isForm: boolean;
	params: JsonObject;
}

const noBody: Body = { raw: '', isForm: false, params: {} };

/** Reads bodies as both documented content types; what is no object has no parameters. */
export function parseBodies(app: FastifyInstance): void {
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, text, done) => {
			const raw = String(text);
			done(null, { raw, isForm: true, params: Object.fromEntries(new URLSearchParams(raw)) });
		},
	);
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
		const raw = String(text);
		done(null, { raw, isForm: false, params: objectIn(raw) ?? {} });
	});
}

/** The body of a request that went through `parseBodies`. */
export function bodyOf({ body }: { body: unknown }): Body {
	const { raw, isForm, params } = isObject(body) ? body : {};
	if (typeof raw !== 'string' || typeof isForm !== 'boolean' || !isObject(params)) return noBody;
	return { raw, isForm, params };
}

/** The JSON object that a text is, if it is one. */
export function objectIn(text: string): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
