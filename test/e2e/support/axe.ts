import { source as axe } from 'axe-core';
import type { Page } from 'playwright-core';

interface Finding {
	id: string;
	nodes: { target: string[]; failureSummary: string }[];
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What breaks WCAG 2.2 at the levels A and AA on a page as it is now, contrast included. */
export async function findings(page: Page): Promise<string[]> {
	await page.evaluate(`${axe}; undefined`);
	const found = await page.evaluate<Finding[]>(
		`axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations }) => violations)`,
	);
	return found.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
	);
}
