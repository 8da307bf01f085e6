import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../core/json';
import { RcsConsent } from '../../nodes/RcsConsent/RcsConsent.node';
import { startTestService, type TestService, TOKEN } from '../service/support/world';
import { capped, checked } from './checkedSends';
import { consentOf } from './consentRuns';
import { runNode } from './harness';
import { accept, infobip, people, useSendRcs } from './sends';

/** Send RCS and RCS Consent with the connector service itself. */

const MAY_NOT = 'a-token-that-may-only-tell';

const sends = useSendRcs();
let service: TestService;
beforeAll(async () => {
	service = await startTestService({
		purposes: { marketing: { quietHours: 'off' } },
		tokens: [
			{ name: 'n8n', token: TOKEN },
			{ name: 'teller', token: MAY_NOT, may: ['events'] },
		],
	});
});
afterAll(() => service.stop());

const credentials = (token = TOKEN) => ({ rcsConnectorsApi: { baseUrl: service.url, token } });

async function consent(
	operation: string,
	items: IDataObject[],
	more: IDataObject = {},
	token = TOKEN,
) {
	const outputs = await runNode({
		nodeType: new RcsConsent(),
		parameters: { operation, phoneNumber: '={{ $json.phone }}', ...more } as never,
		items: items.map((json) => ({ json })),
		credentials: credentials(token),
	});
	return outputs.map((output) => output.map(consentOf));
}

async function send(items: IDataObject[], executionId: string, options: IDataObject = {}) {
	const more = { executionId, credentials: { ...infobip(sends.url()), ...credentials() } };
	const { outputs } = await sends.send(checked({ rules: {} }, options), items, more);
	const [sent = [], stopped = []] = outputs;
	return {
		sent: sent.map(({ json }) => json),
		rules: stopped.map(({ json }) => asObject(json['reason'])['rule']),
	};
}

it('a person opts in, gets messages as far as the cap allows, and says STOP', async () => {
	const [ann = { phone: '' }, bob = { phone: '' }] = people;
	expect(await send([ann, bob], '1')).toMatchObject({
		sent: [],
		rules: ['notOptedIn', 'notOptedIn'],
	});
	const proof = { text: 'Yes, send me offers', url: 'https://shop.example.com' };
	const [recorded] = await consent('optIn', [ann], { source: 'shop', proof });
	expect(recorded).toMatchObject([{ state: 'optedIn', recorded: true, source: 'shop' }]);
	expect(await consent('check', [ann, bob])).toMatchObject([
		[{ phone: ann.phone, optedIn: true }],
		[{ phone: bob.phone, state: 'none' }],
		[],
	]);
	const first = await send([ann, ann, ann, bob], '2', capped(2));
	expect(first.rules).toEqual(['frequencyCap', 'notOptedIn']);
	expect(first.sent).toMatchObject([{ status: 'accepted' }, { status: 'accepted' }]);
	const event = {
		...{ eventId: 'stop-1', provider: 'infobip', type: 'user.optedOut', user: ann.phone },
		...{ agent: 'DemoShop', occurredAt: new Date().toISOString(), keyword: 'STOP' },
	};
	expect((await service.post('/v1/events', { events: [event] })).status).toBe(200);
	expect(await send([ann], '3')).toMatchObject({ sent: [], rules: ['optedOut'] });
	const [, history] = await consent('getHistory', [ann]);
	expect(history).toMatchObject([
		{
			state: 'optedOut',
			statements: [{ state: 'optedOut' }, { state: 'optedIn', proof }],
		},
	]);
	expect(service.failures).toEqual([]);
});

it('a message that the provider refused does not count', async () => {
	const [, , cat = { phone: '' }] = people;
	await consent('optIn', [cat]);
	sends.answer = () => ({ status: 401 });
	await expect(send([cat], '4', capped(1))).rejects.toThrow();
	sends.answer = accept;
	expect((await send([cat], '5', capped(1))).sent).toHaveLength(1);
	expect((await send([cat], '6', capped(1))).rules).toEqual(['frequencyCap']);
});

it('a dry run counts nothing', async () => {
	const dan = { phone: '+447700900004', name: 'Four' };
	await consent('optIn', [dan]);
	const { sent } = await send([dan], '7', { ...capped(1), dryRun: true });
	expect(sent).toMatchObject([{ status: 'dryRun', gate: { outcome: 'send' } }]);
	expect((await send([dan], '8', capped(1))).sent).toHaveLength(1);
});

it('the service names a request that it cannot read as the node looks for it', async () => {
	const requests = [
		{ id: 'a', phone: '+447700900005' },
		{ id: 'b', phone: 'nobody' },
	];
	const { status, body } = await service.post('/v1/gate', { requests });
	expect([status, body]).toMatchObject([
		400,
		{ error: { problems: [{ path: 'body.requests.1.phone' }] } },
	]);
});

it('a token that may not is told what it lacks', async () => {
	await expect(consent('check', people, {}, MAY_NOT)).rejects.toMatchObject({
		message: expect.stringContaining('needs "consent"') as string,
		description: expect.stringContaining('Add "consent"') as string,
	});
	const more = { credentials: { ...infobip(sends.url()), ...credentials(MAY_NOT) } };
	await expect(sends.send(checked(), people, more)).rejects.toThrow(/needs "send"/);
	expect(sends.requests).toHaveLength(0);
});
