import { asArray, asObject, asString, isObject, type JsonObject } from '../../json';

/** What was filled in in a form, by the names of its fields. */
type Values = Record<string, string>;

/**
 * What a webhook tells of a submitted form, or undefined where it tells of none. The guide speaks of
 * "any data they submitted" and shows none, so that the places services use are all read.
 */
export function readForm(
	kind: string,
	body: JsonObject,
): { form?: Values; postbackData?: string } | undefined {
	const { form, formData, action } = body;
	const inAction = asObject(action);
	const places = [asObject(form)['values'], formData, inAction['formData'], inAction['fields']];
	const values = places.map(readValues).find((found) => Object.keys(found).length > 0);
	const isForm = isObject(form) || places.some((place) => isObject(place) || Array.isArray(place));
	if (kind !== 'FORM_SUBMITTED' && !isForm) return undefined;
	const postbackData =
		asString(asObject(form)['postbackData']) ?? asString(inAction['postbackData']);
	return { ...(values ? { form: values } : {}), ...(postbackData ? { postbackData } : {}) };
}

/** `{<field>: <value>}` or `[{name, value}]`; fields that were left empty are not told. */
function readValues(given: unknown): Values {
	const pairs = Array.isArray(given)
		? asArray(given).map((field) => [asObject(field)['name'], asObject(field)['value']])
		: Object.entries(asObject(given));
	return Object.fromEntries(
		pairs.flatMap(([name, value]) => {
			const field = asString(name);
			const written = typeof value === 'boolean' ? String(value) : asString(value);
			return field === undefined || written === undefined ? [] : [[field, written] as const];
		}),
	);
}
