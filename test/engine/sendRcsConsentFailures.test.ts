import type { IDataObject } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { useConsentService } from './consentService';
import type { Reply } from './httpServer';
import { infobip, people, text, useSendRcs } from './sends';

/** No answer of the ledger, no marketing message: whatever goes wrong, and however. */

const sends = useSendRcs();
const service = useConsentService();
const goOn = { onError: 'continueRegularOutput' } as const;
const [ann = { phone: '' }, bob = { phone: '' }, cat = { phone: '' }] = people;

const asking = (purpose: string, rules: IDataObject = {}) => ({
	...{ ...text, consentCheck: 'service', purpose, options: { retries: 0 } },
	rules: { quietHours: 'off', ...rules },
});

beforeEach(() => people.forEach(({ phone }) => service.tell(phone, 'optedIn')));

async function send(
	parameters: IDataObject,
	items: IDataObject[] = people,
	more: { settings?: typeof goOn; credentials?: object } = {},
) {
	const credentials = { ...infobip(sends.url()), ...service.credentials(), ...more.credentials };
	const settings = more.settings ?? {};
	const { outputs } = await sends.send(parameters, items, { settings, credentials });
	const [sent = [], stopped = []] = outputs;
	return { sent, stopped: stopped.map(({ json }) => json) };
}

const gone = 'http://127.0.0.1:9';
const page: Reply = { bytes: Buffer.from('<html>Welcome</html>') };
const faults: [string, Reply | undefined, IDataObject, RegExp][] = [
	['the service is down', undefined, serviceAt(gone), /No connection to 127\.0\.0\.1:9/],
	['it ends the connection', { hangUp: true }, {}, /ended before it answered/],
	['it fails', { status: 500 }, {}, /answered with HTTP 500/],
	['it is starting', { status: 503, body: said('The store cannot be reached') }, {}, /The store/],
	['it does not know the token', undefined, serviceAt(undefined, 'x'), /token is not known/],
	['the token may not', { status: 403, body: said('It needs "send"') }, {}, /It needs "send"/],
	['it is none', { status: 404 }, {}, /answered with HTTP 404/],
	['it redirects', { status: 302, headers: { location: gone } }, {}, /answered with HTTP 302/],
	['it is a page', page, {}, /something that is not the API of the Connector Service/],
	['it answers a list', { body: [] }, {}, /something that is not the API of the Connector Service/],
];

function serviceAt(baseUrl?: string, token = 'a-token-of-the-service') {
	return { rcsConnectorsApi: { ...(baseUrl ? { baseUrl } : {}), token } };
}

function said(message: string) {
	return { error: { message, advice: 'Do this' } };
}

describe.each(faults)('while %s', (_, reply, { rcsConnectorsApi = {} }: IDataObject, words) => {
	const credentials = () => ({
		rcsConnectorsApi: { ...service.credentials().rcsConnectorsApi, ...asObject(rcsConnectorsApi) },
	});
	beforeEach(() => {
		service.fault = () => reply;
	});

	it('no marketing message is sent, and the node fails with the cause', async () => {
		const run = send(asking('marketing'), people, { credentials: credentials() });
		await expect(run).rejects.toMatchObject({
			message: expect.stringMatching(words) as string,
			description: expect.stringMatching(/./) as string,
		});
		expect(sends.requests).toHaveLength(0);
	});

	it('its items leave by Not Sent where the node may not fail', async () => {
		const more = { settings: goOn, credentials: credentials() };
		const { sent, stopped } = await send(asking('marketing'), people, more);
		expect([sent.length, sends.requests.length]).toEqual([0, 0]);
		expect(stopped).toHaveLength(3);
		for (const one of stopped)
			expect(one).toMatchObject({
				status: 'notSent',
				safeToFallBack: false,
				reason: {
					category: 'consentMissing',
					rule: 'consentUnknown',
					message: expect.stringMatching(words) as string,
				},
				checks: [{ rule: 'consent', result: 'refused' }],
			});
	});

	it('transactional messages follow their setting', async () => {
		const more = { settings: goOn, credentials: credentials() };
		const went = async (rules: IDataObject) =>
			(await send(asking('transactional', rules), [ann], more)).sent.length;
		expect(await went({})).toBe(1);
		expect(await went({ ifLedgerDown: 'send' })).toBe(1);
		expect(await went({ ifLedgerDown: 'stop' })).toBe(0);
		expect(await went({ ifLedgerDown: 'send', transactionalConsent: 'optIn' })).toBe(0);
		expect(await went({ ifLedgerDown: 'stop', transactionalConsent: 'nothing' })).toBe(1);
	});

	it('a purpose that only the form calls transactional gets nothing', async () => {
		const parameters = { ...asking('otherTransactional', {}), purposeName: 'parcels' };
		const more = { settings: goOn, credentials: credentials() };
		expect((await send(parameters, [ann], more)).sent).toHaveLength(0);
	});
});

describe('of answers that are none', () => {
	const results = (body: unknown) => asArray(asObject(body)['requests']).map(asObject);
	const instead = (make: (id: unknown, place: number) => unknown[]) => {
		service.fault = ({ json }) => ({
			body: { results: results(json).flatMap(({ id }, place) => make(id, place)) },
		});
	};

	it.each<[string, (id: unknown) => unknown[]]>([
		['is missing', () => []],
		['says another word', (id) => [{ id, outcome: 'allow' }]],
		['says yes in another way', (id) => [{ id, send: true }]],
		['holds without a time', (id) => [{ id, outcome: 'hold', rule: 'quietHours' }]],
		['holds until nonsense', (id) => [{ id, outcome: 'hold', holdUntil: 'soon' }]],
		['is about somebody else', () => [{ id: 'another', outcome: 'send' }]],
		['is null', () => [null]],
	])('one that %s stops its message alone', async (_, answer) => {
		instead((id, place) => (place === 1 ? answer(id) : [{ id, outcome: 'send' }]));
		const { sent, stopped } = await send(asking('marketing'));
		expect(sent.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(stopped).toMatchObject([
			{ to: bob.phone, reason: { category: 'consentMissing', rule: 'consentUnknown' } },
		]);
	});

	it('one with a rule that nobody knows is told in the words of the service', async () => {
		instead((id) => [{ id, outcome: 'refused', rule: 'registry', why: 'On a list', advice: 'No' }]);
		const { stopped } = await send(asking('marketing'), [ann]);
		expect(stopped[0]?.['reason']).toMatchObject({
			...{ category: 'consentMissing', rule: 'registry', message: 'On a list', advice: 'No' },
		});
	});
});

it.each(['', 'body.'])(
	'a request that the service cannot read holds up no others: %j',
	async (at) => {
		service.fault = ({ json }) => {
			const place = asArray(asObject(json)['requests']).findIndex(
				(one) => asObject(one)['phone'] === bob.phone,
			);
			if (place < 0) return undefined;
			const problems = [{ path: `${at}requests.${place}.phone`, message: 'is no phone' }];
			const error = { category: 'validation', message: 'is no phone', advice: 'Correct', problems };
			return { status: 400, body: { error } };
		};
		const { sent, stopped } = await send(asking('marketing'));
		expect(sent).toHaveLength(2);
		expect(stopped).toMatchObject([
			{ to: bob.phone, reason: { message: expect.stringContaining('is no phone') as string } },
		]);
		expect(service.requests).toHaveLength(2);
	},
);

it('a request that names nothing it could do without is not taken apart', async () => {
	const problems = [
		{ path: 'settings.caps', message: 'Too many' },
		{ path: 'requests.7.phone', message: 'There is none' },
	];
	service.fault = () => ({ status: 400, body: { error: { message: 'Too many', problems } } });
	const { sent, stopped } = await send(asking('marketing'));
	expect([sent.length, stopped.length, service.requests.length]).toEqual([0, 3, 1]);
});

it('what passes is asked for again, and counts once', async () => {
	let times = 0;
	service.fault = () =>
		(times += 1) === 1 ? { status: 503, headers: { 'retry-after': '0' } } : undefined;
	const { sent } = await send({ ...asking('marketing'), options: { retries: 1 } });
	expect([sent.length, service.requests.length, service.counted.size]).toEqual([3, 2, 3]);
});

it('once the service is gone, it is not asked for every five hundred again', async () => {
	service.fault = () => ({ status: 500 });
	const crowd = Array.from({ length: 1001 }, () => cat);
	const { stopped } = await send(asking('marketing'), crowd, { settings: goOn });
	expect([stopped.length, service.requests.length]).toEqual([1001, 1]);
});

it('no token and no phone stands in what it says', async () => {
	service.fault = () => ({ status: 500 });
	const told = await send(asking('marketing'), [ann]).catch((error: unknown) => error);
	expect(JSON.stringify(told)).not.toMatch(/a-token-of|447700900/);
});

it('of a consent check that nobody knows stops the node', async () => {
	const run = send({ ...asking('marketing'), consentCheck: 'ledger' });
	await expect(run).rejects.toThrow(/no consent check 'ledger'/);
	expect(sends.requests).toHaveLength(0);
});
