import type { JsonObject } from '../../sandbox/json';
import { DATA, outcomes, PHONE, refused, typed, useOrg } from './salesforceWorld';
import { object, objects } from './world';
import { until } from '../until';

const { call, org, admin, contact, provision, records, upsertContacts } = useOrg();

beforeEach(() => provision());

const upsert = (referenceId: string, rows: readonly JsonObject[]): JsonObject => ({
	method: 'PATCH',
	url: `${DATA}/composite/sobjects/Contact/RCS_Phone_E164__c`,
	referenceId,
	body: { records: rows.map(typed('Contact')) },
});
const composite = (compositeRequest: readonly JsonObject[], allOrNone = false) =>
	org('POST', '/composite', { compositeRequest, allOrNone });
const answers = (body: JsonObject) => objects(body['compositeResponse']);

const good = { RCS_Phone_E164__c: PHONE, LastName: 'Good' };
const bad = { RCS_Phone_E164__c: '+447700900002' };

describe('a composite request', () => {
	it('carries out each part, and answers in their order', async () => {
		const { status, body } = await composite([
			upsert('one', [good]),
			upsert('two', [bad]),
			{ method: 'GET', url: `${DATA}/sobjects/Nothing`, referenceId: 'three' },
		]);
		expect(status).toBe(200);
		expect(answers(body)).toMatchObject([
			{ referenceId: 'one', httpStatusCode: 200, body: [{ success: true, created: true }] },
			{ referenceId: 'two', httpStatusCode: 200, body: [{ success: false }] },
			{ referenceId: 'three', httpStatusCode: 404, body: [{ errorCode: 'NOT_FOUND' }] },
		]);
	});

	it('holds at most 25 parts, 5 of them collections or queries', async () => {
		const limits = (index: number) => ({
			...{ method: 'GET', url: `${DATA}/limits`, referenceId: `r${index}` },
		});
		const many = (count: number) => Array.from({ length: count }, (_, index) => limits(index));
		expect((await composite(many(25))).status).toBe(200);
		expect(await composite(many(26))).toMatchObject(refused(400, 'LIMIT_EXCEEDED'));
		const collections = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => upsert(id, []));
		expect((await composite(collections.slice(1))).status).toBe(200);
		expect(await composite(collections)).toMatchObject(refused(400, 'LIMIT_EXCEEDED'));
	});

	it('has every reference id once, and no Bulk or Tooling API in it', async () => {
		expect(await composite([upsert('a', []), upsert('a', [])])).toMatchObject(
			refused(400, 'INVALID_INPUT'),
		);
		const other = (url: string) => composite([{ method: 'POST', url, referenceId: 'a' }]);
		expect(await other(`${DATA}/jobs/ingest`)).toMatchObject(refused(400, 'INVALID_INPUT'));
		expect(await other(`${DATA}/tooling/sobjects/CustomField`)).toMatchObject(
			refused(400, 'INVALID_INPUT'),
		);
	});

	it('puts what one part answered into the next', async () => {
		const id = await contact({ RCS_Phone_E164__c: PHONE });
		const { body } = await composite([
			{
				...{ method: 'POST', url: `${DATA}/sobjects/RCS_Message__c`, referenceId: 'made' },
				body: { Message_Key__c: 'm1', Contact__c: id },
			},
			{ method: 'GET', url: `${DATA}/sobjects/RCS_Message__c/@{made.id}`, referenceId: 'read' },
			{ method: 'GET', url: `${DATA}/sobjects/RCS_Message__c/@{none.id}`, referenceId: 'lost' },
		]);
		expect(answers(body)).toMatchObject([
			{ httpStatusCode: 201 },
			{ httpStatusCode: 200, body: { Message_Key__c: 'm1' } },
			{ httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
		]);
	});

	it('undoes every part with allOrNone when a row of one fails', async () => {
		const { body } = await composite([upsert('one', [good]), upsert('two', [bad])], true);
		expect(answers(body)).toMatchObject([
			{ httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
			{ body: [{ errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] }] },
		]);
		expect(await records('Contact')).toEqual([]);
	});
});

describe('locks', () => {
	const message = (key: string) =>
		org('PATCH', '/composite/sobjects/RCS_Message__c/Message_Key__c', {
			records: [
				typed('RCS_Message__c')({
					...{ Message_Key__c: key, Contact__r: { RCS_Phone_E164__c: PHONE } },
				}),
			],
		});

	it('of two requests on one parent the later one fails its rows', async () => {
		await contact({ RCS_Phone_E164__c: PHONE });
		await admin('PUT', '/pace', { writeMs: 20_000 });
		const earlier = message('m1');
		await until(async () => (await records('RCS_Message__c')).length === 1);
		expect(outcomes(await message('m2'))).toEqual(['UNABLE_TO_LOCK_ROW']);
		expect(outcomes(await earlier)).toEqual(['created']);
		await admin('PUT', '/pace', { writeMs: 0 });
		expect(outcomes(await message('m3'))).toEqual(['created']);
	});

	it('a record an admin works on fails alone', async () => {
		const id = await contact({ RCS_Phone_E164__c: PHONE });
		await admin('PUT', `/locks/${id}`);
		const rows = [good, { ...bad, LastName: 'Other' }];
		const locked = await upsertContacts(rows);
		expect(outcomes(locked)).toEqual(['UNABLE_TO_LOCK_ROW', 'created']);
		expect(JSON.stringify(locked.body)).toContain(`or 1 records: ${id}`);
		await admin('DELETE', `/locks/${id}`);
		expect(outcomes(await upsertContacts(rows))).toEqual(['updated', 'updated']);
	});
});

describe('faults', () => {
	const fault = (order: object) =>
		call('POST', '/sandbox/faults', { provider: 'salesforce', ...order });

	it.each([
		['resetBefore', 0],
		['resetAfter', 1],
	])('%s breaks the connection with %i records committed', async (kind, committed) => {
		await fault({ kind, path: '/services/data/v66.0/composite' });
		await expect(upsertContacts([good])).rejects.toThrow();
		expect(await records('Contact')).toHaveLength(committed);
		expect(outcomes(await upsertContacts([good]))).toEqual([committed ? 'updated' : 'created']);
	});

	it('come in the words of Salesforce', async () => {
		await fault({ kind: 'status', status: 503 });
		expect(await upsertContacts([good])).toMatchObject(refused(503, 'SERVER_UNAVAILABLE'));
	});
});

it('answers are lists of errors, whatever is wrong', async () => {
	expect(await org('GET', '/nothing')).toMatchObject(refused(404, 'NOT_FOUND'));
	expect(await org('GET', '/services/data/v20.0/limits')).toMatchObject(refused(404, 'NOT_FOUND'));
	expect(await org('PUT', '/limits')).toMatchObject(refused(405, 'METHOD_NOT_ALLOWED'));
	expect(await org('POST', '/composite', '{')).toMatchObject(refused(400, 'JSON_PARSER_ERROR'));
	const headers = { 'content-type': 'text/plain' };
	expect(await org('POST', '/composite', 'x', headers)).toMatchObject(
		refused(415, 'UNSUPPORTED_MEDIA_TYPE'),
	);
	expect(object((await upsertContacts([])).body)).toEqual({ list: [] });
});
