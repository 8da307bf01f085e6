import type { Browser } from 'playwright-core';
import { readWorkflow, workflowFiles } from '../../../scripts/world/workflows';
import { openBrowser, openEditor, shoot } from '../support/browser';
import { Editor } from '../support/editor';
import { settled } from '../support/settled';
import { workflows } from '../support/world';

/** What somebody sees who imported a workflow: kept as pictures, for people. */

const isSticky = ({ type }: { type: string }) => type === 'n8n-nodes-base.stickyNote';

let browser: Browser;
let editor: Editor;
beforeAll(async () => {
	browser = await openBrowser();
	editor = new Editor(await openEditor(browser));
});
afterAll(() => browser.close());

it.each(workflowFiles)(
	'%s shows every node, and stickies whose words are all to be read',
	async (file) => {
		const { page } = editor;
		await editor.openWorkflow(workflows[file]);
		const { nodes } = readWorkflow(file);
		for (const node of nodes)
			if (!isSticky(node)) await editor.canvasNode(node.name).first().waitFor();
		const stickies = page.locator('[data-test-id="sticky"]');
		await stickies.nth(nodes.filter(isSticky).length - 1).waitFor();
		expect(await stickies.count()).toBe(nodes.filter(isSticky).length);
		const hiddenWords = () =>
			stickies.evaluateAll((all) =>
				all.flatMap((sticky) => {
					const { bottom } = sticky.getBoundingClientRect();
					const words = [...sticky.querySelectorAll('h2, h3, p, li')];
					const places = [...sticky.ownerDocument.querySelectorAll('[data-test-id="canvas-node"]')]
						.filter((node) => !node.querySelector('[data-test-id="sticky"]'))
						.map((node) => node.getBoundingClientRect());
					const hidden = words.filter((one) => {
						const box = one.getBoundingClientRect();
						const isCovered = places.some(
							({ left, right, top, bottom: end }) =>
								left < box.right && box.left < right && top < box.bottom && box.top < end,
						);
						return isCovered || box.bottom > bottom;
					});
					return hidden.map(({ textContent }) => textContent);
				}),
			);
		const cut = await settled([], hiddenWords);
		await shoot(page, `05-canvas-${file}`);
		expect(cut).toEqual([]);
	},
);
