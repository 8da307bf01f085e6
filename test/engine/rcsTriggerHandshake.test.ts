import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { RcsTrigger } from '../../nodes/RcsTrigger/RcsTrigger.node';
import { runHook, runWebhook } from './harness';
import { post, type TestRequest, TestResponse } from './webhookRequest';

const nodeType = new RcsTrigger();

function setup(provider: string, credential: string, data: IDataObject) {
	const parameters = { provider, events: ['message.received'] };
	return { nodeType, parameters, credentials: { [credential]: data as { secret: string } } };
}
const google = (data: IDataObject = { webhookSecret: 'client-token' }) =>
	setup('google-rbm', 'rcsGoogleRbmApi', data);

async function receive(request: TestRequest) {
	const response = new TestResponse();
	const { workflowData } = await runWebhook(google(), request, response);
	return { response, items: workflowData?.[0] ?? [] };
}

describe('the question of Google whether the endpoint is ours', () => {
	const asked = (clientToken: string) =>
		post(JSON.stringify({ clientToken, secret: 'say-this' }), {}, '/webhook/hook-1/webhook');

	it('is answered in its own words, and starts nothing', async () => {
		const { response, items } = await receive(asked('client-token'));
		expect(response).toMatchObject({ statusCode: 200, body: 'say-this', answers: 1 });
		expect(response.headers['content-type']).toContain('text/plain');
		expect(items).toEqual([]);
	});

	it('is refused for whoever does not know the client token', async () => {
		const { response, items } = await receive(asked('guessed'));
		expect([response.statusCode, items]).toEqual([401, []]);
		expect(JSON.stringify(response.body)).not.toContain('say-this');
	});
});

it('a Pub/Sub envelope is verified by its signature, and starts the workflow', async () => {
	const said = {
		agentId: 'demo-agent',
		senderPhoneNumber: '+447700900123',
		messageId: 'person-1',
		sendTime: new Date().toISOString(),
		text: 'hello',
	};
	const payload = Buffer.from(JSON.stringify(said));
	const envelope = { message: { data: payload.toString('base64') } };
	const signature = createHmac('sha512', 'client-token').update(payload).digest('base64');
	const request = post(JSON.stringify(envelope), { 'x-goog-signature': signature });
	const { items } = await receive(request);
	expect(items).toMatchObject([
		{ json: { type: 'message.received', user: '+447700900123', text: 'hello' } },
	]);
	const forged = post(JSON.stringify(envelope), { 'x-goog-signature': 'AAAA' });
	expect((await receive(forged)).response.statusCode).toBe(401);
});

describe('a trigger without a secret', () => {
	it.each([
		['google-rbm', 'rcsGoogleRbmApi', "'Webhook Client Token'"],
		['agile-telecom', 'rcsAgileTelecomApi', "'Webhook URL Token', and put ?token="],
		['conversation', 'rcsConversationApi', "'Webhook Secret'"],
	])('at %s says which field of the credential is empty', async (provider, credential, words) => {
		await expect(runHook(setup(provider, credential, {}), 'create')).rejects.toMatchObject({
			description: expect.stringContaining(words) as string,
		});
	});

	it('is set up once it is there', async () => {
		expect((await runHook(google(), 'checkExists')).result).toBe(true);
		const agile = setup('agile-telecom', 'rcsAgileTelecomApi', { webhookSecret: 'url-token' });
		expect((await runHook(agile, 'create')).result).toBe(true);
	});
});
