/** What is filled in in forms that are not sent yet, by message: a form is drawn anew whenever its conversation is. */
const begun = new Map<string, Readonly<Record<string, string>>>();

/** What stands in the fields, by their names. */
export const valuesOf = (form: HTMLFormElement): Record<string, string> =>
	Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));

export const isBegun = (message: string): boolean => begun.has(message);

export const keep = (message: string, form: HTMLFormElement): void => {
	begun.set(message, valuesOf(form));
};

export const forget = (message: string): void => {
	begun.delete(message);
};

/** Fills in again what was filled in before. */
export function fillIn(message: string, form: HTMLFormElement): void {
	for (const [name, value] of Object.entries(begun.get(message) ?? {})) {
		const field = form.elements.namedItem(name);
		if (
			field instanceof HTMLInputElement ||
			field instanceof HTMLSelectElement ||
			field instanceof HTMLTextAreaElement
		)
			field.value = value;
	}
}
