import type { Locator, Page } from 'playwright-core';
import { until } from '../../../scripts/n8n/until';
import { n8nUrl } from './world';

const id = (name: string) => `[data-test-id="${name}"]`;

/** The editor draws in turns, on a busy machine slowly. */
const PATIENCE_MS = 15_000;

/** n8n's editor as a person uses it: what is clicked, and what is to be seen then. */
export class Editor {
	constructor(readonly page: Page) {}

	async openWorkflow(workflowId: string): Promise<void> {
		await this.page.goto(`${n8nUrl}/workflow/${workflowId}`);
		await this.page.locator(id('canvas-node')).first().waitFor();
		// It covers the canvas of workflows that are published.
		const checklist = this.page.locator(id('suggested-actions-close'));
		await this.page.addLocatorHandler(checklist, async () => await checklist.click());
	}

	canvasNode(name: string): Locator {
		const named = this.page.getByText(name, { exact: true });
		return this.page.locator(id('canvas-node')).filter({ has: named });
	}

	/** The pictures of our own nodes, wherever they show. */
	icons(within: Locator): Locator {
		return within.locator('img[src*="n8n-nodes-rcs"]');
	}

	async openNode(name: string): Promise<void> {
		await this.canvasNode(name).dblclick();
		await this.page.locator(id('node-parameters')).waitFor();
	}

	async closeNode(): Promise<void> {
		await this.page.locator(id('ndv-close-button')).click();
		await this.page.locator(id('node-parameters')).waitFor({ state: 'detached' });
	}

	async searchNodes(text: string): Promise<void> {
		await this.page.locator(id('node-creator-plus-button')).click();
		await this.page.locator(id('node-creator-search-bar')).fill(text);
		await this.page.locator(id('node-creator-item-name')).first().waitFor();
	}

	/** What the search in the node creator offers of ours, in its order. */
	offered(): Locator {
		return this.page
			.locator(id('item-iterator-item'))
			.filter({ has: this.page.locator('img[src*="n8n-nodes-rcs"]') });
	}

	parameter(name: string): Locator {
		return this.page.locator(id(`parameter-input-${name}`)).filter({ visible: true });
	}

	/** Chooses in a drop-down by the words a person reads. */
	async choose(parameter: string, option: string): Promise<void> {
		await this.parameter(parameter).click();
		const words = this.page.getByText(option, { exact: true });
		const offered = this.page.locator(id('parameter-input-item')).filter({ visible: true });
		await offered.filter({ has: words }).click();
		await offered.first().waitFor({ state: 'hidden' });
	}

	/** Waits until these are the words of a drop-down's choices, and says what they are if not. */
	async choices(parameter: string, expected: readonly string[]): Promise<string[]> {
		await this.parameter(parameter).click();
		const offered = this.page.locator(id('parameter-input-item')).filter({ visible: true });
		let seen: string[] = [];
		await until(PATIENCE_MS, 'the choices', async () => {
			const texts = await offered.allInnerTexts();
			seen = texts.map((text) => text.trim().split('\n')[0]?.trim() ?? '');
			return seen.join() === expected.join() || undefined;
		}).catch(() => undefined);
		await this.page.keyboard.press('Escape');
		await offered.first().waitFor({ state: 'hidden' });
		return seen;
	}

	collection(name: string): Locator {
		return this.page.locator(id(`fixed-collection-${name}`));
	}

	/** Waits until these are the labels of the fields, from top to bottom, and says what they are if not. */
	async labels(expected: readonly string[], within?: Locator): Promise<string[]> {
		const place = within ?? this.page.locator(id('node-parameters'));
		const wanted = expected.join();
		let seen: string[] = [];
		await until(PATIENCE_MS, 'the labels', async () => {
			const texts = await place
				.locator(id('input-label'))
				.filter({ visible: true })
				.allInnerTexts();
			seen = texts.map((text) => text.split('\n')[0]?.trim() ?? '');
			return seen.join() === wanted || undefined;
		}).catch(() => undefined);
		return seen;
	}

	credential(): Locator {
		return this.page.locator(id('node-credentials-select'));
	}

	/** A credential among those that are offered. */
	credentials(name: string): Locator {
		const offered = this.page.locator('[data-test-id^="node-credentials-select-item-"]');
		return offered.filter({ hasText: name, visible: true });
	}

	async execute(): Promise<void> {
		await this.page.locator(id('node-execute-button')).click();
	}

	output(): Locator {
		return this.page.locator(id('output-panel'));
	}
}

/** Whether the browser could read a picture. */
export async function loaded(image: Locator): Promise<boolean> {
	return await image.evaluate(async (element) => {
		const picture = element as unknown as { decode(): Promise<void>; naturalWidth: number };
		await picture.decode().catch(() => undefined);
		return picture.naturalWidth > 0;
	});
}
