import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providerIds, providers } from '../../core/providers';
import { startN8n } from '../../scripts/n8n/instance';
import { api, n8nUrl } from './support/world';

interface Described {
	name: string;
	displayName: string;
	iconUrl: string | { light: string; dark: string };
	communityNodePackageVersion?: string;
	supportedNodes?: string[];
}

const ofCrms = [
	'rcsHubspotApi',
	'rcsHubspotOAuth2Api',
	'rcsSalesforceJwtApi',
	'rcsSalesforceOAuth2Api',
];

const ofService = 'rcsConnectorsApi';

/** What n8n offers of ours. */
async function described(file: 'nodes' | 'credentials', ours: RegExp): Promise<Described[]> {
	const headers = { cookie: await api.login() };
	const answer = await fetch(`${n8nUrl}/types/${file}.json`, { headers });
	const all = (await answer.json()) as Described[];
	return all.filter(({ name }) => ours.test(name));
}

describe('the package in a real n8n', () => {
	it('offers its nodes under the names they have when installed from npm', async () => {
		const names = (await described('nodes', /^n8n-nodes-rcs\./)).map(({ name }) => name);
		expect(names.filter((name) => !name.endsWith('Tool')).sort()).toEqual([
			'n8n-nodes-rcs.checkCapability',
			'n8n-nodes-rcs.manageTemplate',
			'n8n-nodes-rcs.rcsAccount',
			'n8n-nodes-rcs.rcsConsent',
			'n8n-nodes-rcs.rcsCrmSync',
			'n8n-nodes-rcs.rcsCrmTrigger',
			'n8n-nodes-rcs.rcsTrigger',
			'n8n-nodes-rcs.sendRcs',
		]);
	});

	it('offers credentials for each provider and CRM, to the nodes that can use them', async () => {
		const credentials = await described('credentials', /^rcs[A-Z]/);
		const ofProviders = providerIds.map((id) => providers[id].profile.credential);
		const names = credentials.map(({ name }) => name);
		expect(names.sort()).toEqual([...ofProviders, ...ofCrms, ofService].sort());
		for (const { name, supportedNodes } of credentials) {
			const node = ofCrms.includes(name) ? 'rcsCrmSync' : 'sendRcs';
			expect(supportedNodes).toContain(`n8n-nodes-rcs.${node}`);
		}
	});

	it('has an icon that loads for each of them, in light and dark', async () => {
		const all = [
			...(await described('nodes', /^n8n-nodes-rcs\./)),
			...(await described('credentials', /^rcs[A-Z]/)),
		];
		const urls = all.flatMap(({ iconUrl }) => [
			...(typeof iconUrl === 'string' ? [iconUrl] : [iconUrl.light, iconUrl.dark]),
		]);
		expect(urls.length).toBeGreaterThanOrEqual(2 * 6);
		const answers = await Promise.all(
			[...new Set(urls)].map(async (url) => {
				const icon = await fetch(`${n8nUrl}/${url}`, { headers: { cookie: await api.login() } });
				return [icon.status, icon.headers.get('content-type')];
			}),
		);
		for (const answer of answers) expect(answer).toEqual([200, 'image/svg+xml']);
	});

	it('says which port is taken instead of failing somewhere else', async () => {
		const port = Number(new URL(n8nUrl).port);
		const userFolder = mkdtempSync(join(tmpdir(), 'rcs-n8n-'));
		await expect(startN8n({ userFolder, port })).rejects.toThrow(`Port ${port}`);
		rmSync(userFolder, { recursive: true });
	});
});
