import { consent, group, PROPERTIES, uniquePhone, useHubspot } from './hubspotWorld';
import { object, objects } from './world';

const { api, backstage, provision } = useHubspot();

const add = (property: object) => api('POST', PROPERTIES, property);
const withGroup = () => api('POST', `${PROPERTIES}/groups`, group);

describe('groups', () => {
	it('are added once', async () => {
		expect((await api('GET', `${PROPERTIES}/groups/rcs_messaging`)).status).toBe(404);
		expect(await withGroup()).toMatchObject({ status: 201, body: group });
		expect(await withGroup()).toMatchObject({ status: 409, body: { category: 'CONFLICT' } });
		await api('PATCH', `${PROPERTIES}/groups/rcs_messaging`, { label: 'RCS' });
		expect((await api('GET', `${PROPERTIES}/groups/rcs_messaging`)).body).toMatchObject({
			label: 'RCS',
		});
		expect(objects((await api('GET', `${PROPERTIES}/groups`)).body['results'])).toHaveLength(2);
		await api('DELETE', `${PROPERTIES}/groups/rcs_messaging`);
		expect((await api('GET', `${PROPERTIES}/groups/rcs_messaging`)).status).toBe(404);
	});
});

describe('properties', () => {
	it('are added once, and HubSpot numbers their options', async () => {
		await withGroup();
		const options = consent.options.map((option) => ({ ...option, displayOrder: 7 }));
		const { status, body } = await add({ ...consent, options });
		expect(status).toBe(201);
		expect(body).toMatchObject({ name: consent.name, displayOrder: -1, hubspotDefined: false });
		expect(objects(body['options']).map(({ displayOrder }) => displayOrder)).toEqual([0, 1]);
		expect(await add(consent)).toMatchObject({ status: 409, body: { category: 'CONFLICT' } });
	});

	it.each<[string, object]>([
		['a group that is not there', { groupName: 'nowhere' }],
		['an upper-case name', { name: 'RCS' }],
		["a name of HubSpot's", { name: 'hs_rcs' }],
		['an unknown type', { type: 'text' }],
		['a field that cannot show it', { fieldType: 'number' }],
		['an enumeration without options', { type: 'enumeration', fieldType: 'select' }],
		['options of a text', { options: consent.options }],
		['a member nobody knows', { labels: 'x' }],
		['a number for a text', { label: 5 }],
	])('%s: 400', async (_, change) => {
		await withGroup();
		expect(await add({ ...uniquePhone, ...change })).toMatchObject({
			status: 400,
			body: { category: 'VALIDATION_ERROR' },
		});
	});

	it('a batch adds what it can and tells the rest', async () => {
		await withGroup();
		await add(consent);
		const { status, body } = await api('POST', `${PROPERTIES}/batch/create`, {
			inputs: [consent, uniquePhone],
		});
		expect(status).toBe(200);
		expect(objects(body['results'])).toMatchObject([{ name: uniquePhone.name }]);
		expect(objects(body['errors'])).toMatchObject([{ category: 'CONFLICT' }]);
	});

	it('an archived name stays taken for ninety days', async () => {
		await provision();
		const path = `${PROPERTIES}/${consent.name}`;
		expect((await api('DELETE', path)).status).toBe(204);
		expect((await api('GET', path)).status).toBe(404);
		expect((await api('GET', `${path}?archived=true`)).body).toMatchObject({ archived: true });
		const listed = objects((await api('GET', `${PROPERTIES}?archived=true`)).body['results']);
		expect(listed).toMatchObject([{ name: consent.name }]);
		const { status, body } = await add(consent);
		expect(status).toBe(400);
		expect(body['message']).toContain('archived');
		await backstage('POST', '/clock', { advanceSeconds: 91 * 24 * 3600 });
		expect((await add(consent)).status).toBe(201);
	});

	it('can change, but not become unique', async () => {
		await provision();
		const path = `${PROPERTIES}/${consent.name}`;
		const options = [...consent.options, { label: 'Pending', value: 'pending' }];
		expect((await api('PATCH', path, { options })).body).toMatchObject({ options });
		expect((await api('PATCH', path, { hasUniqueValue: true })).status).toBe(400);
		expect((await api('PATCH', `${PROPERTIES}/nonsense`, {})).status).toBe(404);
	});

	it('ten are unique at most', async () => {
		await withGroup();
		for (let count = 0; count < 10; count += 1)
			expect((await add({ ...uniquePhone, name: `key_${count}` })).status).toBe(201);
		expect((await add(uniquePhone)).status).toBe(400);
	});

	it('a bool has yes and no', async () => {
		await withGroup();
		const { body } = await add({
			...uniquePhone,
			name: 'rcs_reachable',
			type: 'bool',
			fieldType: 'booleancheckbox',
			hasUniqueValue: false,
		});
		expect(objects(body['options']).map(({ value }) => value)).toEqual(['true', 'false']);
	});

	it('HubSpot has its own', async () => {
		const names = objects((await api('GET', PROPERTIES)).body['results']).map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['phone', 'hs_calculated_mobile_number']));
		const { body } = await api('GET', `${PROPERTIES}/hs_object_id`);
		expect(object(body['modificationMetadata'])).toMatchObject({ readOnlyValue: true });
	});
});
