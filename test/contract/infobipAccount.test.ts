import { answering, base, provider, wire } from './infobipWire';
import { json } from './wire';

describe('access', () => {
	test('an OAuth2 client gets a token', async () => {
		const auth = { kind: 'oauth2', clientId: 'a&b', clientSecret: 'test=secret' } as const;
		const { call, requests } = wire({ access_token: 'token-1', expires_in: 3600 }, 200, { auth });
		expect(await provider.accessToken?.(call)).toEqual({ accessToken: 'token-1' });
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/auth/1/oauth2/token`,
				headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
				body: 'client_id=a%26b&client_secret=test%3Dsecret&grant_type=client_credentials',
			},
		]);
		await expect(provider.accessToken?.(wire({}, 200, { auth }).call)).rejects.toMatchObject({
			detail: { category: 'auth' },
		});
		await expect(provider.accessToken?.(wire({}).call)).rejects.toMatchObject({
			detail: { category: 'configuration' },
		});
	});
});

describe('agents', () => {
	const sender = {
		senderName: 'DemoSender',
		senderStatus: 'LAUNCHED_IN_PROGRESS',
		displayName: 'Demo Sender',
		brand: { brandName: 'SomeCompany' },
	};
	const updatedAt = '2030-02-15T16:38:24.000+0000';
	const launch = {
		event: 'RCS_SENDER_LAUNCH_STATUS_UPDATE',
		senderName: 'DemoSender',
		senderStatus: 'LAUNCHED_IN_PROGRESS',
		coverage: [
			{
				countryCode: 'US',
				providers: [
					{ name: 'T_MOBILE', status: 'COMPLETED', updatedAt },
					{ name: 'ATT', status: 'REJECTED', rejectionReason: 'No opt-out', updatedAt },
				],
			},
		],
		updatedAt,
	};
	const agent = { id: 'DemoSender', name: 'Demo Sender', status: 'LAUNCHED_IN_PROGRESS' };

	test('list reads every page', async () => {
		const pages = [sender, { senderName: 'InfoSender', senderStatus: 'DRAFT' }].map(
			(result, page) =>
				json({ results: [result], paging: { page, size: 100, totalPages: 2, totalResults: 2 } }),
		);
		const { call, requests } = answering(pages);
		expect(await provider.agents?.list(call)).toEqual([
			{ ...agent, raw: sender },
			{
				id: 'InfoSender',
				status: 'DRAFT',
				raw: { senderName: 'InfoSender', senderStatus: 'DRAFT' },
			},
		]);
		expect(requests).toEqual([
			{ method: 'GET', url: `${base}/rcs/1/senders?page=0&size=100` },
			{ method: 'GET', url: `${base}/rcs/1/senders?page=1&size=100` },
		]);
	});

	test('get tells where the sender is launched, and why not', async () => {
		const { call, requests } = answering([json(sender), json(launch)]);
		expect(await provider.agents?.get?.(call, 'Demo/Sender')).toEqual({
			...agent,
			launches: [
				{ country: 'US', carrier: 'T_MOBILE', status: 'COMPLETED' },
				{ country: 'US', carrier: 'ATT', status: 'REJECTED', reason: 'No opt-out' },
			],
			raw: { sender, launchStatus: launch },
		});
		expect(requests.map(({ url }) => url)).toEqual([
			`${base}/rcs/1/senders/Demo%2FSender`,
			`${base}/rcs/1/senders/Demo%2FSender/launch-status`,
		]);
	});

	test('get works for a sender without launches, and fails for one that is not there', async () => {
		const missing = json({ errorCode: 'E404', description: 'Not found' }, 404);
		const { call } = answering([json(sender), missing]);
		expect(await provider.agents?.get?.(call, 'DemoSender')).toEqual({ ...agent, raw: sender });
		const { call: gone } = answering([missing]);
		await expect(provider.agents?.get?.(gone, 'Gone')).rejects.toMatchObject({
			detail: { category: 'notFound', code: 'E404' },
		});
	});
});

describe('test numbers', () => {
	const url = `${base}/rcs/1/senders/DemoSender/test-numbers`;
	const updatedAt = '2030-02-22T11:13:42.000+0000';
	const stored = { testNumber: '+447700900123', status: 'APPROVED', updatedAt, primary: false };
	const number = '+447700900123';

	test('list and get', async () => {
		const other = { ...stored, testNumber: '447700900124', primary: true };
		const list = wire({ results: [stored, other], paging: { totalPages: 1 } });
		expect(await provider.testNumbers?.list?.(list.call)).toEqual([
			{ number, status: 'APPROVED', primary: false, raw: stored },
			{ number: '+447700900124', status: 'APPROVED', primary: true, raw: other },
		]);
		const one = wire(stored);
		expect(await provider.testNumbers?.get?.(one.call, number)).toMatchObject({ number });
		expect([...list.requests, ...one.requests]).toEqual([
			{ method: 'GET', url: `${url}?page=0&size=100` },
			{ method: 'GET', url: `${url}/447700900123` },
		]);
	});

	test('add, refresh and set primary', async () => {
		const answer = { senderName: 'DemoSender', testNumber: number, status: 'PENDING' };
		const { call, requests } = answering([json(answer, 202), json(answer, 202), json(stored, 202)]);
		const added = await provider.testNumbers?.add?.(call, number);
		expect(added).toEqual({ number, status: 'PENDING', raw: answer });
		await provider.testNumbers?.refresh?.(call, number);
		await provider.testNumbers?.setPrimary?.(call, number, true);
		expect(requests).toEqual([
			{ method: 'POST', url, body: { testNumber: number } },
			{ method: 'PUT', url: `${url}/447700900123/refresh` },
			{ method: 'PATCH', url: `${url}/447700900123`, body: { primary: true } },
		]);
	});

	test('cannot be removed over the API, which has no request for it', () => {
		expect(provider.testNumbers).not.toHaveProperty('remove');
	});

	test('a number that is there already is a conflict, with what to do', async () => {
		const words = 'Request cannot be processed due to conflicts with existing resources';
		const { call } = wire({ errorCode: 'E409', description: words, violations: [] }, 409);
		await expect(provider.testNumbers?.add?.(call, number)).rejects.toMatchObject({
			detail: {
				category: 'duplicate',
				code: 'E409',
				advice: expect.stringContaining('It is there already'),
			},
		});
	});
});
