import type { IDataObject } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { capped, checked, useCheckedSends } from './checkedSends';
import { people } from './sends';

/** Send RCS with the connector service: who gets a message, and what the service is asked. */

const { sends, service, send, requests } = useCheckedSends();
const [ann = { phone: '' }, bob = { phone: '' }] = people;

/** A message whose JSON says what it is for: not every provider has a field for that. */
const about = (more: IDataObject) => ({
	messageType: 'json',
	messageJson: JSON.stringify({ content: { kind: 'text', text: 'Hi' }, ...more }),
});

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
		[{ purpose: 'otherTransactional', purposeName: ' Parcels' }, {}, 1],
		[{ purpose: 'otherTransactional', purposeName: 'nobody knows' }, {}, 0],
		[{ purpose: 'otherTransactional', purposeName: 'nobody knows' }, { traffic: 'transaction' }, 0],
		[{ purpose: 'otherTransactional', purposeName: 'Marketing' }, {}, 0],
		[{ purpose: 'otherTransactional', purposeName: 'news' }, { traffic: 'promotion' }, 0],
		[{ purpose: 'otherMarketing', purposeName: 'news' }, { traffic: 'transaction' }, 0],
		[{ purpose: 'transactional' }, { traffic: 'promotion' }, 0],
		[{ purpose: 'marketing' }, { traffic: 'transaction' }, 0],
	])(
		'depends on the purpose: with %j and %j, %i gets it after a STOP',
		async (purpose, options, count) => {
			service.transactional.add('parcels');
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
