let people = 0;

/** The number of somebody whom no test of the file has met, of those reserved for fiction. */
export function stranger(): string {
	people += 1;
	return `+447700900${String(people).padStart(3, '0')}`;
}
