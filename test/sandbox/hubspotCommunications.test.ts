import { useHubspot } from './hubspotWorld';
import { objects } from './world';

const { api, backstage, contacts, records } = useHubspot();

const COMMUNICATIONS = '/crm/objects/2026-09/communications';
const ASSOCIATIONS = '/crm/associations/2026-09/contacts/communications/batch/read';

describe('communications', () => {
	const log = (contact: unknown, properties: object = {}) => ({
		properties: {
			hs_communication_channel_type: 'SMS',
			hs_communication_logged_from: 'CRM',
			hs_communication_body: '<p>Hello</p>',
			hs_timestamp: '2026-11-21T10:00:00Z',
			...properties,
		},
		associations: [
			{
				to: { id: contact },
				types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 81 }],
			},
		],
	});
	const create = (...inputs: object[]) => api('POST', `${COMMUNICATIONS}/batch/create`, { inputs });

	it('belong to a contact, and are found by it', async () => {
		const [id, other] = await contacts({ firstname: 'Ann' }, { firstname: 'Bob' });
		const { status, body } = await create(log(id), log(other));
		expect(status).toBe(201);
		const created = objects(body['results']);
		expect(created).toHaveLength(2);
		const found = await api('POST', `${COMMUNICATIONS}/search`, {
			filterGroups: [
				{ filters: [{ propertyName: 'associations.contact', operator: 'EQ', value: id }] },
			],
		});
		expect(found.body['total']).toBe(1);
		const [mine] = objects(found.body['results']);
		const linked = await api('POST', ASSOCIATIONS, { inputs: [{ id }] });
		const [{ to } = {}] = objects(linked.body['results']);
		expect(objects(to)).toMatchObject([{ toObjectId: mine?.['id'] }]);
		const stored = (await records()).filter(({ object: type }) => type === 'communications');
		expect(stored).toMatchObject([{ contacts: [id] }, { contacts: [other] }]);
	});

	const associated = (...inputs: object[]) => api('POST', ASSOCIATIONS, { inputs });

	it('of several contacts are asked for at once: 1,000 a request, some of each a page', async () => {
		const [id, other] = await contacts({ firstname: 'Ann' }, { firstname: 'Bob' });
		await create(log(id), log(id), log(id));
		await backstage('PATCH', '/settings', { associationsPerPage: 2 });
		const { status, body } = await associated({ id }, { id: other });
		expect(status).toBe(200);
		expect(objects(body['results'])).toMatchObject([
			{ from: { id }, to: [{}, {}], paging: { next: { after: '2' } } },
		]);
		expect(body).toMatchObject({
			numErrors: 1,
			errors: [
				{
					category: 'OBJECT_NOT_FOUND',
					subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
					context: { fromObjectId: [other] },
				},
			],
		});
		const rest = objects((await associated({ id, after: '2' })).body['results']);
		expect(rest).toMatchObject([{ to: [{}] }]);
		expect(rest[0]).not.toHaveProperty('paging');
		const many = (count: number) => Array.from({ length: count }, (_, i) => ({ id: String(i) }));
		expect((await associated(...many(1000))).status).toBe(200);
		expect((await associated(...many(1001))).status).toBe(400);
		await backstage('PATCH', '/settings', { partialStatus: 207 });
		expect((await associated({ id: other })).status).toBe(207);
	});

	it('may be found among those of their contact only after a while', async () => {
		const [id] = await contacts({ firstname: 'Ann' });
		await backstage('PATCH', '/settings', { associationLagMs: 5000 });
		await create(log(id));
		const found = async () => objects((await associated({ id })).body['results']);
		expect(await found()).toEqual([]);
		await backstage('POST', '/clock', { advanceSeconds: 6 });
		expect(await found()).toMatchObject([{ to: [{}] }]);
	});

	it('need the scopes of contacts', async () => {
		const [id] = await contacts({ firstname: 'Ann' });
		const [{ id: logged } = {}] = objects((await create(log(id))).body['results']);
		await backstage('PUT', '/key', { scopes: ['crm.objects.contacts.read'] });
		const inputs = [{ id: logged, properties: {} }];
		expect((await api('POST', `${COMMUNICATIONS}/batch/update`, { inputs })).status).toBe(403);
		await backstage('PUT', '/key', { scopes: ['crm.objects.contacts.write'] });
		expect((await associated({ id })).status).toBe(403);
		expect((await api('POST', `${COMMUNICATIONS}/batch/read`, { inputs: [] })).status).toBe(403);
	});

	it('are read and updated 100 at once; those that do not exist are told', async () => {
		const [id] = await contacts({ firstname: 'Ann' });
		const [{ id: logged } = {}] = objects((await create(log(id))).body['results']);
		const read = (...ids: unknown[]) =>
			api('POST', `${COMMUNICATIONS}/batch/read`, {
				properties: ['hs_communication_body'],
				inputs: ids.map((one) => ({ id: one })),
			});
		const { status, body } = await read(logged, '1');
		expect(status).toBe(200);
		expect(body).toMatchObject({
			results: [{ id: logged, properties: { hs_communication_body: '<p>Hello</p>' } }],
			errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['1'] } }],
		});
		const many = Array.from({ length: 101 }, (_, i) => ({ id: String(i), properties: {} }));
		expect((await read(...many.map((one) => one.id))).status).toBe(400);
		const update = (inputs: object[]) => api('POST', `${COMMUNICATIONS}/batch/update`, { inputs });
		expect((await update(many)).status).toBe(400);
		const long = { hs_communication_body: 'x'.repeat(65_537) };
		expect((await update([{ id: logged, properties: long }])).status).toBe(400);
	});

	it('grow over the day, and move with a merged contact', async () => {
		const [id = '', winner] = await contacts({ firstname: 'Ann' }, { firstname: 'Ann' });
		const [{ id: logged } = {}] = objects((await create(log(id))).body['results']);
		const properties = { hs_communication_body: 'Hello again' };
		const inputs = [{ id: logged, properties }];
		await api('POST', `${COMMUNICATIONS}/batch/update`, { inputs });
		await backstage('POST', `/contacts/${id}/merge`, { into: winner });
		const stored = (await records()).find(({ object: type }) => type === 'communications');
		expect(stored).toMatchObject({ contacts: [winner], properties });
	});

	it.each<[string, object]>([
		['a channel HubSpot does not have', { hs_communication_channel_type: 'RCS' }],
		['no time', { hs_timestamp: '' }],
		['what is no time', { hs_timestamp: 'today' }],
	])('%s: 400', async (_, properties) => {
		const [id] = await contacts({ firstname: 'Ann' });
		expect((await create(log(id, properties))).status).toBe(400);
	});

	it('of nobody: 404', async () => {
		expect((await create(log('1'))).status).toBe(404);
	});
});
