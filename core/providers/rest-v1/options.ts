import * as v from 'valibot';
import type { Fields } from '../../fields';
import { asString, defined, type JsonObject, parseJson } from '../../json';
import { optionsOf, type ProviderSettings } from '../../settings';
import { hmacAlgorithms } from '../../webhook/secrets';
import { defaultFields } from './fieldMap';
import { defaultPaths } from './paths';

const headerName = v.pipe(v.string(), v.regex(/^[\w-]+$/));

/** A path keeps the `{id}` its default has. */
const path = (usual: string) =>
	v.optional(v.pipe(v.string(), v.regex(usual.includes('{id}') ? /^\/.*\{id\}/ : /^\//)), usual);

const place = (usual: string) =>
	v.optional(v.pipe(v.string(), v.regex(/^[^.]+(\.[^.]+)*$/)), usual);

/** `settings.options` of a service: everything the guide leaves open, with our defaults. */
export const options = v.strictObject({
	/** How an API key travels; an empty scheme sends the bare key. */
	apiKey: v.optional(
		v.strictObject({
			header: v.optional(headerName, 'Authorization'),
			scheme: v.optional(v.string(), 'Bearer'),
		}),
		{},
	),
	oauth: v.optional(
		v.strictObject({
			/** `login`: POST with the client in the body. `token`: GET with the client as Basic authentication. */
			grant: v.optional(v.picklist(['login', 'token']), 'login'),
			scope: v.exactOptional(v.string()),
		}),
		{},
	),
	/** See paths.ts. */
	paths: v.optional(v.strictObject(each(defaultPaths, path)), {}),
	/** See fieldMap.ts. */
	fields: v.optional(v.strictObject(each(defaultFields, place)), {}),
	/** How the members inside cards, files and suggestions are written. */
	contentKeys: v.optional(v.picklist(['snake_case', 'camelCase']), 'snake_case'),
	/** The query of lists. */
	paging: v.optional(
		v.strictObject({
			page: v.optional(v.string(), 'page'),
			size: v.optional(v.string(), 'per_page'),
			cursor: v.optional(v.string(), 'cursor'),
		}),
		{},
	),
	/** How webhooks are signed. */
	signature: v.optional(
		v.strictObject({
			header: v.optional(headerName, 'X-Signature'),
			algorithm: v.optional(v.picklist(hmacAlgorithms), 'sha256'),
			encoding: v.optional(v.picklist(['hex', 'base64']), 'hex'),
			/** What stands before the signature, e.g. `sha256=`. */
			prefix: v.optional(v.string(), ''),
			/** A header with a time that is signed too: what is signed is the time, a dot and the body. */
			timestampHeader: v.exactOptional(headerName),
		}),
		{},
	),
});

export type RestOptions = v.InferOutput<typeof options>;

export function restOptions(settings: ProviderSettings): RestOptions {
	return optionsOf(options, settings);
}

/** Members that are empty are left to the defaults; JSON that cannot be read is left to the schema to refuse. */
export function optionsFromFields(fields: Fields): JsonObject {
	const text = (name: string) => asString(fields[name]);
	const groups = {
		apiKey: defined({ header: text('keyHeader'), scheme: schemeOf(fields['keyScheme']) }),
		oauth: defined({ grant: text('oauthGrant'), scope: text('oauthScope') }),
		signature: defined({
			header: text('signatureHeader'),
			algorithm: text('signatureAlgorithm'),
			encoding: text('signatureEncoding'),
			prefix: text('signaturePrefix'),
			timestampHeader: text('signatureTimestampHeader'),
		}),
	};
	return defined({
		...Object.fromEntries(
			Object.entries(groups).filter(([, group]) => Object.keys(group).length > 0),
		),
		paths: jsonIn(fields['paths']),
		fields: jsonIn(fields['fields']),
		contentKeys: text('contentKeys'),
	});
}

/** A scheme that was emptied means the bare key; a form without the field leaves it as usual. */
function schemeOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value.trim() : undefined;
}

function jsonIn(value: unknown): unknown {
	if (typeof value !== 'string') return value ?? undefined;
	return value.trim() === '' ? undefined : (parseJson(value) ?? value);
}

function each<K extends string, T>(
	table: Readonly<Record<K, string>>,
	make: (usual: string) => T,
): Record<K, T> {
	const made: Record<string, T> = {};
	for (const name in table) made[name] = make(table[name]);
	return made;
}
