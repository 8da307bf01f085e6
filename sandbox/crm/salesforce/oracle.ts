import type { Org } from './org';
import type { Values } from './records/store';

/** Every record that was committed, by object; objects without records are left out. */
export function committed({ schema, store }: Org): { objects: Record<string, Values[]> } {
	const objects = schema
		.objects()
		.map((object) => [object.name, store.list(object).map(({ values }) => values)] as const)
		.filter(([, records]) => records.length > 0);
	return { objects: Object.fromEntries(objects) };
}
