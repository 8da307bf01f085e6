import type { Browser, Page } from 'playwright-core';
import type { HandsetContent, Look } from '../../../handset/types';
import { htmlDocument } from '../../../handset/html';
import type { Mark } from '../../../handset/marks';
import { contents, preview } from '../../handset/samples';
import { openBrowser } from '../support/browser';

describe('the page of a preview', () => {
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await openBrowser();
		page = await browser.newPage({ viewport: { width: 420, height: 800 } });
	});
	afterAll(async () => {
		await browser.close();
	});

	const open = async (content: HandsetContent, look: Look, marks: readonly Mark[]) => {
		await page.setContent(htmlDocument(preview(content, { look, marks })));
	};
	const note = (path: string): Mark => ({ path, action: 'invalid', message: 'Is wrong' });

	it.each(['android', 'ios'] as const)('shows all notes of a carousel, in %s', async (look) => {
		const paths = ['content.cards.0.suggestions.0', 'content.cards.9.title', 'content'];
		await open(contents['ten cards'], look, paths.map(note));
		const screen = await page.locator('.rcs-screen').boundingBox();
		const notes = page.locator('.rcs-screen .rcs-mark');
		expect(await notes.allTextContents()).toEqual(expect.arrayContaining(['1', '2', '3']));
		for (const one of await notes.all()) {
			const box = await one.boundingBox();
			expect(box?.x).toBeGreaterThan(screen?.x ?? Infinity);
			expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThan(
				(screen?.x ?? 0) + (screen?.width ?? 0),
			);
		}
	});

	it('swipes where there is nothing to note', async () => {
		await open(contents['ten cards'], 'android', []);
		const [first, last] = [page.locator('.rcs-slide').first(), page.locator('.rcs-slide').last()];
		expect((await last.boundingBox())?.y).toBe((await first.boundingBox())?.y);
	});

	it('has a sign and words where a picture did not load', async () => {
		await open(contents.picture, 'android', []);
		// Its policy lets no picture of an unsafe address in, so this one fails at once.
		const drawn = await page.evaluate<string[][]>(`new Promise((tell) => {
			const image = document.querySelector('.rcs-image');
			image.addEventListener('error', () =>
				tell(
					['::before', '::after'].map((part) => {
						const { width, height, position } = getComputedStyle(image, part);
						return [position, width, height];
					}),
				),
			);
			image.src = 'http://127.0.0.1:9/mug.jpg';
		})`);
		expect(drawn).toEqual([
			['absolute', '28px', '28px'],
			['absolute', '240px', '180px'],
		]);
	});
});
