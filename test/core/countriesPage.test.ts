import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hoursRules, otherCountries } from '../../core/policy/countries';
import type { HoursRule } from '../../core/policy/countries/types';

const file = join(__dirname, '..', '..', 'docs', 'quiet-hours.md');
const START =
	'<!-- generated from the rules: UPDATE_DOCS=1 npm run jest -- test/core/countriesPage -->';
const END = '<!-- end of the generated part -->';

const columns: readonly [string, (rule: HoursRule) => string][] = [
	['', ({ name, region }) => (region === '*' ? 'Other countries' : `${name} (${region})`)],
	['Monday to Friday', ({ weekdays }) => weekdays],
	['Saturday', ({ saturday }) => saturday ?? 'no'],
	['Sunday', ({ sunday }) => sunday ?? 'no'],
	['Holidays', ({ holidays }) => (holidays ? 'no' : 'as the weekday')],
	['Certainty', ({ certainty }) => certainty],
	['Source', ({ source }) => (source ? `[${source.name}](${source.url})` : 'none found')],
	['Note', ({ note }) => note ?? ''],
];

function table(): string {
	const rules = [...hoursRules].sort((a, b) => a.region.localeCompare(b.region));
	const rows = [
		columns.map(([title]) => title),
		columns.map(() => '---'),
		...[...rules, otherCountries].map((rule) => columns.map(([, read]) => read(rule))),
	];
	return rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

test('the page says what the rules say', () => {
	const page = readFileSync(file, 'utf8');
	const [before, after] = [page.indexOf(START) + START.length, page.indexOf(END)];
	const fresh = `${page.slice(0, before)}\n\n${table()}\n\n${page.slice(after)}`;
	if (process.env['UPDATE_DOCS']) writeFileSync(file, fresh);
	expect(readFileSync(file, 'utf8')).toBe(fresh);
});
