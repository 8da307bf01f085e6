import { CONTACTS, useHubspot } from './hubspotWorld';
import { object, objects } from './world';

const { api, backstage, contacts } = useHubspot();

const search = (body: object) => api('POST', `${CONTACTS}/search`, body);
const by = (propertyName: string, operator: string, value: object) => ({
	filterGroups: [{ filters: [{ propertyName, operator, ...value }] }],
});
const found = async (body: object) => {
	const answer = await search(body);
	return objects(answer.body['results']).map(({ id }) => id);
};
const filter = { propertyName: 'phone', operator: 'HAS_PROPERTY' };

describe('filters', () => {
	it.each<[string, string, object, number[]]>([
		['phone', 'EQ', { value: '+447700900001' }, [0]],
		['firstname', 'EQ', { value: 'ANN' }, [0]],
		['firstname', 'NEQ', { value: 'Ann' }, [1, 2]],
		['firstname', 'IN', { values: ['ann', 'bob'] }, [0, 1]],
		['firstname', 'IN', { values: ['Ann'] }, []],
		['firstname', 'NOT_IN', { values: ['ann'] }, [1, 2]],
		['phone', 'HAS_PROPERTY', {}, [0, 1]],
		['phone', 'NOT_HAS_PROPERTY', {}, [2]],
		['lastname', 'CONTAINS_TOKEN', { value: 'van*' }, [1]],
		['lastname', 'CONTAINS_TOKEN', { value: 'berg' }, [1]],
		['lastname', 'CONTAINS_TOKEN', { value: 'er' }, []],
		['lastname', 'NOT_CONTAINS_TOKEN', { value: '*er*' }, [0, 2]],
		['hs_calculated_phone_number', 'EQ', { value: '+447700900002' }, [1]],
		['hs_searchable_calculated_phone_number', 'EQ', { value: '7700900002' }, [1]],
		['hs_searchable_calculated_phone_number', 'CONTAINS_TOKEN', { value: '*900001' }, [0]],
		['hs_searchable_calculated_international_mobile_number', 'EQ', { value: '15550100001' }, [2]],
		['hs_searchable_calculated_mobile_number', 'EQ', { value: '5550100001' }, [2]],
	])('%s %s %j', async (name, operator, value, places) => {
		const ids = await contacts(
			{ firstname: 'Ann', lastname: 'Lee', phone: '+447700900001' },
			{ firstname: 'Bob', lastname: 'van den Berg', phone: '07700 900 002' },
			{ firstname: 'Cleo', lastname: 'Day', mobilephone: '+1 (555) 010-0001' },
		);
		expect(await found(by(name, operator, value))).toEqual(places.map((place) => ids[place]));
	});

	it('compare times, and any group may match', async () => {
		const [first = '', second = ''] = await contacts({ firstname: 'Ann' }, { firstname: 'Bob' });
		await backstage('POST', '/clock', { advanceSeconds: 60 });
		const { body } = await backstage('GET', '/settings');
		const since = String(body['now']);
		await backstage('PATCH', `/contacts/${second}`, { properties: { lastname: 'B' } });
		const modified = by('lastmodifieddate', 'GTE', { value: since });
		expect(await found(modified)).toEqual([second]);
		const before = by('lastmodifieddate', 'LT', { value: String(Date.parse(since)) });
		expect(await found(before)).toEqual([first]);
		const filterGroups = [
			...modified.filterGroups,
			...by('firstname', 'EQ', { value: 'Ann' }).filterGroups,
		];
		expect(await found({ filterGroups })).toEqual([first, second]);
		const filters = filterGroups.flatMap((group) => group.filters);
		expect(await found({ filterGroups: [{ filters }] })).toEqual([]);
	});
});

describe('results', () => {
	it('come in pages, sorted, with the properties asked for', async () => {
		await contacts(...['B', 'C', 'A'].map((firstname) => ({ firstname })));
		const query = {
			sorts: [{ propertyName: 'firstname', direction: 'DESCENDING' }],
			properties: ['firstname'],
			limit: 2,
		};
		const { body } = await search(query);
		expect(body['total']).toBe(3);
		expect(
			objects(body['results']).map(({ properties }) => object(properties)['firstname']),
		).toEqual(['C', 'B']);
		const { after } = object(object(body['paging'])['next']);
		const rest = await search({ ...query, after });
		expect(objects(rest.body['results'])).toMatchObject([{ properties: { firstname: 'A' } }]);
		expect(rest.body).not.toHaveProperty('paging');
	});

	it('trail behind what was written, never behind a deletion', async () => {
		await backstage('PATCH', '/settings', { searchLagMs: 10_000 });
		const [id = ''] = await contacts({ firstname: 'Ann' });
		expect(await found({})).toEqual([]);
		await backstage('POST', '/clock', { advanceSeconds: 11 });
		await backstage('PATCH', `/contacts/${id}`, { properties: { firstname: 'Bob' } });
		expect(await found(by('firstname', 'EQ', { value: 'Ann' }))).toEqual([id]);
		expect((await api('GET', `${CONTACTS}/${id}`)).body).toMatchObject({
			properties: { firstname: 'Bob' },
		});
		await backstage('DELETE', `/contacts/${id}`);
		expect(await found({})).toEqual([]);
	});
});

describe('limits', () => {
	it.each<[string, object]>([
		['201 results a page', { limit: 201 }],
		['results beyond 10,000', { after: '9900', limit: 101 }],
		['two sorts', { sorts: [{ propertyName: 'phone' }, { propertyName: 'email' }] }],
		['6 groups', { filterGroups: Array(6).fill({ filters: [filter] }) }],
		['7 filters in a group', { filterGroups: [{ filters: Array(7).fill(filter) }] }],
		[
			'19 filters',
			{ filterGroups: [4, 4, 4, 4, 3].map((size) => ({ filters: Array(size).fill(filter) })) },
		],
		['more than 3,000 characters', by('phone', 'IN', { values: Array(200).fill('+447700900001') })],
		['an unknown property', by('nonsense', 'EQ', { value: 'x' })],
		['an unknown operator', by('phone', 'LIKE', { value: 'x' })],
		['an operator without its value', by('phone', 'EQ', {})],
		['a number where a text belongs', by('phone', 'EQ', { value: 5 })],
	])('%s: 400', async (_, body) => {
		expect(await search(body)).toMatchObject({
			status: 400,
			body: { category: 'VALIDATION_ERROR' },
		});
	});

	it('what just fits passes', async () => {
		const filterGroups = [6, 6, 6].map((size) => ({ filters: Array(size).fill(filter) }));
		expect((await search({ filterGroups: filterGroups, limit: 200 })).status).toBe(200);
		expect((await search({ after: '9800', limit: 200 })).status).toBe(200);
		const values = Array(150).fill('+447700900001');
		expect((await search(by('phone', 'IN', { values }))).status).toBe(200);
	});

	it('5 searches a second, told without headers', async () => {
		const answers = [];
		for (let count = 0; count < 6; count += 1) answers.push(await search({}));
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
		expect(answers[5]?.body).toMatchObject({
			status: 'error',
			errorType: 'RATE_LIMIT',
			message: 'You have reached your secondly limit.',
		});
		expect([...(answers[0]?.headers.keys() ?? [])].join()).not.toContain('ratelimit');
		await backstage('POST', '/clock', { advanceSeconds: 1 });
		expect((await search({})).status).toBe(200);
	});
});
