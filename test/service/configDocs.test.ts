import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { variables } from '../../service/config/environment';
import { configSchema } from '../../service/config/schema';
import { keysOf } from './support/configKeys';

const file = join(__dirname, '..', '..', 'docs', 'service', 'configuration.md');

const keys = keysOf(configSchema);

const tables = {
	keys: [
		['Key', 'Value', 'Where absent', 'Means'],
		...keys.map(({ key, type, usual, words }) => [`\`${key}\``, type, usual, words]),
	],
	variables: [
		['Variable', 'Stands for'],
		...variables.map(({ name, key }) => [`\`${name}\``, `\`${key}\``]),
	],
};

const start = (name: string) =>
	`<!-- ${name}, generated: UPDATE_DOCS=1 npm run jest -- test/service/configDocs -->`;
const END = '<!-- end of the generated part -->';

function asTable([head = [], ...rows]: string[][]): string {
	return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

test.each(Object.entries(tables))('the page has the %s of the code', (name, rows) => {
	const page = readFileSync(file, 'utf8');
	const from = page.indexOf(start(name)) + start(name).length;
	const to = page.indexOf(END, from);
	const fresh = `${page.slice(0, from)}\n\n${asTable(rows)}\n\n${page.slice(to)}`;
	if (process.env['UPDATE_DOCS']) writeFileSync(file, fresh);
	expect(readFileSync(file, 'utf8')).toBe(fresh);
});

test.each(keys)('$key says what it means', ({ words }) => {
	expect(words).toMatch(/^[A-Z0-9"`]/);
});
