import { contacts } from '../../core/providers/rest-v1/contacts';
import { base, json, wire } from './restV1Wire';

describe('contacts', () => {
	const stored = {
		id: 'c-1',
		phone: '447700900123',
		opt_in_status: 'opted_in',
		tags: ['vip', 7],
		attributes: { city: 'Oslo', orders: 3 },
		updated_at: '2030-01-01T10:00:00Z',
	};
	const contact = {
		id: 'c-1',
		phone: '+447700900123',
		optIn: 'optedIn',
		tags: ['vip', '7'],
		attributes: { city: 'Oslo', orders: '3' },
		updatedAt: '2030-01-01T10:00:00.000Z',
		raw: stored,
	};

	test('list', async () => {
		const { call, asked } = wire([{ contacts: [stored, { phone: '+15550100123' }] }]);
		expect(await contacts.list(call)).toEqual([
			contact,
			{ id: '+15550100123', phone: '+15550100123', raw: { phone: '+15550100123' } },
		]);
		expect(asked()).toEqual(['GET /v1/contacts?page=1&per_page=100']);
	});

	test('add, update and remove', async () => {
		const { call, requests } = wire([{ contact: stored }, {}]);
		const tags = ['vip'];
		const change = { optIn: 'optedOut', tags } as const;
		expect(await contacts.add(call, { phone: '+447700900123', optIn: 'optedIn' })).toEqual({
			...contact,
			raw: { contact: stored },
		});
		expect(await contacts.update(call, 'c/1', change)).toMatchObject({ id: 'c/1', ...change });
		await contacts.remove(call, 'c-1');
		expect(requests).toEqual([
			{
				method: 'POST',
				url: `${base}/v1/contacts`,
				headers: json,
				body: { phone: '+447700900123', opt_in_status: 'opted_in' },
			},
			{
				method: 'PUT',
				url: `${base}/v1/contacts/c%2F1`,
				headers: json,
				body: { opt_in_status: 'opted_out', tags },
			},
			{ method: 'DELETE', url: `${base}/v1/contacts/c-1`, headers: {} },
		]);
	});

	test('import counts what was refused', async () => {
		const list = [
			{ phone: '+447700900123', attributes: { city: 'Oslo' } },
			{ phone: '+447700900124', tags: ['vip'] },
		];
		const counts = (body: unknown) => contacts.import(wire([body]).call, list);
		expect(await counts({ accepted: 1, refused: 1 })).toEqual({ accepted: 1, refused: 1 });
		expect(await counts({ imported: 1, errors: [{}] })).toEqual({ accepted: 1, refused: 1 });
		expect(await counts({})).toEqual({ accepted: 2, refused: 0 });
		const { call, requests } = wire();
		await contacts.import(call, list);
		expect(requests).toMatchObject([
			{
				method: 'POST',
				url: `${base}/v1/contacts/import`,
				body: { contacts: list },
			},
		]);
	});

	test.each([
		['subscribed', 'optedIn'],
		['OPTED_OUT', 'optedOut'],
		[true, 'optedIn'],
		[false, 'optedOut'],
		['constructor', 'unknown'],
	])('the opt-in status %p is %s', async (word, optIn) => {
		const { call } = wire([[{ phone: '+447700900123', opt_in_status: word }]]);
		expect(await contacts.list(call)).toMatchObject([{ optIn }]);
	});
});
