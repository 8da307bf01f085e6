import type { Browser, Page } from 'playwright-core';
import { type ProviderId, providerIds } from '../../core/providers';
import { Phone } from '../../scripts/world/phone';
import { openBrowser, openPage, shoot } from './support/browser';
import { loaded } from './support/editor';
import { registerByHand, urlOf } from './support/webhooks';
import { chain, manualTrigger, outputs, rcsTrigger, runToEnd, sendRcs } from './support/workflows';
import { api, arrived, latest, sandbox, sandboxUrl } from './support/world';

/** The whole message; nothing in it knows a provider. */
const card = {
	messageType: 'card',
	cardTitle: 'Your parcel is on its way',
	cardDescription: 'It arrives tomorrow between 9 and 12.',
	cardMediaUrl: `${sandboxUrl}/media/parcel.svg`,
	cardSuggestions: {
		suggestion: [
			{ type: 'reply', text: 'Leave it outside', postbackData: 'outside:1001' },
			{ type: 'openUrl', text: 'Track it', url: 'https://shop.example.com/orders/1001' },
		],
	},
};

/** Their webhooks do not tell a tapped reply from a text that was typed. */
const tapsAreTexts: readonly ProviderId[] = ['agile-telecom'];

let browser: Browser;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(providerIds.map((id, i) => ({ id, number: `+4477009000${60 + i}` })))(
	'the same workflow at $id',
	({ id, number }) => {
		const phone = new Phone(sandboxUrl, number);
		const trigger = rcsTrigger({ provider: id, events: ['message.replied', 'message.received'] });
		let page: Page;
		let listening: string;
		let messageId: unknown;

		beforeAll(async () => {
			await sandbox('PATCH', `/sandbox/phones/${encodeURIComponent(number)}`, { rcs: true });
			const workflow = chain(`e2e every provider listens (${id})`, trigger);
			listening = await api.upsertWorkflow(workflow, { activate: true });
			await registerByHand(id, urlOf(trigger));
			page = await openPage(browser);
			await page.goto(`${sandboxUrl}/?phone=${number}`);
		});
		afterAll(async () => {
			await page.context().close();
			await api.deactivate(listening);
		});

		it('delivers the card', async () => {
			const sending = sendRcs({ provider: id, to: number, ...card });
			const name = `e2e every provider sends (${id})`;
			const execution = await runToEnd(chain(name, manualTrigger(), sending));
			const [item] = outputs(execution, 'Send RCS')[0] ?? [];
			expect(item?.json).toMatchObject({ status: 'accepted', provider: id, to: number });
			messageId = item?.json['messageId'];
			const { content } = await phone.receives('The card', arrived);
			expect(content).toMatchObject({
				kind: 'card',
				card: {
					title: card.cardTitle,
					description: card.cardDescription,
					media: { url: card.cardMediaUrl },
					suggestions: [
						{ kind: 'reply', text: 'Leave it outside', postbackData: 'outside:1001' },
						{ kind: 'openUrl', text: 'Track it', url: 'https://shop.example.com/orders/1001' },
					],
				},
			});
		});

		it('shows it on the phone', async () => {
			const shown = page.getByRole('group', { name: card.cardTitle });
			await shown.getByText(card.cardDescription).waitFor();
			await shown.getByRole('button', { name: 'Track it' }).waitFor();
			expect(await loaded(shown.locator('img').first())).toBe(true);
			await shoot(page, `40-${id}-card`);
		});

		it('hears of the reply', async () => {
			const after = await latest(listening);
			await page.getByRole('button', { name: 'Leave it outside' }).click();
			const execution = await api.waitForExecution({ workflowId: listening, after });
			const [item] = outputs(execution, 'RCS Trigger')[0] ?? [];
			const said = tapsAreTexts.includes(id)
				? { type: 'message.received', text: 'outside:1001' }
				: { type: 'message.replied', postbackData: 'outside:1001' };
			expect(item?.json).toMatchObject({ ...said, provider: id, user: number });
			// Some webhooks do not name the message that was answered.
			expect([undefined, messageId]).toContain(item?.json['messageId']);
		});
	},
);
