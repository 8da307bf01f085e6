import type { Page, Route } from 'playwright-core';
import { eventsOf, useCrmPage } from '../support/crmPage';

const [ann, bo] = ['+447700900321', '+447700900322'];

describe("the CRMs' page, while something happens", () => {
	const { open, addContact, setUpFields, write, consentOf } = useCrmPage();
	const row = (page: Page) => page.getByRole('button', { name: /^Ann Lee/ });
	const consent = (page: Page) => page.getByLabel('RCS consent status');

	async function openContact() {
		await setUpFields('hubspot');
		await addContact('hubspot', 'Ann Lee', ann);
		const page = await open('hubspot');
		await row(page).click();
		await page.getByRole('heading', { name: 'Ann Lee' }).waitFor();
		return page;
	}
	/** Holds back the next answer to such a request, which the sandbox gave already; gives what lets it through. */
	async function holdNext(page: Page, method: string, path: RegExp) {
		let isCaught = false;
		let caught: (letGo: () => Promise<void>) => void;
		const held = new Promise<() => Promise<void>>((done) => (caught = done));
		const hold = async (route: Route) => {
			if (isCaught || route.request().method() !== method) return await route.fallback();
			isCaught = true;
			const answer = await route.fetch();
			caught(async () => {
				const arrived = page.waitForResponse((one) => one.request() === route.request());
				await route.fulfill({ response: answer });
				await (await arrived).finished();
				await page.evaluate('new Promise((done) => requestAnimationFrame(done))');
			});
		};
		await page.route(path, hold);
		return { held };
	}

	it('shows what was saved, not what was asked for before', async () => {
		const page = await openContact();
		const { held } = await holdNext(page, 'GET', /\/contacts$/);
		const letGo = await held;
		await consent(page).selectOption('Opted out');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('Saved', { exact: true }).waitFor();
		await row(page).getByText('Opted out').waitFor();
		await letGo();
		expect(await row(page).textContent()).toContain('Opted out');
		expect(await page.getByText('Saved', { exact: true }).isVisible()).toBe(true);
	});

	it('leaves what somebody has in hand: a press, a list of choices, what was said', async () => {
		const page = await openContact();
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText('Saved', { exact: true }).waitFor();
		const choices = await consent(page).elementHandle();
		await addContact('hubspot', 'Bo Chan', bo);
		await page.getByRole('button', { name: /^Bo Chan/ }).hover();
		await page.mouse.down();
		await write('hubspot', eventsOf(ann, ['message.sent']));
		await write('hubspot', eventsOf(bo, ['message.sent', 'user.optedOut']));
		await page.getByRole('heading', { name: 'Latest' }).waitFor();
		await page.getByRole('button', { name: /^Bo Chan.*Opted out/ }).waitFor();
		expect(await choices?.evaluate(({ isConnected }) => isConnected)).toBe(true);
		expect(await page.getByText('Saved', { exact: true }).isVisible()).toBe(true);
		await page.mouse.up();
		await page.getByRole('heading', { name: 'Bo Chan' }).waitFor();
	});

	it('keeps a choice that was not saved, and the one that is chosen after it', async () => {
		const page = await openContact();
		await page.route(/\/consent$/, (route) => route.abort());
		await consent(page).selectOption('Opted out');
		await page.getByRole('button', { name: 'Save' }).click();
		await page.getByText(/^Not saved: /).waitFor();
		expect(await consent(page).inputValue()).toBe('opted_out');
		await page.unrouteAll();
		const { held } = await holdNext(page, 'PUT', /\/consent$/);
		await page.getByRole('button', { name: 'Save' }).click();
		await consent(page).selectOption('Opted in');
		await (
			await held
		)();
		await row(page).getByText('Opted out').waitFor();
		expect(await consent(page).inputValue()).toBe('opted_in');
		expect(await consentOf('hubspot')).toEqual(['opted_out']);
		expect(await page.getByText('Saved', { exact: true }).count()).toBe(0);
	});

	it('saves what was saved while something else was on its way, after it', async () => {
		const page = await openContact();
		const { held } = await holdNext(page, 'PUT', /\/consent$/);
		const save = page.getByRole('button', { name: 'Save' });
		await consent(page).selectOption('Opted in');
		await save.click();
		const letGo = await held;
		await consent(page).selectOption('Opted out');
		await save.click();
		await letGo();
		await page.getByText('Saved', { exact: true }).waitFor();
		expect(await consentOf('hubspot')).toEqual(['opted_out']);
		expect(await consent(page).inputValue()).toBe('opted_out');
	});

	it('adds somebody once, to the CRM it was asked for, and keeps who is typed next', async () => {
		const page = await open('hubspot');
		await page.getByText('Add contacts', { exact: true }).click();
		const name = page.getByLabel('Name', { exact: true });
		await name.fill('Ann Lee');
		await page.getByLabel('Phone', { exact: true }).fill(ann);
		const { held } = await holdNext(page, 'POST', /\/contacts$/);
		const add = page.getByRole('button', { name: 'Add', exact: true });
		await add.evaluate((button: { click(): void }) => {
			button.click();
			button.click();
		});
		const letGo = await held;
		await name.fill('Bo Chan');
		await page.getByRole('button', { name: 'Salesforce' }).click();
		await page.getByText('No contacts yet', { exact: true }).waitFor();
		await letGo();
		await page.getByText('Added Ann Lee').waitFor();
		expect(await page.getByRole('listitem').count()).toBe(0);
		expect(await name.inputValue()).toBe('Bo Chan');
		await page.getByRole('button', { name: 'HubSpot' }).click();
		await page.getByText('1 contact', { exact: true }).waitFor();
	});
});
