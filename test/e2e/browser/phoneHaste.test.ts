import type { Locator, Page } from 'playwright-core';
import { until } from '../../until';
import { hold, useFreshPage, useOwnSandbox } from '../support/phonePage';

/** Somebody who is faster than the machine: two taps before the first has told of itself. */

const NUMBER = '+447700900001';
const sandbox = useOwnSandbox(50);
let page: Page;
useFreshPage(sandbox, { panel: false, width: 1280 }, (fresh) => {
	page = fresh;
});

const phone = (): Locator => page.getByRole('region', { name: new RegExp(`\\${NUMBER}`) });
const button = (name: string | RegExp) => phone().getByRole('button', { name });
const field = () => phone().getByLabel('Text message');
const open = async (...more: string[]) => {
	const query = [NUMBER, ...more].map((number) => `phone=${encodeURIComponent(number)}`).join('&');
	await page.goto(`${sandbox.url()}/?${query}`);
	await field().waitFor();
};
const twice = (locator: Locator) =>
	locator.evaluate((element: { click(): void }) => {
		element.click();
		element.click();
	});
const said = async () =>
	(await sandbox.entries(NUMBER)).filter(({ type }) => type === 'inbound').map(({ text }) => text);
/** Says something, and gives all that was said once it is there. */
const allSaid = async (last: string) => {
	await field().fill(last);
	await field().press('Enter');
	return until(async () => {
		const all = await said();
		return all.at(-1) === last && all;
	}, last);
};

test('what is typed while the words before it are on their way is sent after them', async () => {
	await open();
	const first = await hold(page, 'request', '**/text', 'POST');
	await field().fill('One');
	await field().press('Enter');
	await first.asked;
	await field().pressSequentially('Two');
	await field().press('Enter');
	await field().pressSequentially('Thr');
	first.release();
	await until(async () => (await said()).length === 2, 'both to be said');
	expect(await said()).toEqual(['One', 'Two']);
	expect(await field().inputValue()).toBe('Thr');
});

/** Its request is held on its way. */
async function tapOnYes() {
	const chips = [{ type: 'REPLY', text: 'Yes', postbackData: 'yes' }];
	await sandbox.infobip(NUMBER, { type: 'TEXT', text: 'Shall we?', suggestions: chips });
	await open();
	const tap = await hold(page, 'request', '**/tap', 'POST');
	await button('Yes').click();
	await tap.asked;
	await button('Yes').waitFor({ state: 'detached' });
	return tap;
}

test('a chip that is tapped twice answers once', async () => {
	const tap = await tapOnYes();
	tap.release();
	expect(await allSaid('Done')).toEqual(['Yes', 'Done']);
});

test('a chip whose tap did not leave the phone is there again', async () => {
	const tap = await tapOnYes();
	await sandbox.call('PATCH', `/sandbox/phones/${encodeURIComponent(NUMBER)}`, { airplane: true });
	tap.release();
	await button('Yes').waitFor();
});

test('a chip that answers nothing stays', async () => {
	const action = { text: 'Remind me', postbackData: 'remind' };
	await sandbox.conversation(NUMBER, { text: 'It starts at ten.', suggestions: [{ action }] });
	await open();
	await button('Remind me').click();
	await phone().getByText('Tapped “Remind me”').waitFor();
	await button('Remind me').waitFor();
});

test('a button on a card that is tapped twice at once tells once', async () => {
	const suggestions = [{ type: 'REPLY', text: 'Add to cart', postbackData: 'add' }];
	await sandbox.infobip(NUMBER, {
		...{ type: 'CARD', orientation: 'VERTICAL', alignment: 'LEFT' },
		content: { title: 'Enamel mug', suggestions },
	});
	await open();
	await twice(button('Add to cart'));
	expect(await allSaid('Done')).toEqual(['Add to cart', 'Done']);
});

test('a form is submitted once', async () => {
	const fields = [{ name: 'note', label: 'Note', type: 'TEXT' }];
	const submit = { text: 'Send it', postbackData: 'sent' };
	await sandbox.conversation(NUMBER, { form: { title: 'Anything else?', fields, submit } });
	await open();
	await phone().getByLabel('Note').fill('Ring twice');
	await twice(button('Send it'));
	await button('Submitted').waitFor();
	await allSaid('Done');
	const kinds = (await sandbox.entries(NUMBER)).map(({ kind }) => kind);
	expect(kinds.filter((kind) => kind === 'form')).toHaveLength(2);
});

test('a switch that is turned twice is where it was', async () => {
	await open();
	const sent: unknown[] = [];
	page.on('request', (request) => {
		if (request.method() === 'PATCH') sent.push(request.postDataJSON());
	});
	await twice(phone().getByRole('switch', { name: 'Phone is online' }));
	await until(() => sent.length === 2, 'both turns');
	expect(sent).toEqual([{ online: false }, { online: true }]);
});

test('two taps beyond the edge go two phones further', async () => {
	await open('+447700900002', '+447700900003', '+447700900004');
	const right = page.getByRole('button', { name: 'Phones to the right' });
	await right.waitFor();
	await twice(right);
	await right.waitFor({ state: 'detached' });
});

test('a phone that was added last is beside those opened meanwhile', async () => {
	await open();
	const added = await hold(page, 'request', '**/sandbox/phones/*', 'PATCH');
	await page.getByLabel('Add a phone').fill('+447700900123');
	await page.keyboard.press('Enter');
	await added.asked;
	await page.getByRole('button', { name: 'Open iPhone +447700900002 beside the others' }).click();
	await page.getByRole('region', { name: /\+447700900002/ }).waitFor();
	await page.getByLabel('Add a phone').fill('+4477009001');
	added.release();
	await page.getByRole('region', { name: /\+447700900123/ }).waitFor();
	await phone().waitFor();
	expect(await page.getByLabel('Add a phone').inputValue()).toBe('+4477009001');
});
