import { CONTACTS, EVENTS, useHubspot } from './hubspotWorld';
import { object, objects } from './world';

const { api, call, backstage, contacts, records, provision } = useHubspot();

const PHONE = '+447700900001';
const COMMUNICATIONS = '/crm/objects/2026-09/communications';
const ASSOCIATIONS = '/crm/associations/2026-09/contacts/communications/batch/read';
const NAME = 'pe4010_rcs_event';

const definition = {
	label: 'RCS event',
	name: 'rcs_event',
	primaryObject: 'CONTACT',
	propertyDefinitions: [
		{ name: 'phone', label: 'Phone', type: 'string' },
		{ name: 'kind', label: 'Kind', type: 'string' },
	],
	customMatchingId: {
		primaryObjectRule: { eventPropertyName: 'phone', targetObjectPropertyName: 'rcs_phone_e164' },
	},
};
const define = (more: object = {}) =>
	api('POST', `${EVENTS}/event-definitions`, { ...definition, ...more });
const send = (...inputs: object[]) => api('POST', `${EVENTS}/send/batch`, { inputs });
const event = (uuid: string, more: object = {}) => ({
	eventName: NAME,
	uuid,
	occurredAt: '2026-11-21T10:00:00Z',
	properties: { phone: PHONE, kind: 'delivered' },
	...more,
});
const oracle = async () => (await call('GET', '/sandbox/crm/hubspot/events')).body;

describe('custom events', () => {
	it('are defined once', async () => {
		await provision();
		expect(await define()).toMatchObject({ status: 201, body: { fullyQualifiedName: NAME } });
		expect((await define()).status).toBe(409);
		const path = `${EVENTS}/event-definitions`;
		const listed = (await api('GET', `${path}?searchString=rcs`)).body;
		expect(listed).toMatchObject({ total: 1 });
		expect(objects(listed['results'])[0]).not.toHaveProperty('properties');
		expect((await api('GET', `${path}?searchString=other`)).body).toMatchObject({ total: 0 });
		const text = { name: 'text', label: 'Text', type: 'string' };
		expect((await api('POST', `${path}/${NAME}/property`, text)).status).toBe(201);
		expect((await api('POST', `${path}/${NAME}/property`, text)).status).toBe(409);
		const withProperties = (await api('GET', `${path}?includeProperties=true`)).body;
		expect(objects(objects(withProperties['results'])[0]?.['properties'])).toHaveLength(3);
		expect((await api('GET', `${path}/${NAME}`)).body).toMatchObject({ name: 'rcs_event' });
		expect((await api('DELETE', `${path}/rcs_event`)).status).toBe(204);
		expect((await api('GET', `${path}/rcs_event`)).status).toBe(404);
		expect((await define({ name: 'RCS event' })).status).toBe(400);
	});

	it('find their contact by the rule, by id, by e-mail; others are dropped in silence', async () => {
		await provision();
		await define();
		const [id] = await contacts({ rcs_phone_e164: PHONE, email: 'ann@example.com' });
		const stranger = { phone: '+447700900002' };
		const { status, body } = await send(
			event('a'),
			event('b', { objectId: id, properties: { kind: 'read', nonsense: 'x' } }),
			event('c', { email: 'ann@example.com', properties: {} }),
			event('d', { properties: stranger }),
		);
		expect([status, body]).toEqual([204, {}]);
		expect(objects((await oracle())['events'])).toMatchObject([
			{ uuid: 'a', contactId: id, properties: { phone: PHONE, kind: 'delivered' } },
			{ uuid: 'b', contactId: id, properties: { kind: 'read' }, ignored: ['nonsense'] },
			{ uuid: 'c', contactId: id },
			{ uuid: 'd' },
		]);
		const path = '/events/event-occurrences/2026-09';
		const readBack = await api('GET', `${path}?objectType=contact&objectId=${id}&limit=2`);
		expect(objects(readBack.body['results'])).toHaveLength(2);
		const all = objects((await api('GET', path)).body['results']);
		expect(all).toHaveLength(3);
	});

	it('sent twice are there twice: the oracle tells how many there are', async () => {
		await provision();
		await define();
		await send(event('a'), event('b'));
		await send(event('a'));
		expect(await oracle()).toMatchObject({ count: 3, uuids: 2 });
	});

	it('are read back after a while', async () => {
		await provision();
		await define();
		await backstage('PATCH', '/settings', { eventLagMs: 5000 });
		await contacts({ rcs_phone_e164: PHONE });
		await send(event('a'));
		const readBack = async () =>
			objects((await api('GET', '/events/event-occurrences/2026-09')).body['results']);
		expect(await readBack()).toHaveLength(0);
		await backstage('POST', '/clock', { advanceSeconds: 6 });
		expect(await readBack()).toHaveLength(1);
	});

	it('500 a request, with texts, 50 properties, a known name and a time', async () => {
		await provision();
		await define();
		const many = (count: number) => Array.from({ length: count }, (_, index) => event(`${index}`));
		expect((await send(...many(500))).status).toBe(204);
		const wrong = [
			many(501),
			[event('a', { properties: { kind: 5 } })],
			[event('a', { eventName: 'rcs_event' })],
			[event('a', { occurredAt: 'yesterday' })],
			[
				event('a', {
					properties: Object.fromEntries(many(51).map(({ uuid }) => [`p${uuid}`, 'x'])),
				}),
			],
		];
		for (const inputs of wrong) expect((await send(...inputs)).status).toBe(400);
		expect(await oracle()).toMatchObject({ count: 500 });
	});

	it('need the enterprise tier', async () => {
		await backstage('PATCH', '/settings', { tier: 'professional' });
		expect((await define()).status).toBe(403);
		expect(await send(event('a'))).toMatchObject({ status: 403, body: { status: 'error' } });
	});
});

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

describe('the page', () => {
	it('shows contacts with their synced fields and what happened', async () => {
		await provision();
		await define();
		const [id] = await contacts({ firstname: 'Ann', lastname: 'Lee', phone: PHONE });
		const properties = { rcs_consent_status: 'opted_in', rcs_phone_e164: PHONE };
		await api('POST', `${CONTACTS}/batch/update`, { inputs: [{ id, properties }] });
		await send(event('a'));
		const { body } = await call('GET', '/sandbox/crm/hubspot/contacts');
		expect(objects(body['contacts'])).toEqual([
			{
				id,
				object: 'contacts',
				name: 'Ann Lee',
				phone: PHONE,
				fields: { 'RCS phone (E.164)': PHONE, 'RCS consent status': 'Opted in' },
				consentField: {
					name: 'rcs_consent_status',
					label: 'RCS consent status',
					value: 'opted_in',
					options: [
						{ value: 'opted_in', label: 'Opted in' },
						{ value: 'opted_out', label: 'Opted out' },
					],
				},
				timeline: [
					{
						at: '2026-11-21T10:00:00Z',
						title: 'RCS event',
						facts: { Phone: PHONE, Kind: 'delivered' },
					},
				],
			},
		]);
	});

	it('adds a contact and edits its consent, as a person', async () => {
		await provision();
		const path = '/sandbox/crm/hubspot/contacts';
		const added = await call('POST', path, { name: 'Ann Lee', phone: '+44 7700 900001' });
		const [{ id } = {}] = objects(added.body['contacts']);
		const consent = `${path}/contacts/${String(id)}/consent`;
		expect((await call('PUT', consent, { value: 'opted_out' })).status).toBe(200);
		expect((await call('PUT', consent, { value: 'maybe' })).status).toBe(400);
		expect((await call('POST', path, { name: 'Ann', phone: 'none' })).status).toBe(400);
		const history = await api(
			'GET',
			`${CONTACTS}/${String(id)}?propertiesWithHistory=rcs_consent_status`,
		);
		const versions = object(history.body['propertiesWithHistory'])['rcs_consent_status'];
		expect(objects(versions)).toMatchObject([{ value: 'opted_out', sourceType: 'CRM_UI' }]);
	});
});
