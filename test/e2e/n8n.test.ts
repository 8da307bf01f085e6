import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startN8n, type N8nInstance } from '../../scripts/n8n/instance';

describe('a real n8n with our package', () => {
	let userFolder: string;
	let n8n: N8nInstance;

	beforeAll(async () => {
		userFolder = mkdtempSync(join(tmpdir(), 'rcs-n8n-'));
		n8n = await startN8n({ userFolder });
	});
	afterAll(async () => {
		await n8n.stop();
		rmSync(userFolder, { recursive: true, force: true });
	});

	it('offers our nodes under the names they have when installed from npm', async () => {
		const answer = await fetch(`${n8n.url}/types/nodes.json`, {
			headers: { cookie: await n8n.api.login() },
		});
		const names = ((await answer.json()) as { name: string }[]).map(({ name }) => name);
		const ours = names.filter((name) => name.startsWith('n8n-nodes-rcs.'));
		expect(ours).toEqual(
			expect.arrayContaining([
				'n8n-nodes-rcs.sendRcs',
				'n8n-nodes-rcs.checkCapability',
				'n8n-nodes-rcs.manageTemplate',
				'n8n-nodes-rcs.rcsTrigger',
			]),
		);
	});

	it('says which port is taken instead of failing somewhere else', async () => {
		const port = Number(new URL(n8n.url).port);
		await expect(startN8n({ userFolder, port })).rejects.toThrow(`Port ${port}`);
	});
});
