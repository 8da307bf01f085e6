import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { credentialOf, credentialOfConnectors } from '../../../scripts/world/credentials';
import { openBrowser, openEditor, shoot } from '../support/browser';
import { Editor } from '../support/editor';
import { outcomes } from '../support/figures';
import { useConnectors } from '../support/importedWorkflow';
import { chain, manualTrigger } from '../support/workflows';
import { api } from '../support/world';

/** n8n adds it to every list of resources and operations. */
const byN8n = 'Custom API Call';

describe('RCS Account in the editor', () => {
	const service = useConnectors();
	let browser: Browser;
	let editor: Editor;

	beforeAll(async () => {
		browser = await openBrowser();
		editor = new Editor(await openEditor(browser));
		const node = {
			id: randomUUID(),
			name: 'RCS Account',
			type: 'n8n-nodes-rcs.rcsAccount',
			typeVersion: 1,
			parameters: { provider: 'infobip', resource: 'webhook', operation: 'getAll' },
			credentials: { ...credentialOf('infobip'), ...credentialOfConnectors },
		};
		const workflow = chain('e2e account', manualTrigger(), node);
		await editor.openWorkflow(await api.upsertWorkflow(workflow));
		await editor.openNode('RCS Account');
	});
	afterAll(async () => {
		await browser.close();
	});

	it('lists the webhooks of the account', async () => {
		const expected = ['Provider', 'Resource', 'Operation', 'Return All', 'Limit'];
		expect(await editor.labels(expected)).toEqual(expected);
		await editor.execute();
		await editor.output().getByText('message.replied').first().waitFor();
		await shoot(editor.page, '24-account-webhooks');
	});

	it('offers them to choose one from', async () => {
		await editor.choose('operation', 'Remove');
		await editor.chooseFetched('webhook', /n8n-.*-live-/, () =>
			shoot(editor.page, '25-account-choose-webhook'),
		);
	});

	it('offers what the provider has', async () => {
		const ofInfobip = ['Agent', 'Log', 'Report', 'Test Number', 'Webhook', byN8n];
		expect(await editor.choices('resource', ofInfobip)).toEqual(ofInfobip);
		await editor.choose('resource', 'Test Number');
		const operations = ['Add', 'Get', 'Get Many', 'Refresh', 'Set Primary', byN8n];
		expect(await editor.choices('operation', operations)).toEqual(operations);
		await editor.choose('provider', 'Google RBM');
		const ofGoogle = ['Media', 'Report', 'Test Number', byN8n];
		expect(await editor.choices('resource', ofGoogle)).toEqual(ofGoogle);
		expect(await editor.choices('operation', ['Add', byN8n])).toEqual(['Add', byN8n]);
		await shoot(editor.page, '27-account-google');
		await editor.choose('provider', 'Infobip');
	});

	it('asks for no credential to summarize what the workflow has', async () => {
		await editor.choose('resource', 'Report');
		await editor.choose('operation', 'Summarize Adoption');
		const expected = ['Provider', 'Resource', 'Operation'];
		expect(await editor.labels(expected)).toEqual(expected);
		await editor.credential().waitFor({ state: 'detached' });
		await shoot(editor.page, '26-account-adoption');
		await editor.choose('resource', 'Webhook');
		// n8n keeps an operation that the other resource has not, and marks it.
		await editor.choose('operation', 'Get Many');
		const all = ['Provider', 'Resource', 'Operation', 'Return All', 'Limit'];
		expect(await editor.labels(all)).toEqual(all);
		await editor.credential().waitFor();
	});

	it('asks only for the credential of the service to get figures, and shows them', async () => {
		const at = new Date(Date.now() - 86_400_000).toISOString();
		const sale = { prefix: 'panel', campaignId: 'spring-sale', at, replied: 12, fellBack: 10 };
		await service.post('/v1/events', { events: outcomes(40, sale) });
		await editor.choose('resource', 'Report');
		await editor.choose('operation', 'Get Figures');
		await editor.choose('figuresOf', 'Each Campaign');
		const expected = [
			...['Provider', 'Resource', 'Operation', 'Figures Of', 'Period'],
			...['Compare With Period Before', 'Filters'],
		];
		expect(await editor.labels(expected)).toEqual(expected);
		await editor.credential().waitFor();
		await editor.choose('period', 'Custom');
		const custom = [...expected.slice(0, 5), 'From', 'To', ...expected.slice(5)];
		expect(await editor.labels(custom)).toEqual(custom);
		await editor.choose('period', 'Last 7 Days');
		await editor.execute();
		await editor.output().getByText('spring-sale').first().waitFor();
		await shoot(editor.page, '28-account-figures');
	});
});
