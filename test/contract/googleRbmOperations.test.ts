import { asObject } from '../../core/json';
import type { ProviderSettings } from '../../core/settings';
import { aMessage } from '../fixtures/messages';
import { base, failure, number, phone, provider, wire } from './googleRbmWire';

/** What Google RBM has besides plain messages: the requests on the wire and the documented answers. */

describe('endpoints', () => {
	async function urlWith(settings: ProviderSettings, from?: string): Promise<string | undefined> {
		const { call, requests } = wire({}, 200, settings);
		await provider.send(call, [aMessage({ id: 'm', ...(from ? { from } : {}) })]);
		return requests[0]?.url;
	}
	const path = '/v1/phones/+447700900123/agentMessages?messageId=m&agentId=';

	test.each([
		['global', base],
		['europe', 'https://europe-rcsbusinessmessaging.googleapis.com'],
		['us', 'https://us-rcsbusinessmessaging.googleapis.com'],
		['asia', 'https://asia-rcsbusinessmessaging.googleapis.com'],
	])('%s', async (region, host) => {
		expect(await urlWith({ options: { region } })).toBe(`${host}${path}demo-agent`);
	});

	test('a base URL counts more than the region', async () => {
		const settings = { baseUrl: 'http://127.0.0.1:4010/google-rbm/', options: { region: 'us' } };
		expect(await urlWith(settings)).toBe(`http://127.0.0.1:4010/google-rbm${path}demo-agent`);
	});

	test('another region is refused, and no agent too, before a request is made', async () => {
		const nowhere = wire({}, 200, { options: { region: 'mars' } });
		const configuration = { detail: { category: 'configuration' } };
		await expect(provider.send(nowhere.call, [aMessage()])).rejects.toMatchObject(configuration);
		const nobody = wire({}, 200, { agent: '' });
		await expect(provider.send(nobody.call, [aMessage()])).rejects.toMatchObject(configuration);
		expect([...nowhere.requests, ...nobody.requests]).toEqual([]);
	});

	test('the agent is that of the message, as the console shows it or bare', async () => {
		expect(await urlWith({}, 'other@rbm.goog')).toBe(`${base}${path}other`);
		expect(await urlWith({ agent: ' mine@rbm.goog ' })).toBe(`${base}${path}mine`);
	});
});

describe('sending', () => {
	test('uploaded files stand for addresses', async () => {
		const { call, requests } = wire({});
		const files = { url: 'files/video-1', thumbnailUrl: 'files/picture_2' };
		await provider.send(call, [
			aMessage({ content: { kind: 'file', file: files } }),
			aMessage({ content: { kind: 'card', card: { media: { url: 'files/p', height: 'short' } } } }),
		]);
		expect(requests.map(({ body }) => asObject(body)['contentMessage'])).toEqual([
			{ uploadedRbmFile: { fileName: 'files/video-1', thumbnailName: 'files/picture_2' } },
			{
				richCard: {
					standaloneCard: {
						cardOrientation: 'VERTICAL',
						cardContent: { media: { height: 'SHORT', uploadedRbmFile: { fileName: 'files/p' } } },
					},
				},
			},
		]);
	});

	test('part of a second, and the traffic type of one word', async () => {
		const { call, requests } = wire({});
		await provider.send(call, [
			aMessage({ validity: { seconds: 3.5 }, traffic: 'serviceRequest' }),
		]);
		expect(requests[0]?.body).toMatchObject({ ttl: '3.5s', messageTrafficType: 'SERVICEREQUEST' });
	});

	test.each([
		[400, 'INVALID_ARGUMENT', 'validation', false, /does not support it/],
		[400, 'FAILED_PRECONDITION', 'validation', false, /\w/],
		[401, 'UNAUTHENTICATED', 'auth', false, /private key/],
		[403, 'PERMISSION_DENIED', 'permission', false, /tester.*Agent ID/],
		[404, 'NOT_FOUND', 'notReachable', false, /SMS/],
		[409, 'ABORTED', 'provider', true, /\w/],
		[429, 'RESOURCE_EXHAUSTED', 'rateLimit', true, /\w/],
		[500, 'INTERNAL', 'provider', true, /\w/],
		[503, 'UNAVAILABLE', 'provider', true, /\w/],
		[504, 'DEADLINE_EXCEEDED', 'provider', true, /\w/],
	])('%i %s is %s', async (status, code, category, retryable, advice) => {
		const { call } = failure(status, code, 'Something is wrong.');
		await expect(provider.send(call, [aMessage()])).rejects.toMatchObject({
			detail: {
				category,
				retryable,
				code,
				httpStatus: status,
				message: 'Google: Something is wrong.',
				advice: expect.stringMatching(advice),
			},
		});
	});

	test('the fields Google names are the problems', async () => {
		const { call } = failure(400, 'INVALID_ARGUMENT', 'Invalid message.', [
			{
				'@type': 'type.googleapis.com/google.rpc.BadRequest',
				fieldViolations: [{ field: 'content_message.text', description: 'too long' }, {}],
			},
		]);
		await expect(provider.send(call, [aMessage()])).rejects.toMatchObject({
			detail: {
				message: 'Google: Invalid message. (content_message.text: too long; request: refused)',
				problems: [{ path: 'content_message.text' }, { path: 'request' }],
			},
		});
	});

	test('an API that is not switched on is a matter of the project', async () => {
		const { call } = failure(403, 'PERMISSION_DENIED', 'RCS API has not been used in project.', [
			{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED' },
		]);
		await expect(provider.send(call, [aMessage()])).rejects.toMatchObject({
			detail: {
				category: 'configuration',
				code: 'SERVICE_DISABLED',
				advice: expect.stringContaining('Enable'),
			},
		});
	});
});

describe('a message that was sent', () => {
	test('is revoked by its id and number', async () => {
		const { call, requests } = wire({});
		await provider.revoke?.(call, { id: 'a/b', to: number });
		expect(requests).toEqual([
			{ method: 'DELETE', url: `${phone}/agentMessages/a%2Fb?agentId=demo-agent` },
		]);
		await expect(provider.revoke?.(call, { id: 'a' })).rejects.toMatchObject({
			detail: { category: 'validation', problems: [{ path: 'to' }] },
		});
	});
});

describe('signals', () => {
	test('typing and read', async () => {
		const { call, requests } = wire({});
		await provider.event?.(call, { to: number, from: 'other', type: 'typing' });
		await provider.event?.(call, { to: number, type: 'read', messageId: 'in-1' });
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${phone}/agentEvents?eventId=new-id&agentId=other`,
				body: { eventType: 'IS_TYPING' },
			},
			{
				method: 'POST',
				url: `${phone}/agentEvents?eventId=new-id&agentId=demo-agent`,
				body: { eventType: 'READ', messageId: 'in-1' },
			},
		]);
	});

	test('read needs to know which message', async () => {
		const { call, requests } = wire({});
		await expect(provider.event?.(call, { to: number, type: 'read' })).rejects.toMatchObject({
			detail: { category: 'validation', message: expect.stringContaining('id of the message') },
		});
		expect(requests).toEqual([]);
	});
});

describe('files', () => {
	test('of the web', async () => {
		const { call, requests } = wire({ name: 'files/f1' });
		const file = {
			url: 'https://cdn.example.com/a.mp4',
			thumbnailUrl: 'https://cdn.example.com/a.png',
		};
		expect(await provider.upload?.(call, file)).toEqual({
			url: 'files/f1',
			raw: { name: 'files/f1' },
		});
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/v1/files?agentId=demo-agent`,
				body: { fileUrl: file.url, thumbnailUrl: file.thumbnailUrl, agentId: 'demo-agent' },
			},
		]);
	});

	test('as bytes', async () => {
		const { call, requests } = wire({ name: 'files/f2' });
		const bytes = Buffer.from([0xff, 0xd8, 0xff]);
		expect(await provider.upload?.(call, { bytes, mimeType: 'image/jpeg' })).toMatchObject({
			url: 'files/f2',
		});
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/upload/v1/files?agentId=demo-agent`,
				headers: { 'Content-Type': 'image/jpeg' },
				body: bytes,
			},
		]);
	});

	test('without a name, nothing was uploaded that could be used', async () => {
		const upload = provider.upload?.(wire({}).call, { url: 'https://cdn.example.com/a.png' });
		await expect(upload).rejects.toMatchObject({ detail: { category: 'unknownOutcome' } });
	});
});

describe('testers', () => {
	test('are invited', async () => {
		const tester = { name: `phones/${number}/testers`, inviteStatus: 'PENDING' };
		const { call, requests } = wire(tester);
		expect(await provider.testNumbers?.add?.(call, number)).toEqual({
			number,
			status: 'PENDING',
			raw: tester,
		});
		expect(requests).toEqual([
			{ method: 'POST', url: `${phone}/testers?agentId=demo-agent`, body: {} },
		]);
	});

	test('too many of them are not to be tried again soon', async () => {
		const { call } = failure(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted');
		await expect(provider.testNumbers?.add?.(call, number)).rejects.toMatchObject({
			detail: {
				category: 'rateLimit',
				retryable: false,
				advice: expect.stringMatching(/20 testers a day and 200/),
			},
		});
	});
});
