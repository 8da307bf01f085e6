import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type N8nInstance, startN8n } from '../../scripts/n8n/instance';
import { credentialOf, demoCredentials } from '../../scripts/world/credentials';
import { embedded } from '../service/support/database';
import { type ServiceProcess, startServiceProcess } from '../service/support/process';
import { TOKEN } from '../service/support/world';
import {
	ask,
	askingWorkflow,
	chip,
	goesOn,
	hearingWorkflow,
	waysOut,
} from './support/waitWorkflow';
import { phones, sandboxUrl } from './support/world';

/** n8n ends while people are asked, and starts again. */

const SERVICE = 'e2e connectors of questions';
const { iphone: phone } = phones;
const credentials = { ...credentialOf('infobip'), rcsConnectorsApi: { name: SERVICE } };
const userFolder = mkdtempSync(join(tmpdir(), 'rcs-restart-'));
const database = embedded();
let service: ServiceProcess;
let n8n: N8nInstance;

/** As another n8n than the one that all tests share, with a key of its own. */
const start = (port?: string) =>
	startN8n({
		userFolder,
		...(port === undefined ? {} : { port: Number(port) }),
		env: { N8N_ENCRYPTION_KEY: 'of-another-n8n' },
	});

beforeAll(async () => {
	service = await startServiceProcess({ database: database.config });
	n8n = await start();
	for (const credential of demoCredentials(sandboxUrl))
		if (credential.type === 'rcsInfobipApi') await n8n.api.upsertCredential(credential);
	const data = { baseUrl: service.url, token: TOKEN };
	await n8n.api.upsertCredential({ name: SERVICE, type: 'rcsConnectorsApi', data });
	const hearing = hearingWorkflow({ handOn: true });
	const nodes = hearing.nodes.map((node) => ({ ...node, credentials }));
	await n8n.api.upsertWorkflow({ ...hearing, nodes }, { activate: true });
});
afterAll(async () => {
	await n8n.stop();
	await service.stop();
	database.remove();
	rmSync(userFolder, { recursive: true, force: true });
});

it('a tap and, with the service, a text go on with executions that waited before the restart', async () => {
	const to = phone.number;
	const stage = { api: n8n.api, phone };
	const tapped = await ask(stage, askingWorkflow({ name: 'asks for a tap', to }), 'tap');
	const parameters = {
		responseType: 'freeText',
		consentCheck: 'service',
		purpose: 'transactional',
	};
	const asking = { name: 'asks for a text', to, parameters, credentials };
	const written = await ask(stage, askingWorkflow(asking), 'text');
	expect([tapped.waiting.status, written.waiting.status]).toEqual(['waiting', 'waiting']);
	const { port } = new URL(n8n.url);
	await n8n.stop();
	n8n = await start(port);
	await phone.tap(tapped.asked.id, chip(tapped.asked, 'Yes'));
	await phone.write('Any day but Monday');
	const [byTap, byText] = [
		await goesOn(n8n.api, tapped.waiting.id),
		await goesOn(n8n.api, written.waiting.id),
	];
	expect(waysOut(byTap)['Replied']).toEqual([
		expect.objectContaining({ order: 'tap', reply: expect.objectContaining({ value: 'slot-1' }) }),
	]);
	expect(waysOut(byText)['Replied']).toEqual([
		expect.objectContaining({ reply: expect.objectContaining({ text: 'Any day but Monday' }) }),
	]);
});
