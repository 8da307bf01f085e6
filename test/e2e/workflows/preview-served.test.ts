import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import type { WorkflowNode } from '../../../scripts/n8n/types';
import { openBrowser, openPage, shoot } from '../support/browser';
import { chain, sendRcs } from '../support/workflows';
import { api, n8nUrl } from '../support/world';

/** A preview for people outside n8n: a workflow answers its webhook with the page. */

const PATH = 'e2e-preview-served';

const webhook: WorkflowNode = {
	...{ id: randomUUID(), name: 'Page Wanted', type: 'n8n-nodes-base.webhook', typeVersion: 2.1 },
	...{ position: [0, 0], webhookId: randomUUID() },
	parameters: { path: PATH, responseMode: 'responseNode', options: {} },
};
const respond: WorkflowNode = {
	...{ id: randomUUID(), name: 'Show Page', typeVersion: 1.4, position: [0, 0] },
	type: 'n8n-nodes-base.respondToWebhook',
	parameters: {
		respondWith: 'text',
		responseBody: '={{ $json.html }}',
		options: {
			responseHeaders: { entries: [{ name: 'Content-Type', value: 'text/html; charset=utf-8' }] },
		},
	},
};
const card = {
	...{ operation: 'preview', to: '+447700900001', messageType: 'card' },
	...{ cardTitle: '={{ $json.query.title }}', cardDescription: 'Waterproof & light' },
	suggestions: { suggestion: [{ type: 'reply', text: 'Show me', postbackData: 'show' }] },
	previewOptions: { agentName: 'Demo Shop' },
};

let browser: Browser;
let workflowId: string;
beforeAll(async () => {
	browser = await openBrowser();
	workflowId = await api.upsertWorkflow(
		chain('e2e preview served', webhook, sendRcs(card), respond),
		{ activate: true },
	);
});
afterAll(async () => {
	await browser.close();
	await api.deactivate(workflowId);
});

it('is a page in the browser of whoever asks, drawn, and with nothing that runs', async () => {
	const page = await openPage(browser);
	const title = 'Trail shoe <b>"One"</b>';
	const address = `${n8nUrl}/webhook/${PATH}?title=${encodeURIComponent(title)}`;
	const answer = await page.goto(address);
	expect([answer?.status(), answer?.headers()['content-type']]).toEqual([
		200,
		'text/html; charset=utf-8',
	]);
	const screens = page.locator('.rcs-screen');
	await screens.first().waitFor();
	for (const words of [title, 'Waterproof & light', 'Show me', 'Demo Shop'])
		await page.getByText(words, { exact: true }).first().waitFor();
	const boxes = await Promise.all((await screens.all()).map((screen) => screen.boundingBox()));
	expect(boxes.length).toBeGreaterThan(1);
	for (const box of boxes) expect(box?.height).toBeGreaterThan(200);
	await shoot(page, '95-preview-served');
	await page.context().close();
});
