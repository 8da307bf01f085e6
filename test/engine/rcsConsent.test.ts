import type { IDataObject } from 'n8n-workflow';
import { asArray, asObject } from '../../core/json';
import { ann, bob, cat, consentOf, says, useRcsConsent } from './consentRuns';

const { service, run } = useRcsConsent();

const statements = () =>
	service.asked('/v1/consent').flatMap((body) => asArray(body['statements']).map(asObject));

describe('checking', () => {
	const check = (phones: string[], parameters: IDataObject = {}) =>
		run(
			{ operation: 'check', ...parameters },
			phones.map((phone) => ({ phone, name: 'x' })),
		);

	it('parts who opted in from everybody else', async () => {
		service.tell(bob, 'optedIn', { level: 'double', source: 'form' });
		service.tell(cat, 'pending');
		const { optedIn, notOptedIn, failed } = await check([ann, bob, cat]);
		expect(failed).toEqual([]);
		expect(optedIn).toMatchObject([
			{
				pairedItem: { item: 1 },
				json: {
					name: 'x',
					consent: {
						...{ phone: bob, purpose: 'marketing', state: 'optedIn', optedIn: true },
						...{ level: 'double', source: 'form', since: says(/Z$/) },
					},
				},
			},
		]);
		expect(notOptedIn.map(consentOf)).toMatchObject([
			{ phone: ann, state: 'none', optedIn: false },
			{ phone: cat, state: 'pending', optedIn: false },
		]);
		expect(notOptedIn.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	});

	it('is about a purpose and an agent', async () => {
		service.tell(ann, 'optedIn', { purpose: 'news', agent: 'DemoShop' });
		const news = { purpose: 'other', purposeName: 'news' };
		const options = (agent: string) => ({ ...news, options: { agent } });
		expect((await check([ann], options('DemoShop'))).optedIn).toHaveLength(1);
		expect((await check([ann], options('OtherShop'))).optedIn).toHaveLength(0);
		expect((await check([ann])).optedIn).toHaveLength(0);
	});

	it('of a thousand people is two calls', async () => {
		const { notOptedIn } = await check(Array.from({ length: 1000 }, () => ann));
		expect([notOptedIn.length, service.requests.length]).toEqual([1000, 2]);
	});

	it('leaves out the fields of the item where they are not wanted', async () => {
		const { notOptedIn } = await check([ann], { options: { includeInput: false } });
		expect(notOptedIn[0]?.json).toMatchObject({ phone: ann, state: 'none' });
		expect(notOptedIn[0]?.json).not.toHaveProperty('name');
	});

	it('understands numbers of a country, and says what is none', async () => {
		const options = { defaultCountry: 'GB' };
		const { notOptedIn, failed } = await check(['07700 900001', 'nonsense', ''], { options });
		expect(notOptedIn.map(consentOf)).toMatchObject([{ phone: ann }]);
		expect(failed.map(consentOf)).toMatchObject([
			{ optedIn: false, reason: { category: 'validation', message: says(/not a valid phone/) } },
			{ reason: { message: says(/is empty/) } },
		]);
	});
});

describe('recording', () => {
	it('an opt-in keeps its proof, and the person gets messages', async () => {
		const parameters = {
			...{ operation: 'optIn', purpose: 'marketing', confirmation: 'double', source: 'shop' },
			saidBy: 'person',
			statedAt: '2026-01-02T10:00:00+01:00',
			proof: {
				...{ text: 'Yes, send me offers', language: 'en', messageId: '' },
				url: 'https://shop.example.com/checkout',
			},
		};
		const { optedIn } = await run(parameters, [{ phone: ann }]);
		expect(consentOf(optedIn[0])).toMatchObject({
			...{ phone: ann, state: 'optedIn', optedIn: true, recorded: true, level: 'double' },
			since: '2026-01-02T09:00:00.000Z',
		});
		expect(statements()).toEqual([
			{
				...{ id: says(/^[0-9a-f-]{36}$/), phone: ann, purpose: 'marketing', state: 'optedIn' },
				...{ level: 'double', origin: 'person', source: 'shop' },
				occurredAt: '2026-01-02T09:00:00.000Z',
				proof: {
					...{ text: 'Yes, send me offers', language: 'en' },
					url: 'https://shop.example.com/checkout',
				},
			},
		]);
	});

	it('an opt-out is about all marketing, unless it says otherwise', async () => {
		service.tell(ann, 'optedIn', { purpose: 'news' });
		const { notOptedIn } = await run({ operation: 'optOut' }, [{ phone: ann }]);
		expect(consentOf(notOptedIn[0])).toMatchObject({ state: 'optedOut', recorded: true });
		expect(statements()).toMatchObject([{ purpose: '*', state: 'optedOut', source: 'form' }]);
		const news = { operation: 'check', purpose: 'other', purposeName: 'news' };
		expect((await run(news, [{ phone: ann }])).notOptedIn).toHaveLength(1);
	});

	it('a double opt-in that is not confirmed yet is none', async () => {
		const parameters = { operation: 'optIn', confirmation: 'pending' };
		const { notOptedIn } = await run(parameters, [{ phone: ann }]);
		expect(consentOf(notOptedIn[0])).toMatchObject({ state: 'pending', optedIn: false });
	});

	it("an admin's opt-in does not end an opt-out of the person, and leaves by Not Opted In", async () => {
		service.tell(ann, 'optedOut', { occurredAt: '2026-01-01T00:00:00.000Z' });
		const admin = { operation: 'optIn' };
		const alone = await run(admin, [{ phone: ann }]);
		expect(consentOf(alone.notOptedIn[0])).toMatchObject({ state: 'optedOut', recorded: true });
		const proof = { actor: 'user-7', consentedAt: '2026-02-01T00:00:00Z' };
		const proven = await run({ ...admin, proof }, [{ phone: ann }], { executionId: '2' });
		expect(consentOf(proven.optedIn[0])).toMatchObject({ state: 'optedIn' });
		expect(statements()[1]).toMatchObject({
			proof: { actor: 'user-7', consentedAt: '2026-02-01T00:00:00.000Z' },
		});
	});

	const occurredAt = '2026-03-01T10:00:00.000Z';
	const event = { type: 'message.replied', eventId: 'a', provider: 'infobip', occurredAt };

	it('is of the time of the event of an item, where none is filled in', async () => {
		await run({ operation: 'optOut' }, [{ phone: ann, ...event }, { phone: bob }]);
		expect(statements().map((one) => one['occurredAt'])).toEqual([occurredAt, undefined]);
	});

	it('of an opt-out is now where the item is no event of RCS: an older order would date it back', async () => {
		const order = { phone: ann, type: 'order.paid', occurredAt };
		await run({ operation: 'optOut' }, [order]);
		expect(statements().map((one) => one['occurredAt'])).toEqual([undefined]);
		await run({ operation: 'optIn', confirmation: 'double' }, [order]);
		expect(statements()[1]).toMatchObject({ state: 'optedIn', occurredAt });
	});

	it('counts once, told again with its time or by a retry of the node', async () => {
		const again = async (items: IDataObject[], executionId: string) => {
			const { notOptedIn } = await run({ operation: 'optOut' }, items, { executionId });
			return notOptedIn.map((item) => consentOf(item)['recorded']);
		};
		const dated = [{ phone: ann, ...event }];
		expect([await again(dated, '1'), await again(dated, '2')]).toEqual([[true], [false]]);
		const undated = [{ phone: bob }, { phone: bob }];
		expect(await again(undated, '3')).toEqual([true, true]);
		expect(await again(undated, '3')).toEqual([false, false]);
		expect(await again(undated, '4')).toEqual([true, true]);
	});

	it.each([
		[{ confirmation: 'maybe' }, /'Confirmation' is none/],
		[{ saidBy: 'robot' }, /'Said By' is none/],
		[{ saidBy: 'person', source: 'import' }, /source 'import' has no time/],
		[{ source: 'dream' }, /'Source' is none/],
		[{ statedAt: 'soon' }, /'Stated At' is no time/],
		[{ saidBy: 'admin', proof: { consentedAt: 'soon' } }, /'Agreed At' is no time/],
		[{ purpose: 'other', purposeName: ' ' }, /purpose is empty/],
	])('%j is refused, and nothing is recorded', async (parameters, words) => {
		const { failed } = await run({ operation: 'optIn', ...parameters }, [{ phone: ann }]);
		expect(failed.map(consentOf)).toMatchObject([
			{ reason: { category: 'validation', message: says(words) } },
		]);
		expect(service.requests).toHaveLength(0);
	});
});

it('the history of a person holds every statement, and leaves by what holds now', async () => {
	service.tell(ann, 'optedIn', { proof: { text: 'Yes' }, occurredAt: '2026-01-01T00:00:00.000Z' });
	service.tell(ann, 'optedOut', { purpose: '*' });
	service.tell(bob, 'optedIn');
	const items = [{ phone: ann }, { phone: bob }, { phone: ann }, { phone: 'x' }];
	const { optedIn, notOptedIn, failed } = await run({ operation: 'getHistory' }, items);
	expect([optedIn.length, notOptedIn.length, failed.length]).toEqual([1, 2, 1]);
	expect(consentOf(notOptedIn[1])).toMatchObject({
		...{ phone: ann, state: 'optedOut' },
		statements: [{ state: 'optedOut' }, { state: 'optedIn', proof: { text: 'Yes' } }],
	});
	expect(service.asked('/v1/consent/history')).toEqual([{ phone: ann }, { phone: bob }]);
});
