import type { IDataObject } from 'n8n-workflow';
import { waitMemory } from '../../nodes/shared/waitMemory';
import { useConsentService } from './consentService';
import { infobip, useSendRcs } from './sends';

/** Send and Wait for Response remembers whom it asked what, in the service or else in the process. */

const sends = useSendRcs();
const service = useConsentService();
const provider = 'infobip';
let next = 500;
let phone = '';
beforeEach(() => {
	next += 1;
	phone = `+447700900${next}`;
	service.tell(phone, 'optedIn');
	service.fault = ({ path }) => (path === '/v1/waits' ? { body: {} } : undefined);
});

async function ask(options: IDataObject, more: IDataObject = {}) {
	const parameters = {
		...{ provider, operation: 'sendAndWait', to: phone, message: 'Does it suit you?' },
		...{ responseType: 'choices', choices: { choice: [{ label: 'Yes!' }, { label: 'No' }] } },
		options,
		...more,
	};
	const credentials = { ...infobip(sends.url()), ...service.credentials() };
	return sends.send(parameters, [{}], { credentials, executionId: String(next) });
}

const withService = { consentCheck: 'service', purpose: 'transactional' };
const limited = (values: IDataObject) => ({ limitWaitTime: { values } });
const claim = (more: object) =>
	waitMemory.claim({ ...{ provider, phone, word: 'yes', eventId: phone }, ...more });

it('in the service: with agent, words, and the path where the answer goes', async () => {
	await ask({}, withService);
	const [asked = {}] = service.asked('/v1/waits');
	expect(asked).toMatchObject({ provider, phone, agent: 'DemoShop', words: ['yes', 'no'] });
	expect(asked['path']).toMatch(/^\/webhook-waiting\/\d+\/node-1\?wait=[\w-]+&signature=\w{64}$/);
	expect(asked).not.toHaveProperty('until');
	expect(await claim({})).toEqual({ outcome: 'none' });
});

it.each<[string, IDataObject, string]>([
	[
		'a time of the workflow’s zone',
		{ limitType: 'atSpecifiedTime', maxDateAndTime: '2090-01-31T10:00:00' },
		'2090-01-31T15:00:00.000Z',
	],
	[
		'a time with a zone of its own',
		{ limitType: 'atSpecifiedTime', maxDateAndTime: '2090-01-31T10:00:00+02:00' },
		'2090-01-31T08:00:00.000Z',
	],
])('until %s', async (_, values, until) => {
	await ask(limited(values), withService);
	expect(service.asked('/v1/waits')).toMatchObject([{ until }]);
});

it('until an interval is over', async () => {
	const before = Date.now();
	await ask(
		limited({ limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'days' }),
		withService,
	);
	const until = Date.parse(String(service.asked('/v1/waits')[0]?.['until']));
	expect(until).toBeGreaterThanOrEqual(before + 2 * 86_400_000);
	expect(until).toBeLessThanOrEqual(Date.now() + 2 * 86_400_000);
});

it('in the process where the service cannot be told, and says so', async () => {
	service.fault = ({ path }) => (path === '/v1/waits' ? { status: 400, body: {} } : undefined);
	const { outputs, hints } = await ask({}, withService);
	expect(outputs[0]).toHaveLength(1);
	expect(hints).toMatchObject([{ message: expect.stringContaining('could not be told') }]);
	expect(await claim({})).toMatchObject({ outcome: 'claimed' });
});

it('in the process without the service, by the agent that asked', async () => {
	await ask({ from: ' Other ' });
	expect(service.requests).toEqual([]);
	expect(await claim({ agent: 'DemoShop' })).toEqual({ outcome: 'none' });
	expect(await claim({ agent: 'Other' })).toMatchObject({ outcome: 'claimed' });
	await ask({});
	expect(await claim({ agent: 'Other', eventId: 'next' })).toEqual({ outcome: 'none' });
	expect(await claim({ agent: 'DemoShop' })).toMatchObject({ outcome: 'claimed' });
});

it('not where nothing was sent', async () => {
	service.tell(phone, 'optedOut');
	const { outputs } = await ask({}, { consentCheck: 'service', purpose: 'marketing' });
	expect(outputs.map((items) => items.length)).toEqual([0, 1, 0]);
	expect(service.asked('/v1/waits')).toEqual([]);
	expect(await claim({})).toEqual({ outcome: 'none' });
});

it('a question with an idempotency key is the same message in every execution', async () => {
	await ask({ idempotencyKey: 'booking-1' });
	next += 1;
	await ask({ idempotencyKey: 'booking-1' });
	const ids = sends
		.bodies()
		.map((body) => JSON.stringify(body).match(/"messageId":"([^"]+)"/)?.[1]);
	expect(ids).toHaveLength(2);
	expect(new Set(ids).size).toBe(1);
});
