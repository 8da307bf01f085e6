/** `{name}` and `{{name}}`: in a field of n8n, double braces would be taken for an expression. */
const NAME = /\{\{\s*([\w.]+)\s*\}\}|\{([\w.]+)\}/g;

export type Values = Readonly<Record<string, string | number | undefined>>;

/** The text with what is known filled in: a name in `values` without a value becomes empty, others stay. */
export function fillNames(text: string, values: Values): string {
	return text.replace(NAME, (all, double?: string, single?: string) => {
		const name = double ?? single ?? '';
		return Object.hasOwn(values, name) ? String(values[name] ?? '') : all;
	});
}

/** The names in braces that start with a prefix such as `shop.`, in their order. */
export function namesIn(text: string, prefix: string): string[] {
	return [...text.matchAll(NAME)]
		.map(([, double, single]) => double ?? single ?? '')
		.filter((name) => name.startsWith(prefix));
}
