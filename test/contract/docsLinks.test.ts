import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..', '..');
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
	.split('\n')
	.filter((page) => page !== '' && existsSync(join(root, page)));

/** Where the links of a page go to, without those to other sites and those in code. */
function linksOf(page: string): string[] {
	const text = readFileSync(join(root, page), 'utf8')
		.replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
		.replace(/`[^`\n]*`/g, '');
	const links = [...text.matchAll(/\]\(<?([^)\s>]+)/g)].map(([, link = '']) => link);
	return links.filter((link) => !/^[a-z]+:/.test(link));
}

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): Set<string> {
	const text = readFileSync(page, 'utf8').replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
	const headings = [...text.matchAll(/^#+ +(.*)$/gm)].map(([, heading = '']) => heading);
	return new Set(
		headings.map((heading) =>
			heading
				.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
				.trim()
				.toLowerCase()
				.replace(/[^\p{L}\p{N} _-]/gu, '')
				.replaceAll(' ', '-'),
		),
	);
}

function isBroken(page: string, link: string): boolean {
	const [path = '', anchor] = link.split('#');
	const target = path === '' ? join(root, page) : join(root, dirname(page), decodeURI(path));
	if (!existsSync(target)) return true;
	return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).has(anchor);
}

test('there are pages', () => {
	expect(pages.length).toBeGreaterThan(30);
});

test.each(pages)('%s: its links lead to pages and headings that exist', (page) => {
	expect(linksOf(page).filter((link) => isBroken(page, link))).toEqual([]);
});
