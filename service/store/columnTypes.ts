/** How columns are read, by the ids of Postgres types: the same on both databases. */
const INT8 = 20;
const TIMESTAMPTZ = 1184;

export const columnParsers = {
	[INT8]: Number,
	[TIMESTAMPTZ]: (text: string) => new Date(text).toISOString(),
};
