import { isDeepStrictEqual } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { settled } from './settled';
import { n8nUrl } from './world';

const id = (name: string) => `[data-test-id="${name}"]`;

/** The first line of each, without those that a person does not see. */
async function lines(all: Locator): Promise<string[]> {
	const texts = await all.filter({ visible: true }).allInnerTexts();
	return texts.map((text) => text.trim().split('\n')[0]?.trim() ?? '');
}

/** n8n's editor as a person uses it: what is clicked, and what is to be seen then. */
export class Editor {
	private isOpen = false;

	constructor(readonly page: Page) {}

	/** Opens a workflow and waits until all of its nodes, and no others, are on the canvas. */
	async openWorkflow(workflowId: string): Promise<void> {
		const address = `${n8nUrl}/workflow/${workflowId}`;
		if (this.isOpen) await this.goWithin(address);
		else await this.load(address);
		const answer = await this.page.request.get(`${n8nUrl}/rest/workflows/${workflowId}`);
		const { data } = (await answer.json()) as { data: { nodes: { id: string }[] } };
		const nodes = data.nodes.map((node) => node.id).sort();
		const shown = await settled(nodes, () => this.nodesOnCanvas());
		if (!isDeepStrictEqual(shown, nodes)) throw new Error(`The canvas shows nodes ${shown.join()}`);
	}

	private async load(address: string): Promise<void> {
		// It covers the canvas of workflows that are published, and may be on its way out by itself.
		const checklist = this.page.locator(id('suggested-actions-close'));
		const close = () => checklist.click({ timeout: 2000 }).catch(() => undefined);
		await this.page.addLocatorHandler(checklist, close);
		await this.page.goto(address);
		this.isOpen = true;
	}

	/** As the browser's Back and Forward do: the editor itself is not loaded anew, which takes most of the time. */
	private async goWithin(address: string): Promise<void> {
		await this.page.evaluate(`
			history.pushState(history.state, '', ${JSON.stringify(address)});
			dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
		`);
	}

	private async nodesOnCanvas(): Promise<string[]> {
		const nodes = this.page.locator('.vue-flow__node');
		const ids = await nodes.evaluateAll((all) => all.map((node) => node.getAttribute('data-id')));
		return ids.map(String).sort();
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

	/** What the search in the node creator offers of ours. */
	offered(): Locator {
		return this.page
			.locator(id('item-iterator-item'))
			.filter({ has: this.page.locator('img[src*="n8n-nodes-rcs"]') });
	}

	/** Waits until these are the names of what is offered of ours, sorted, and says what they are if not. */
	async offeredNames(expected: readonly string[]): Promise<string[]> {
		const names = this.offered().locator(id('node-creator-item-name'));
		return await settled([...expected], async () => (await lines(names)).sort());
	}

	parameter(name: string): Locator {
		return this.page.locator(id(`parameter-input-${name}`)).filter({ visible: true });
	}

	/** Writes into a field, and waits until n8n has it: it takes in what was written a moment after, and saves it. */
	async write(field: Locator, text: string): Promise<void> {
		const isSaving = this.page.waitForRequest(
			(request) => request.method() === 'PATCH' && !!request.postData()?.includes(text),
		);
		await Promise.all([isSaving, field.fill(text)]);
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
		const seen = await settled([...expected], () => lines(offered));
		await this.page.keyboard.press('Escape');
		await offered.first().waitFor({ state: 'hidden' });
		return seen;
	}

	/** Chooses in a list that is fetched when it is opened; `look` happens while it is open. */
	async chooseFetched(
		parameter: string,
		option: string | RegExp,
		look: () => Promise<void>,
	): Promise<void> {
		await this.parameter(parameter).locator('input').last().click();
		const offered = this.page.locator(id('rlc-item')).filter({ visible: true });
		const wanted = offered.filter({ hasText: option }).first();
		await wanted.waitFor();
		await look();
		await wanted.click();
		await offered.first().waitFor({ state: 'hidden' });
	}

	collection(name: string): Locator {
		return this.page.locator(id(`fixed-collection-${name}`));
	}

	/** Waits until these are the labels of the fields, from top to bottom, and says what they are if not. */
	async labels(expected: readonly string[], within?: Locator): Promise<string[]> {
		const place = within ?? this.page.locator(id('node-parameters'));
		return await settled([...expected], () => lines(place.locator(id('input-label'))));
	}

	credential(): Locator {
		return this.page.locator(id('node-credentials-select'));
	}

	/** Waits until this is the one credential that is chosen, or none (''), and says what it is if not. */
	async credentialChosen(expected: string): Promise<string> {
		return await settled(expected, () => this.credential().locator('input').inputValue());
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

/** Waits until the browser could read a picture, and says whether it could. */
export async function loaded(image: Locator): Promise<boolean> {
	return await settled(true, () =>
		image.evaluate(async (element) => {
			const picture = element as unknown as { decode(): Promise<void>; naturalWidth: number };
			await picture.decode().catch(() => undefined);
			return picture.naturalWidth > 0;
		}),
	);
}
