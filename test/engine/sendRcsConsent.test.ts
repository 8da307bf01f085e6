import type { IDataObject } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { useConsentService } from './consentService';
import { infobip, people, text, useSendRcs } from './sends';

/** Send RCS with the connector service: who gets a message, and what the service is asked and told. */

const sends = useSendRcs();
const service = useConsentService();
const [ann = { phone: '' }, bob = { phone: '' }, cat = { phone: '' }] = people;

const checked = (parameters: IDataObject = {}, options: IDataObject = {}) => ({
	...{ ...text, consentCheck: 'service', purpose: 'marketing', rules: { quietHours: 'off' } },
	...parameters,
	options: { retries: 0, ...options },
});
const capped = (max: number) => ({ frequencyCap: { cap: { max, hours: 24 } } });

async function send(
	parameters: IDataObject,
	items: IDataObject[] = people,
	more: Parameters<typeof sends.send>[2] = {},
) {
	const credentials = { ...infobip(sends.url()), ...service.credentials() };
	const { outputs, hints } = await sends.send(parameters, items, { credentials, ...more });
	const [sent = [], stopped = []] = outputs;
	return { sent, stopped, hints, reasons: stopped.map(({ json }) => asObject(json['reason'])) };
}

/** A message whose JSON says what it is for: not every provider has a field for that. */
const about = (more: IDataObject) => ({
	messageType: 'json',
	messageJson: JSON.stringify({ content: { kind: 'text', text: 'Hi' }, ...more }),
});
const requests = () =>
	service.asked('/v1/gate').flatMap((body) => asArray(body['requests']).map(asObject));
/** Infobip refuses the messages to a phone. */
const refuse = (phone: string, name = 'REJECTED_PREFIX_MISSING') => {
	sends.answer = ({ json }) => {
		const messages = asArray(asObject(json)['messages']).map((message) => {
			const { to, messageId } = asObject(asArray(asObject(message)['destinations'])[0]);
			const isRefused = `+${String(to).replace('+', '')}` === phone;
			const status = isRefused
				? { groupId: 5, groupName: 'REJECTED', id: 12, name }
				: { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
			return { messageId, status };
		});
		return { status: 200, body: { bulkId: 'b', messages } };
	};
};

describe('who may be written to', () => {
	it('is who opted in; the others leave by Not Sent with the reason and the checks', async () => {
		service.tell(ann.phone, 'optedOut', { purpose: '*' });
		service.tell(bob.phone, 'optedIn');
		const items = [...people, { phone: '+447700900004', name: 'Four' }];
		service.tell('+447700900004', 'pending');
		const { sent, stopped, reasons } = await send(checked(), items);
		expect(sent.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(stopped.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 2 },
			{ item: 3 },
		]);
		expect(reasons).toMatchObject([
			{
				...{ category: 'optedOut', rule: 'optedOut', retryable: false },
				message: 'This person opted out of these messages',
				advice: expect.stringContaining('until the person opts in again') as string,
			},
			{ category: 'consentMissing', rule: 'notOptedIn' },
			{ category: 'consentMissing', rule: 'pending' },
		]);
		expect(stopped[0]?.json).toMatchObject({
			...{ status: 'notSent', to: ann.phone, safeToFallBack: false },
			checks: [
				{ rule: 'consent', result: 'refused', why: 'This person opted out of these messages' },
			],
		});
		expect(stopped[0]?.json).not.toHaveProperty('holdUntil');
		expect(sends.bodies()).toHaveLength(1);
	});

	it('ends at once with a STOP', async () => {
		service.tell(ann.phone, 'optedIn');
		expect((await send(checked(), [ann])).sent).toHaveLength(1);
		service.tell(ann.phone, 'optedOut', { purpose: '*' });
		expect((await send(checked(), [ann], { executionId: '2' })).sent).toHaveLength(0);
	});

	it.each([
		[{ purpose: 'transactional' }, {}, 1],
		[{ purpose: 'otherTransactional', purposeName: 'parcels' }, {}, 1],
		[{ purpose: 'otherTransactional', purposeName: 'news' }, { traffic: 'promotion' }, 0],
		[{ purpose: 'otherMarketing', purposeName: 'news' }, { traffic: 'transaction' }, 0],
		[{ purpose: 'transactional' }, { traffic: 'promotion' }, 0],
		[{ purpose: 'marketing' }, { traffic: 'transaction' }, 0],
	])(
		'depends on the purpose: with %j and %j, %i gets it after a STOP',
		async (purpose, options, count) => {
			service.tell(ann.phone, 'optedOut', { purpose: '*' });
			expect((await send(checked({ ...purpose, ...about(options) }), [ann])).sent).toHaveLength(
				count,
			);
		},
	);

	it('has to be asked for a purpose that has a name', async () => {
		const { reasons } = await send(checked({ purpose: 'otherMarketing' }), [ann]);
		expect(reasons).toMatchObject([
			{ category: 'validation', message: "The field 'Purpose Name' is empty" },
		]);
		expect(service.requests).toHaveLength(0);
	});

	it('may be different for another sender', async () => {
		service.tell(ann.phone, 'optedIn', { agent: 'DemoShop' });
		expect((await send(checked(), [ann])).sent).toHaveLength(1);
		const other = await send(checked({}, { from: 'OtherShop' }), [ann], { executionId: '2' });
		expect(other.reasons).toMatchObject([{ rule: 'notOptedIn' }]);
	});
});

describe('what the service is asked', () => {
	beforeEach(() => people.forEach(({ phone }) => service.tell(phone, 'optedIn')));

	it('is one call for many messages, in their order', async () => {
		const crowd = Array.from({ length: 1001 }, (_, i) => people[i % 3] ?? ann);
		const { sent } = await send(checked(), crowd);
		expect(sent).toHaveLength(1001);
		const sizes = service.asked('/v1/gate').map((body) => asArray(body['requests']).length);
		expect(sizes).toEqual([500, 500, 1]);
		expect(requests().map(({ phone }) => phone)).toEqual(crowd.map(({ phone }) => phone));
		expect(service.counted.size).toBe(1001);
	});

	it('names each message, its person, agent and purpose, and sets no rules of its own', async () => {
		const { sent } = await send(checked({ rules: {}, ...about({ traffic: 'promotion' }) }), [ann]);
		const [body = {}] = service.asked('/v1/gate');
		expect(Object.keys(body)).toEqual(['requests']);
		expect(requests()).toEqual([
			{
				...{ id: expect.any(String) as string, phone: ann.phone, agent: 'DemoShop' },
				...{ purpose: 'marketing', traffic: 'promotion' },
			},
		]);
		if (sent[0]) expect(requests()[0]?.['id']).toBe(sent[0].json['messageId']);
	});

	it('is told the rules that were filled in, and where each person is', async () => {
		const hours = { from: '9:00', to: '18:00', days: ['monday'], replace: true };
		const rules = {
			...{ ownHours: { hours }, country: '={{ $json.country }}', timeZone: '={{ $json.zone }}' },
			transactionalConsent: 'optIn',
		};
		const parameters = checked({ purpose: 'transactional', rules }, capped(2));
		await send(parameters, [{ ...ann, country: 'uk', zone: 'Europe/London' }, bob]);
		const { own } = asObject(
			asObject(service.asked('/v1/gate')[0]?.['settings'])['quietHours'],
		) as {
			own?: unknown;
		};
		expect(own).toEqual(hours);
		expect(service.asked('/v1/gate')).toMatchObject([
			{ settings: { caps: [{ max: 2, hours: 24 }], transactional: { consent: 'optIn' } } },
		]);
		expect(requests()).toMatchObject([{ country: 'GB', timeZone: 'Europe/London' }, {}]);
		expect(requests()[1]).not.toHaveProperty('country');
	});

	it('is about the time at which a message is scheduled', async () => {
		const at = new Date(Date.now() + 48 * 3_600_000).toISOString();
		await send(checked({}, { scheduleAt: '={{ $json.at }}' }), [
			{ ...ann, at },
			{ ...bob, at: '' },
		]);
		expect(requests().map((one) => one['at'])).toEqual([at, undefined]);
	});

	it('is nothing while the check is off', async () => {
		const { sent } = await send(checked({ consentCheck: 'off' }), people);
		expect([sent.length, service.requests.length]).toEqual([3, 0]);
	});

	it('keeps the fields of the item, where they are wanted', async () => {
		service.tell(bob.phone, 'optedOut');
		const { sent, stopped } = await send(checked({}, { includeInput: true }), [ann, bob]);
		expect(sent[0]?.json).toMatchObject({ ...ann, rcs: { status: 'accepted' } });
		expect(stopped[0]?.json).toMatchObject({ ...bob, rcs: { reason: { rule: 'optedOut' } } });
	});
});

describe('what counts for a frequency cap of the service', () => {
	beforeEach(() => people.forEach(({ phone }) => service.tell(phone, 'optedIn')));

	it('is what was sent, by any workflow, for the same purpose', async () => {
		const first = await send(checked({}, capped(1)), [ann, ann, bob]);
		expect(first.sent).toHaveLength(2);
		expect(first.reasons).toMatchObject([{ category: 'frequencyCap', rule: 'frequencyCap' }]);
		expect(first.stopped[0]?.json['holdUntil']).toMatch(/^\d{4}-.*Z$/);
		const other = await send(checked({}, capped(1)), [ann, cat], { workflowId: 'other' });
		expect(other.sent.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		service.tell(ann.phone, 'optedIn', { purpose: 'news' });
		const news = checked({ purpose: 'otherMarketing', purposeName: 'news' }, capped(1));
		expect((await send(news, [ann], { executionId: '3' })).sent).toHaveLength(1);
	});

	it('is not what the provider refused, and what waited for it is sent', async () => {
		let refused = 0;
		refuse(ann.phone);
		const bulk = sends.answer;
		sends.answer = (request, count) =>
			refused++ === 0 ? bulk(request, count) : { status: 200, body: ok(request.json) };
		const { sent, stopped } = await send(checked({}, capped(1)), [ann, ann, bob, bob]);
		expect(sent.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 2 }]);
		expect(stopped).toMatchObject([{ pairedItem: { item: 0 } }, { pairedItem: { item: 3 } }]);
		expect(requests().map(({ phone }) => phone)).toEqual([
			...[ann.phone, ann.phone, bob.phone, bob.phone],
			ann.phone,
		]);
		const [{ ids } = {}] = service.asked('/v1/gate/release');
		expect(ids).toEqual([stopped[0]?.json['messageId']]);
		expect(service.counted.size).toBe(2);
	});

	it('is what may have arrived', async () => {
		sends.answer = () => ({ hangUp: true });
		const { stopped } = await send(checked({ provider: 'infobip' }), [ann]);
		expect(stopped[0]?.json['status']).toBe('unknown');
		expect(service.asked('/v1/gate/release')).toEqual([]);
		expect(service.counted.size).toBe(1);
	});

	it('is what the provider had before', async () => {
		sends.answer = () => ({ status: 409, body: { error: 'I know this one' } });
		const credentials = {
			rcsConversationApi: { baseUrl: sends.url(), token: 'secret-token' },
			...service.credentials(),
		};
		const { reasons } = await send(checked({ provider: 'conversation' }), [ann], { credentials });
		expect(reasons).toMatchObject([{ category: 'duplicate' }]);
		expect(service.asked('/v1/gate/release')).toEqual([]);
		expect(service.counted.size).toBe(1);
	});

	it('stays counted where the service cannot be told, which the node says', async () => {
		refuse(ann.phone);
		service.fault = ({ path }) => (path === '/v1/gate/release' ? { status: 500 } : undefined);
		const { hints } = await send(checked(), [ann, bob]);
		expect(hints.map(({ message }) => message)).toContainEqual(
			expect.stringContaining('could not be told that 1 messages were not sent'),
		);
	});

	it('of a run in which nothing could be sent is nothing', async () => {
		sends.answer = () => ({ status: 401 });
		await expect(send(checked(), people)).rejects.toThrow();
		expect(service.counted.size).toBe(0);
	});
});

describe('a dry run', () => {
	it('explains what the gate would do beside the requests, and reserves nothing', async () => {
		service.tell(ann.phone, 'optedIn');
		service.tell(bob.phone, 'optedOut');
		const { sent, stopped } = await send(checked({}, { dryRun: true, ...capped(1) }), [ann, bob]);
		expect(stopped).toEqual([]);
		expect(sent.map(({ json }) => json)).toMatchObject([
			{
				status: 'dryRun',
				requests: [{ method: 'POST' }],
				gate: {
					outcome: 'send',
					checks: [
						{ rule: 'consent', result: 'passed' },
						{ rule: 'frequencyCap', result: 'passed' },
						{ rule: 'quietHours', result: 'off' },
					],
				},
			},
			{
				requests: [{ method: 'POST' }],
				gate: {
					...{ outcome: 'refused', rule: 'optedOut' },
					advice: expect.stringContaining('opts in again') as string,
					checks: [{ rule: 'consent', result: 'refused' }],
				},
			},
		]);
		expect(service.asked('/v1/gate')).toMatchObject([{ dryRun: true }]);
		expect([service.counted.size, sends.requests.length]).toEqual([0, 0]);
	});

	it('says so when nobody could tell, and does not fail', async () => {
		service.fault = () => ({ status: 500 });
		const { sent } = await send(checked({}, { dryRun: true }), [ann]);
		expect(sent[0]?.json).toMatchObject({
			status: 'dryRun',
			gate: {
				outcome: 'refused',
				rule: 'consentUnknown',
				why: expect.stringContaining('500') as string,
			},
		});
		expect(sent[0]?.json['gate']).not.toHaveProperty('cause');
	});
});

function ok(json: unknown) {
	const status = { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
	const messages = asArray(asObject(json)['messages']).map((message) => ({
		messageId: asObject(asArray(asObject(message)['destinations'])[0])['messageId'],
		status,
	}));
	return { bulkId: 'b', messages };
}
