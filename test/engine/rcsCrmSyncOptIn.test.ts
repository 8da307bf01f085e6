import { crms } from '../../connectors';
import { asArray } from '../../core/json';
import { crmOf, phones, rcsEvent, useCrmSync } from './crmWorld';

const says = (words: RegExp) => expect.stringMatching(words) as string;

describe.each(['hubspot', 'salesforce'] as const)('opt-in at %s', (crm) => {
	const { sync, setUp, add, people, calls, call } = useCrmSync(crm);
	const [phone = '', other = '', third = '', nobody = ''] = phones(4);

	beforeEach(() => setUp());

	const set = (optInStatus: string, items: { phone: string; at?: string }[], options = {}) =>
		sync(
			{
				...{ operation: 'setOptIn', phoneNumber: '={{ $json.phone }}', optInStatus, options },
				...{ statedAt: '={{ $json.at }}', source: 'checkout form' },
			},
			items,
		);
	const get = (...wanted: string[]) =>
		sync(
			{ operation: 'getOptIn', phoneNumber: '={{ $json.phone }}' },
			wanted.map((one) => ({ phone: one })),
		);

	it('is written with its time and source, and read back', async () => {
		await add(phone, other);
		const at = '2026-11-01T10:00:00.000Z';
		const { done } = await set('optedIn', [{ phone, at }]);
		expect(crmOf(done[0])).toMatchObject({
			...{ status: 'written', phone, optInStatus: 'optedIn', since: at },
		});
		const told = await get(phone, other);
		expect(told.done.map(crmOf)).toMatchObject([
			{ status: 'optedIn', optedIn: true, since: at, source: 'checkout form', phone },
			{ status: 'unknown', optedIn: false, phone: other },
		]);
		for (const one of told.done) expect(crmOf(one)).not.toHaveProperty('reachable');
		await sync({}, [rcsEvent(phone, { type: 'message.delivered', occurredAt: at })]);
		expect(crmOf((await get(phone)).done[0])).toMatchObject({ reachable: true, reachableAt: at });
		expect((await people())[0]?.fields).toMatchObject({ 'RCS consent status': 'Opted in' });
	});

	it('is not overridden by an older statement, which says so', async () => {
		await add(phone);
		await set('optedOut', [{ phone, at: '2026-11-02T10:00:00.000Z' }]);
		const { done } = await set('optedIn', [{ phone, at: '2026-11-01T10:00:00.000Z' }]);
		expect(crmOf(done[0])).toMatchObject({
			status: 'unchanged',
			reason: says(/newer statement: optedOut since 2026-11-02T10:00:00.000Z/),
		});
		expect(crmOf((await get(phone)).done[0])).toMatchObject({ status: 'optedOut', optedIn: false });
	});

	it('is not overridden by what is older than an edit in the CRM, which is read as one', async () => {
		await add(phone);
		await set('optedIn', [{ phone, at: '2026-11-01T10:00:00.000Z' }]);
		const [person] = await people();
		const path = `/sandbox/crm/${crm}/contacts/${person?.object}/${person?.id}/consent`;
		expect((await call('PUT', path, { value: 'opted_out' })).status).toBe(200);
		const edited = { status: 'optedOut', optedIn: false, source: says(/^edited in /) };
		expect(crmOf((await get(phone)).done[0])).toMatchObject(edited);
		const { done } = await set('optedIn', [{ phone, at: '2026-11-02T10:00:00.000Z' }]);
		expect(crmOf(done[0])).toMatchObject({ status: 'unchanged', reason: says(/optedOut since/) });
		expect(crmOf((await get(phone)).done[0])).toMatchObject(edited);
	});

	it('takes the newest of several items of one phone', async () => {
		await add(phone);
		const items = [
			{ phone, at: '2026-11-03T10:00:00.000Z' },
			{ phone, at: '2026-11-01T10:00:00.000Z' },
		];
		const { done } = await set('pending', items);
		expect(done.map(crmOf)).toMatchObject([
			{ status: 'written', since: '2026-11-03T10:00:00.000Z' },
			{ status: 'unchanged', reason: says(/Another item of this run/) },
		]);
	});

	it('is of the time of the event of an item, where none is filled in', async () => {
		await add(phone, other);
		const at = '2026-10-01T10:00:00.000Z';
		const parameters = { operation: 'setOptIn', phoneNumber: '={{ $json.user }}' };
		const before = Date.now();
		const { done } = await sync({ ...parameters, optInStatus: 'optedOut' }, [
			rcsEvent(phone, { occurredAt: at }),
			{ user: other },
		]);
		expect(crmOf(done[0])['since']).toBe(at);
		const now = Date.parse(String(crmOf(done[1])['since']));
		const { timeStepMs = 1 } = crms[crm];
		expect(now).toBeGreaterThan(before - timeStepMs);
		expect(now).toBeLessThanOrEqual(Date.now());
	});

	it('by keyword leaves the record with the keyword as source', async () => {
		await add(phone);
		await sync({}, [rcsEvent(phone, { type: 'user.optedOut', keyword: 'STOP' })]);
		expect(crmOf((await get(phone)).done[0])).toMatchObject({
			...{ status: 'optedOut', optedIn: false, source: 'keyword STOP' },
		});
	});

	it('of a phone nobody has, or several have, leaves by Unmatched', async () => {
		await add(phone, other, other);
		for (const told of [
			await set('optedIn', [{ phone: nobody }, { phone: other }]),
			await get(nobody, other),
		]) {
			expect(told.done).toEqual([]);
			expect(told.unmatched.map(crmOf)).toMatchObject([
				{ status: 'unmatched', phone: nobody },
				{ status: 'ambiguous', phone: other },
			]);
			expect(asArray(crmOf(told.unmatched[1])['records'])).toHaveLength(2);
		}
	});

	it('of 100 phones is written by a look-up and a write, and read by a look-up', async () => {
		const all = phones(100);
		await add(...all);
		await sync(
			{ options: { history: false } },
			all.map((one) => rcsEvent(one)),
		);
		const before = await calls();
		const { done } = await set(
			'optedIn',
			all.map((one) => ({ phone: one })),
		);
		expect([done.length, (await calls()) - before]).toEqual([100, 2]);
		const asked = await calls();
		expect((await get(...all, ...all)).done).toHaveLength(200);
		expect((await calls()) - asked).toBe(1);
	});

	it.each([
		[{ phone: 'nonsense' }, /not a valid phone number/],
		[{ phone: '' }, /is empty/],
		[{ phone: third, at: 'someday' }, /'Stated At' is no time/],
		[{ phone: third, at: '2126-01-01T00:00:00Z' }, /lies in the future/],
	])('is not taken from %j', async (item, words) => {
		const { done, failed } = await set('optedIn', [item]);
		expect(done).toEqual([]);
		expect(crmOf(failed[0])).toMatchObject({
			status: 'failed',
			failures: [{ message: says(words), category: 'validation' }],
		});
	});

	it('is of now where the clock that tells of it is a little ahead', async () => {
		await add(phone, other);
		const before = Date.now();
		const at = new Date(before + 2 * 60_000).toISOString();
		const { done } = await set('optedIn', [{ phone, at }]);
		const since = Date.parse(String(crmOf(done[0])['since']));
		expect(since).toBeGreaterThanOrEqual(before - 1000);
		expect(since).toBeLessThanOrEqual(Date.now());
	});

	it('has a source of 60 characters at most', async () => {
		const parameters = { operation: 'setOptIn', phoneNumber: phone, source: 'x'.repeat(61) };
		const { failed } = await sync(parameters);
		expect(crmOf(failed[0])).toMatchObject({ failures: [{ message: says(/longer than 60/) }] });
	});

	it('makes a contact where it is told to', async () => {
		const { done } = await set('optedIn', [{ phone: third }], { createContacts: true });
		const [person] = await people();
		expect(crmOf(done[0])).toMatchObject({ status: 'created', record: { id: person?.id } });
	});
});
