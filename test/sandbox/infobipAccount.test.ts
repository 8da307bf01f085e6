import { API_KEY, objects, useReceiver, useSandbox } from './world';
import { until } from '../until';

const { call } = useSandbox();
const receiver = useReceiver();

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;
const senders = (authorization: string) =>
	call('GET', '/infobip/rcs/1/senders', undefined, { authorization });

describe('signing in at Infobip', () => {
	it.each([
		['App sandbox-infobip-key', 200],
		[basic('sandbox:sandbox'), 200],
		['Bearer sandbox-infobip-token', 200],
		['App wrong', 401],
		[basic('sandbox:wrong'), 401],
		['Bearer wrong', 401],
		['', 401],
	])('with "%s" is answered with %i', async (authorization, expected) => {
		const { status, body } = await senders(authorization);
		expect(status).toBe(expected);
		if (expected === 401) expect(body).toMatchObject({ errorCode: 'E401', violations: [] });
	});

	it('works with client credentials', async () => {
		const form = {
			client_id: 'sandbox',
			client_secret: 'sandbox',
			grant_type: 'client_credentials',
		};
		const path = '/infobip/auth/1/oauth2/token';
		const { status, body } = await call('POST', path, new URLSearchParams(form));
		expect([status, body['token_type'], body['expires_in']]).toEqual([200, 'Bearer', 3600]);
		expect((await senders(`Bearer ${String(body['access_token'])}`)).status).toBe(200);
		const wrong = new URLSearchParams({ ...form, client_secret: 'wrong' });
		expect((await call('POST', path, wrong)).status).toBe(401);
	});
});

describe('capability checks', () => {
	const phoneNumbers = ['447700900001', '447700900003', '447700900999', '12'];

	it('answer for each number', async () => {
		const path = '/infobip/rcs/2/capability-check/query';
		const { body } = await call('POST', path, { sender: 'DemoShop', phoneNumbers }, API_KEY);
		expect(objects(body['capabilityCheckResults']).map(({ code }) => code)).toEqual([
			'ENABLED',
			'UNREACHABLE',
			'UNREACHABLE',
			'INVALID_DESTINATION_ADDRESS',
		]);
		const many = { sender: 'DemoShop', phoneNumbers: Array(501).fill('447700900001') };
		expect((await call('POST', path, many, API_KEY)).status).toBe(400);
	});

	it('tell a webhook, once for each number', async () => {
		const request = { sender: 'DemoShop', phoneNumbers, notifyUrl: receiver.url() };
		const path = '/infobip/rcs/2/capability-check/notify';
		const { body } = await call('POST', path, request, API_KEY);
		expect(objects(body['capabilityCheckRequestStates'])).toHaveLength(4);
		await until(() => receiver.got.length === 4);
		expect(receiver.got[0]?.body).toMatchObject({
			capabilityCheckResult: {
				bulkId: body['bulkId'],
				phoneNumber: '447700900001',
				code: 'ENABLED',
			},
		});
	});
});

describe('templates', () => {
	const base = '/infobip/rcs/1/senders/DemoShop/templates';
	const content = { type: 'TEXT', text: 'Hello {{name}}' };
	const create = (templateName: string) =>
		call('POST', base, { templateName, providers: [], content }, API_KEY);
	const status = async (name: string) =>
		(await call('GET', `${base}/${name}`, undefined, API_KEY)).body['status'];

	it('are reviewed, cannot be changed then, and can be deleted', async () => {
		expect((await create('welcome')).body).toMatchObject({ name: 'welcome', status: 'PENDING' });
		expect((await create('welcome')).status).toBe(400);
		expect((await create('no spaces')).status).toBe(400);
		await until(async () => (await status('welcome')) === 'APPROVED');
		expect((await call('PUT', `${base}/welcome`, content, API_KEY)).status).toBe(400);
		expect((await call('GET', `${base}/welcome/status`, undefined, API_KEY)).body).toMatchObject({
			name: 'welcome',
			coverage: [{ countryCode: 'IN' }, { countryCode: 'ID' }],
		});
		expect((await call('DELETE', `${base}/welcome`, undefined, API_KEY)).status).toBe(200);
		expect((await call('GET', `${base}/welcome`, undefined, API_KEY)).status).toBe(404);
	});

	it('are sent with their parameters, and fail with 7018 without', async () => {
		await create('welcome');
		await until(async () => (await status('welcome')) === 'APPROVED');
		const sendWith = (messageId: string, parameters: object[]) =>
			call(
				'POST',
				'/infobip/rcs/2/messages',
				{
					messages: [
						{
							destinations: [{ to: '447700900001', messageId }],
							content: { type: 'PROVIDER_TEMPLATE', templateId: 'welcome', parameters },
							webhooks: { delivery: { url: receiver.url() } },
						},
					],
				},
				API_KEY,
			);
		await sendWith('good', [{ name: 'name', value: 'World' }]);
		await sendWith('bad', []);
		await until(() => receiver.got.length === 2);
		expect(receiver.got.flatMap(({ body }) => objects(body['results']))).toMatchObject([
			{ messageId: 'bad', error: { id: 7018 } },
			{ messageId: 'good', status: { name: 'DELIVERED_TO_HANDSET' } },
		]);
		const { body } = await call('GET', '/sandbox/phones/+447700900001/messages');
		expect(objects(body['messages'])[0]).toMatchObject({ content: { text: 'Hello World' } });
	});

	it('can be rejected in the console, which the webhook tells', async () => {
		await call(
			'POST',
			'/infobip/subscriptions/1/subscription/RCS',
			{
				subscriptionId: 's',
				events: ['TEMPLATE_UPDATE'],
				profile: { profileId: 'p', webhook: { notifyUrl: receiver.url() } },
			},
			API_KEY,
		);
		await create('promo');
		const decision = { status: 'REJECTED', comment: 'Too loud' };
		await call('POST', '/sandbox/console/infobip/templates/promo', decision);
		const told = await until(() => receiver.got[0]);
		expect(told.body).toMatchObject({
			name: 'promo',
			templateStatus: 'REJECTED',
			comment: 'Too loud',
		});
	});
});
