import type { Browser, Page } from 'playwright-core';
import type { JsonObject } from '../../../sandbox/json';
import { type Sandbox, startSandbox } from '../../../sandbox/server';
import type { Look, Theme } from '../../../handset/types';
import { openBrowser } from './browser';

export const looks: readonly Look[] = ['android', 'ios'];
export const themes: readonly Theme[] = ['light', 'dark'];

export const lookAndThemes = looks.flatMap((look) => themes.map((theme) => ({ look, theme })));

/** How the page is set before it is opened. */
export interface PageSettings {
	look?: Look;
	theme?: Theme;
	panel?: boolean;
	width?: number;
	height?: number;
}

/** A page of a browser of its own, with what it complained about. */
export async function openPhonePage(
	browser: Browser,
	{ width = 1440, height = 900, ...settings }: PageSettings = {},
): Promise<{ page: Page; complaints: string[] }> {
	const context = await browser.newContext({ viewport: { width, height } });
	await context.addInitScript(
		`localStorage.setItem('rcs-sandbox-page', ${JSON.stringify(JSON.stringify(settings))})`,
	);
	const page = await context.newPage();
	page.setDefaultTimeout(60_000);
	const complaints: string[] = [];
	page.on('pageerror', ({ message }) => complaints.push(message));
	page.on('console', (message) => {
		if (/content security policy/i.test(message.text())) complaints.push(message.text());
	});
	return { page, complaints };
}

/**
 * Holds one request of the page back, or its answer as it is by then: `asked` once the page has asked, until
 * `release`.
 */
export async function hold(page: Page, what: 'request' | 'answer', url: string, method = 'GET') {
	const asked = Promise.withResolvers<undefined>();
	const released = Promise.withResolvers<undefined>();
	let held = false;
	await page.route(url, async (route) => {
		if (held || route.request().method() !== method) return route.fallback();
		held = true;
		const response = what === 'answer' ? await route.fetch() : undefined;
		asked.resolve(undefined);
		await released.promise;
		await (response ? route.fulfill({ response }) : route.continue());
	});
	return { asked: asked.promise, release: () => released.resolve(undefined) };
}

/** A sandbox of its own for a test file. */
export function useOwnSandbox(speed: number) {
	let sandbox: Sandbox | undefined;
	beforeAll(async () => {
		sandbox = await startSandbox({ port: 0, speed });
	});
	afterAll(() => sandbox?.stop());
	const url = (): string => sandbox?.url ?? '';

	async function call<T>(
		method: string,
		path: string,
		body?: object,
		headers: Record<string, string> = {},
	): Promise<T> {
		const answer = await fetch(`${url()}${path}`, {
			method,
			headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
			...(body && { body: JSON.stringify(body) }),
		});
		if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
		return (await answer.json()) as T;
	}

	return {
		url,
		call,
		/** Sends as a client of Infobip would. */
		infobip: (to: string, content: JsonObject, more: JsonObject = {}) =>
			call<JsonObject>(
				'POST',
				'/infobip/rcs/2/messages',
				{
					messages: [
						{
							sender: 'DemoShop',
							destinations: [{ to: to.replace('+', '') }],
							content,
							...more,
						},
					],
				},
				{ authorization: 'App sandbox-infobip-key' },
			),
		conversation: (to: string, message: JsonObject) =>
			call<JsonObject>(
				'POST',
				'/conversation/v1/messages',
				{ conversationId: to, messageId: crypto.randomUUID(), message },
				{ authorization: 'Bearer sandbox-conversation-token' },
			),
		/** What happened on a phone, oldest first. */
		entries: async (number: string) =>
			(
				await call<{ messages: Entry[] }>(
					'GET',
					`/sandbox/phones/${encodeURIComponent(number)}/messages`,
				)
			).messages,
	};
}

export type OwnSandbox = ReturnType<typeof useOwnSandbox>;

/** Before each test the sandbox begins anew, and `take` gets a page of that test alone. */
export function useFreshPage(
	sandbox: OwnSandbox,
	settings: PageSettings,
	take: (page: Page) => void,
): void {
	let browser: Browser;
	let page: Page;
	beforeAll(async () => {
		browser = await openBrowser();
	});
	beforeEach(async () => {
		await sandbox.call('POST', '/sandbox/reset');
		({ page } = await openPhonePage(browser, settings));
		take(page);
	});
	afterEach(() => page.context().close());
	afterAll(() => browser.close());
}

export interface Entry {
	type: 'message' | 'inbound';
	kind: string;
	state?: string;
	channel?: string;
	text?: string;
	postbackData?: string;
	location?: object;
	agent: { id: string };
}
