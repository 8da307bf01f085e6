export interface PageQuery {
	Querystring: { page?: string; per_page?: string };
}

const DEFAULT_SIZE = 20;
const LARGEST_SIZE = 100;

/** One page of a list, under its name. */
export function pageOf(name: string, items: readonly object[], query: PageQuery['Querystring']) {
	const page = Math.max(1, Number(query.page ?? 1) || 1);
	const asked = Number(query.per_page ?? DEFAULT_SIZE) || DEFAULT_SIZE;
	const size = Math.min(LARGEST_SIZE, Math.max(1, asked));
	return {
		[name]: items.slice((page - 1) * size, page * size),
		page,
		per_page: size,
		total: items.length,
		total_pages: Math.ceil(items.length / size),
	};
}
