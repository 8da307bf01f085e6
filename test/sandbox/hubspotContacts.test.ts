import { byId, CONTACTS, problemsIn, useHubspot } from './hubspotWorld';
import { object, objects } from './world';

const { api, call, backstage, contacts, records, provision } = useHubspot();

const PHONE = '+447700900001';
const OTHER = '+447700900002';
const many = <T>(count: number, make: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => make(index));

const update = (...inputs: object[]) => api('POST', `${CONTACTS}/batch/update`, { inputs });
const upsert = (...inputs: object[]) => api('POST', `${CONTACTS}/batch/upsert`, { inputs });
const create = (...inputs: object[]) => api('POST', `${CONTACTS}/batch/create`, { inputs });
const read = (ids: readonly string[], more: object = {}) =>
	api('POST', `${CONTACTS}/batch/read`, { inputs: ids.map((id) => ({ id })), ...more });

describe('the key', () => {
	it.each([undefined, 'Bearer wrong', 'Basic sandbox-hubspot-key'])(
		'%s does not open the account',
		async (authorization) => {
			const headers = authorization === undefined ? {} : { authorization };
			const { status, body } = await call('GET', `/hubspot${CONTACTS}`, undefined, headers);
			expect(status).toBe(401);
			expect(body).toMatchObject({ status: 'error', category: 'INVALID_AUTHENTICATION' });
		},
	);

	it('that ended is told apart', async () => {
		await backstage('PUT', '/key', { expired: true });
		expect(await api('GET', CONTACTS)).toMatchObject({
			status: 401,
			body: { category: 'EXPIRED_AUTHENTICATION' },
		});
		await backstage('PUT', '/key', { expired: false });
		expect((await api('GET', CONTACTS)).status).toBe(200);
	});

	it('without a scope is refused with the scope it lacks', async () => {
		await backstage('PUT', '/key', { scopes: ['crm.objects.contacts.read'] });
		expect((await api('GET', CONTACTS)).status).toBe(200);
		const { status, body } = await create({ properties: { firstname: 'A' } });
		expect(status).toBe(403);
		expect(body['category']).toBe('MISSING_SCOPES');
		expect(objects(body['errors'])[0]?.['context']).toEqual({
			requiredGranularScopes: ['crm.objects.contacts.write'],
		});
	});

	it('opens nothing outside the dated version', async () => {
		const paths = ['/crm/v3/objects/contacts', '/crm/objects/2026-03/contacts', '/crm/v4/x'];
		for (const path of paths) expect((await api('GET', path)).status).toBe(404);
		expect((await api('GET', '/crm/objects/2026-09/unicorns')).status).toBe(400);
	});
});

describe('reading a batch', () => {
	it('gives the properties asked for, null for those without a value', async () => {
		const [id = ''] = await contacts({ firstname: 'Ann', phone: PHONE });
		const answer = await read([id], { properties: ['phone', 'mobilephone'] });
		expect(answer.status).toBe(200);
		expect(byId(answer)[id]).toEqual({
			phone: PHONE,
			mobilephone: null,
			hs_object_id: id,
			createdate: expect.any(String),
			lastmodifieddate: expect.any(String),
		});
	});

	it('tells which ids do not exist, beside the others', async () => {
		const [id = ''] = await contacts({ firstname: 'Ann' });
		const { status, body } = await read([id, '1', '2']);
		expect(status).toBe(200);
		expect(objects(body['results'])).toHaveLength(1);
		expect(body).toMatchObject({ numErrors: 1 });
		expect(objects(body['errors'])[0]).toMatchObject({
			category: 'OBJECT_NOT_FOUND',
			context: { ids: ['1', '2'] },
		});
		await backstage('PATCH', '/settings', { partialStatus: 207 });
		expect((await read([id, '1'])).status).toBe(207);
	});

	it('finds by a unique property, and by no other', async () => {
		await provision();
		const [id] = await contacts({ rcs_phone_e164: PHONE, phone: PHONE });
		expect(Object.keys(byId(await read([PHONE], { idProperty: 'rcs_phone_e164' })))).toEqual([id]);
		expect((await read([PHONE], { idProperty: 'phone' })).status).toBe(400);
		expect((await read([PHONE], { idProperty: 'no_such_property' })).status).toBe(400);
	});

	it('has the history of a property: newest first, with who set it', async () => {
		await provision();
		const [id = ''] = await contacts({ rcs_consent_status: 'opted_in' });
		await update({ id, properties: { rcs_consent_status: 'opted_out' } });
		const { body } = await read([id], { propertiesWithHistory: ['rcs_consent_status'] });
		const [record] = objects(body['results']);
		const history = object(record?.['propertiesWithHistory'])['rcs_consent_status'];
		expect(objects(history).map(({ value, sourceType }) => [value, sourceType])).toEqual([
			['opted_out', 'INTEGRATION'],
			['opted_in', 'CRM_UI'],
		]);
	});

	it('takes 100 ids, 50 with history, and none twice', async () => {
		const ids = many(101, (index) => String(index + 1));
		expect((await read(ids.slice(0, 100))).status).toBe(200);
		expect((await read(ids)).status).toBe(400);
		const history = { propertiesWithHistory: ['phone'] };
		expect((await read(ids.slice(0, 51), history)).body['message']).toContain(
			'property histories is 50',
		);
		expect((await read(['1', '1'])).body).toMatchObject({ context: { ids: ['1'] } });
	});
});

describe('updating a batch', () => {
	it('changes what is named, clears with an empty text, and keeps the rest', async () => {
		await provision();
		const [id = ''] = await contacts({ firstname: 'Ann', rcs_last_campaign: 'spring' });
		const properties = { rcs_last_campaign: '', rcs_phone_e164: PHONE };
		const answer = await update({ id, properties });
		expect(byId(answer)[id]).toMatchObject(properties);
		expect((await records())[0]?.['properties']).toMatchObject({ firstname: 'Ann', ...properties });
	});

	it.each<[string, object, string]>([
		['an unknown property', { nonsense: 'x' }, 'PROPERTY_DOESNT_EXIST'],
		['an unknown option', { rcs_consent_status: 'maybe' }, 'INVALID_OPTION'],
		['what HubSpot computes', { hs_calculated_phone_number: PHONE }, 'READ_ONLY_VALUE'],
		['a text too long', { rcs_last_campaign: 'x'.repeat(65_537) }, 'VALUE_TOO_LONG'],
	])('%s refuses all of it, with JSON in the message', async (_, properties, error) => {
		await provision();
		const [good = '', bad = ''] = await contacts({ firstname: 'A' }, { firstname: 'B' });
		const answer = await update(
			{ id: good, properties: { rcs_last_campaign: 'spring' } },
			{ id: bad, properties },
		);
		expect(answer.status).toBe(400);
		expect(answer.body['category']).toBe('VALIDATION_ERROR');
		expect(problemsIn(answer)).toMatchObject([
			{ isValid: false, error, name: Object.keys(properties)[0] },
		]);
		for (const { properties: kept } of await records())
			expect(kept).not.toHaveProperty('rcs_last_campaign');
	});

	it.each([5, true, null])('%s is no value: they are strings', async (value) => {
		const [id] = await contacts({ firstname: 'A' });
		const answer = await update({ id, properties: { firstname: value } });
		expect(answer).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
	});

	it('refuses all of a batch with an id twice, and more than 100', async () => {
		const [id = ''] = await contacts({ firstname: 'A' });
		const twice = { id, properties: { firstname: 'B' } };
		const { status, body } = await update(twice, twice);
		expect(status).toBe(400);
		expect(body['message']).toBe(`Duplicate IDs found in batch input: [${id}]. IDs must be unique`);
		const inputs = many(101, (index) => ({ id: String(index), properties: {} }));
		expect((await update(...inputs)).status).toBe(400);
		expect((await update()).status).toBe(400);
	});

	it('by a unique property does not create; what is not found is told', async () => {
		await provision();
		const [id = ''] = await contacts({ rcs_phone_e164: PHONE });
		const by = (phone: string) => ({
			id: phone,
			idProperty: 'rcs_phone_e164',
			properties: { rcs_consent_status: 'opted_in' },
		});
		const answer = await update(by(PHONE), by(OTHER));
		expect(byId(answer)[id]).toMatchObject({ rcs_phone_e164: PHONE });
		expect(objects(answer.body['errors'])[0]).toMatchObject({ context: { ids: [OTHER] } });
		expect(await records()).toHaveLength(1);

		await backstage('PATCH', '/settings', { missing: 'notFound' });
		expect(await update(by(PHONE), by(OTHER))).toMatchObject({
			status: 404,
			body: { category: 'OBJECT_NOT_FOUND', context: { ids: [OTHER] } },
		});
	});

	it.each(['hs_object_id', 'phone', 'email', 'nonsense'])('not by %s', async (idProperty) => {
		const answer = await update({ id: '1', idProperty, properties: {} });
		expect(answer).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
	});

	it('names all records in one way', async () => {
		await provision();
		const [id] = await contacts({ rcs_phone_e164: PHONE });
		const byPhone = { id: OTHER, idProperty: 'rcs_phone_e164', properties: {} };
		expect((await update({ id, properties: {} }, byPhone)).status).toBe(400);
	});

	it('a unique value of another record is a conflict', async () => {
		await provision();
		const [, second] = await contacts({ rcs_phone_e164: PHONE }, { firstname: 'B' });
		const answer = await update({ id: second, properties: { rcs_phone_e164: PHONE } });
		expect(answer).toMatchObject({ status: 409, body: { category: 'CONFLICT' } });
	});

	it('the same value again changes nothing', async () => {
		await provision();
		const [id = ''] = await contacts({ firstname: 'A' });
		const input = { id, properties: { rcs_consent_status: 'opted_in' } };
		await update(input);
		const before = await records();
		await update(input);
		expect(await records()).toEqual(before);
	});

	it("an admin's rule holds here too, and can be read", async () => {
		await provision();
		const rule = { ruleType: 'MAX_LENGTH', ruleArguments: ['5'] };
		await backstage('PUT', '/rules/rcs_last_campaign', rule);
		const [id] = await contacts({ firstname: 'A' });
		const answer = await update({ id, properties: { rcs_last_campaign: 'summer' } });
		expect(problemsIn(answer)[0]).toMatchObject({ name: 'rcs_last_campaign' });
		const path = '/crm/property-validations/2026-09/0-1/rcs_last_campaign';
		expect((await api('GET', path)).body['results']).toEqual([rule]);
	});
});

describe('upserting and creating', () => {
	it('says what is new', async () => {
		await provision();
		const [id] = await contacts({ rcs_phone_e164: PHONE });
		const by = (phone: string) => ({
			id: phone,
			idProperty: 'rcs_phone_e164',
			objectWriteTraceId: `trace ${phone}`,
			properties: { rcs_consent_status: 'opted_in' },
		});
		const { status, body } = await upsert(by(PHONE), by(OTHER));
		expect(status).toBe(200);
		const results = objects(body['results']);
		const found = (phone: string) =>
			results.find(({ objectWriteTraceId }) => objectWriteTraceId === `trace ${phone}`);
		expect(found(PHONE)).toMatchObject({ id, new: false });
		expect(found(OTHER)).toMatchObject({ new: true, properties: { rcs_phone_e164: OTHER } });
		expect((await upsert({ id: '1', properties: {} })).status).toBe(400);
	});

	it('without trace ids one bad row refuses all, with them only itself', async () => {
		const good = { properties: { firstname: 'A' } };
		const bad = { properties: { nonsense: 'x' } };
		expect((await create(good, bad)).status).toBe(400);
		expect(await records()).toHaveLength(0);

		const { status, body } = await create(
			{ ...good, objectWriteTraceId: 'a' },
			{ ...bad, objectWriteTraceId: 'b' },
		);
		expect(status).toBe(200);
		expect(objects(body['results'])).toMatchObject([{ objectWriteTraceId: 'a' }]);
		expect(objects(body['errors'])).toMatchObject([
			{ category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['b'] } },
		]);
		expect(await records()).toHaveLength(1);
		expect((await create(good)).status).toBe(201);
	});

	it('an e-mail address is one contact', async () => {
		await contacts({ email: 'ann@example.com' });
		const answer = await create({ properties: { email: 'Ann@example.com' } });
		expect(answer).toMatchObject({ status: 409, body: { category: 'CONFLICT' } });
	});
});

describe('what becomes of contacts', () => {
	it('a merged one is found under its old id alone, not in a batch', async () => {
		const [loser = '', winner = ''] = await contacts({ phone: PHONE }, { firstname: 'B' });
		await backstage('POST', `/contacts/${loser}/merge`, { into: winner });
		expect((await api('GET', `${CONTACTS}/${loser}?properties=phone`)).body).toMatchObject({
			id: winner,
			properties: { phone: PHONE },
		});
		const { body } = await read([loser, winner]);
		expect(objects(body['errors'])[0]).toMatchObject({ context: { ids: [loser] } });
	});

	it('a deleted one is gone', async () => {
		const [id = ''] = await contacts({ firstname: 'A' });
		await backstage('DELETE', `/contacts/${id}`);
		expect((await api('GET', `${CONTACTS}/${id}`)).status).toBe(404);
		expect(objects((await update({ id, properties: {} })).body['errors'])).toHaveLength(1);
	});

	it('one at a time, and page by page', async () => {
		const { status, body } = await api('POST', CONTACTS, { properties: { firstname: 'A' } });
		expect(status).toBe(201);
		const path = `${CONTACTS}/${String(body['id'])}`;
		await api('PATCH', path, { properties: { firstname: 'B' } });
		expect((await api('GET', path)).body).toMatchObject({ properties: { firstname: 'B' } });
		await contacts({ firstname: 'C' });
		const page = (await api('GET', `${CONTACTS}?limit=1`)).body;
		const { after } = object(object(page['paging'])['next']);
		const rest = (await api('GET', `${CONTACTS}?limit=1&after=${String(after)}`)).body;
		expect(objects(rest['results'])).toMatchObject([{ properties: { firstname: 'C' } }]);
		expect(rest).not.toHaveProperty('paging');
		expect((await api('DELETE', path)).status).toBe(204);
		expect((await api('GET', path)).status).toBe(404);
	});
});
