import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { chain, manualTrigger, outputs, runToEnd, sendRcs } from './support/workflows';
import { api, arrived, phones, sandbox, sandboxUrl } from './support/world';

const text = { messageType: 'text', to: phones.iphone.number, text: 'e2e' };

/** An Infobip account like that of the demo, with something wrong. */
async function account(name: string, wrong: object) {
	const data = {
		baseUrl: `${sandboxUrl}/infobip`,
		authentication: 'apiKey',
		apiKey: 'sandbox-infobip-key',
		agent: 'DemoShop',
		...wrong,
	};
	await api.upsertCredential({ name, type: 'rcsInfobipApi', data });
	return { rcsInfobipApi: { name } };
}

/** Sends one text and gives what the node's error says, or undefined. */
async function send(parameters: object, credentials?: Awaited<ReturnType<typeof account>>) {
	const node = sendRcs({ ...text, ...parameters }, credentials);
	const execution = await runToEnd(chain('e2e failures', manualTrigger(), node));
	const { error } = execution.data?.resultData ?? {};
	return {
		execution,
		said: error && { message: error.message, description: error.description },
	};
}

const fault = (more: object) =>
	sandbox('POST', '/sandbox/faults', { provider: 'infobip', path: '/rcs/2/messages', ...more });

async function closedPort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}

describe('what a person is told when the provider cannot be used', () => {
	afterEach(async () => {
		await sandbox('DELETE', '/sandbox/faults');
	});

	it('a provider that is not there', async () => {
		const host = `127.0.0.1:${await closedPort()}`;
		const nowhere = await account('e2e nowhere', { baseUrl: `http://${host}` });
		const { execution, said } = await send({ options: { retries: 0 } }, nowhere);
		expect(execution.status).toBe('error');
		expect(said).toEqual({
			message: `No connection to ${host} (ECONNREFUSED)`,
			description: 'Check the base URL of the credential and that this machine can reach it.',
		});
	});

	it('a wrong key', async () => {
		const { said } = await send({}, await account('e2e wrong key', { apiKey: 'wrong' }));
		expect(said).toEqual({
			message: expect.stringMatching(/authentication credentials/) as string,
			description:
				'Open the credential, check the key and the base URL, and save it: n8n then tests it.',
		});
	});

	it('a server that fails for ever', async () => {
		await fault({ kind: 'status', status: 500, times: 1000 });
		const { execution, said } = await send({ options: { retries: 1 } });
		expect(said).toBeUndefined();
		expect(outputs(execution, 'Send RCS')[1]?.[0]?.json).toMatchObject({
			status: 'unknown',
			safeToFallBack: false,
			needsReview: true,
			reason: { message: expect.stringContaining('Something went wrong') as string },
		});
	});

	it('an unknown sender', async () => {
		const { said } = await send({ options: { from: 'NoSuchShop' } });
		expect(said?.message).toMatch(/sender/i);
		expect(said?.description).toMatch(/sender/);
	});

	it('a busy provider is waited for, as long as it says', async () => {
		await fault({ kind: 'status', status: 429, retryAfter: 2, times: 1 });
		const started = Date.now();
		const { execution } = await send({ text: 'e2e after waiting' });
		expect(execution.status).toBe('success');
		expect(Date.now() - started).toBeGreaterThanOrEqual(2000);
		const id = outputs(execution, 'Send RCS')[0]?.[0]?.json['messageId'];
		await phones.iphone.receives('The text', (entry) => entry.id === id && arrived(entry));
	});

	it('a connection lost after the provider took the message: sent once all the same', async () => {
		await fault({ kind: 'resetAfter', times: 1 });
		const { execution } = await send({ text: 'e2e lost answer' });
		expect(execution.status).toBe('success');
		const { messageId, duplicate } = outputs(execution, 'Send RCS')[0]?.[0]?.json ?? {};
		expect(duplicate).toBe(true);
		const same = (await phones.iphone.entries()).filter(({ id }) => id === messageId);
		expect(same).toHaveLength(1);
	});
});
