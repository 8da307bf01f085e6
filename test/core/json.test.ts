import {
	asBoolean,
	asNumber,
	asString,
	deepMerge,
	defined,
	lookUp,
	parseJson,
} from '../../core/json';

test('objects are merged, lists and values are replaced', () => {
	expect(
		deepMerge({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { c: [3], e: null }, d: { f: 1 } }),
	).toEqual({ a: { b: 1, c: [3], e: null }, d: { f: 1 } });
});

test('merging changes neither side, and no prototype', () => {
	const base = { a: { b: 1 } };
	const extra = JSON.parse('{"__proto__": {"bad": 1}, "a": {"__proto__": {"bad": 1}}}');
	const merged = deepMerge(base, extra);
	expect(merged).toEqual({ a: { b: 1 } });
	expect(merged).not.toHaveProperty('bad');
	expect({}).not.toHaveProperty('bad');
	expect(base).toEqual({ a: { b: 1 } });
});

test('JSON from outside is read without trust', () => {
	expect(parseJson('{"a":1}')).toEqual({ a: 1 });
	expect(parseJson('{')).toBeUndefined();
	expect(parseJson('')).toBeUndefined();
	expect(parseJson('['.repeat(100) + ']'.repeat(100))).toBeDefined();
	expect(parseJson('['.repeat(101) + '1' + ']'.repeat(101))).toBeUndefined();
});

test('a table has only its own names', () => {
	const table: Record<string, number> = { a: 1 };
	expect([lookUp(table, 'a'), lookUp(table, 'toString'), lookUp(table, undefined)]).toEqual([
		1,
		undefined,
		undefined,
	]);
});

test('values are read as providers write them', () => {
	expect([asString('a'), asString(''), asString(5), asString(null)]).toEqual([
		'a',
		undefined,
		'5',
		undefined,
	]);
	expect([
		asNumber('5.5'),
		asNumber(' '),
		asNumber('x'),
		asNumber(Number.POSITIVE_INFINITY),
	]).toEqual([5.5, undefined, undefined, undefined]);
	expect([asBoolean('true'), asBoolean(false), asBoolean('yes')]).toEqual([true, false, undefined]);
	expect(Object.keys(defined({ a: undefined, b: null, c: 0 }))).toEqual(['b', 'c']);
});
