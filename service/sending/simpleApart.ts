/**
 * Flat fields of which a message has only one: the other would be left out, and whoever filled it in would not
 * know. A field stands before those it cannot be sent beside.
 */
const apart = {
	templateId: [
		...['text', 'title', 'description', 'mediaUrl'],
		...['linkText', 'linkUrl', 'callText', 'callNumber', 'replies'],
	],
	description: ['text'],
} as const satisfies Record<string, readonly string[]>;

/** The fields that cannot be sent beside another one that is filled in, and that one. */
export function fieldsApart(fields: object): { field: string; beside: string }[] {
	return Object.entries(apart).flatMap(([beside, others]) =>
		beside in fields
			? others.filter((field) => field in fields).map((field) => ({ field, beside }))
			: [],
	);
}
