import { CONTACTS, EVENTS, useHubspot } from './hubspotWorld';
import { object, objects } from './world';

const { api, call, backstage, contacts, provision } = useHubspot();

const PHONE = '+447700900001';
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
