import { PHONE, refused, useOrg } from './salesforceWorld';
import { until } from '../until';

const { url, org, admin, contact, provision, records, signIn } = useOrg();

beforeEach(() => provision());

const JOBS = '/jobs/ingest';
const upsertContacts = {
	...{ operation: 'upsert', object: 'Contact', externalIdFieldName: 'RCS_Phone_E164__c' },
	...{ contentType: 'CSV', lineEnding: 'LF' },
};
const upsertMessages = {
	...upsertContacts,
	...{ object: 'RCS_Message__c', externalIdFieldName: 'Message_Key__c' },
};

const open = async (job: object): Promise<string> =>
	String((await org('POST', JOBS, job)).body['id']);
const upload = (id: string, csv: string) =>
	org('PUT', `${JOBS}/${id}/batches`, csv, { 'content-type': 'text/csv' });
const close = (id: string) => org('PATCH', `${JOBS}/${id}`, { state: 'UploadComplete' });

async function over(id: string) {
	return until(async () => {
		const { body } = await org('GET', `${JOBS}/${id}`);
		return !['UploadComplete', 'InProgress'].includes(String(body['state'])) && body;
	});
}

/** Runs a job to its end. */
async function run(job: object, csv: string) {
	const id = await open(job);
	await upload(id, csv);
	await close(id);
	return { id, job: await over(id) };
}

async function results(id: string, kind: string): Promise<string> {
	const response = await fetch(`${url()}/salesforce/services/data/v66.0${JOBS}/${id}/${kind}`, {
		headers: { authorization: `Bearer ${await signIn()}` },
	});
	expect(response.headers.get('content-type')).toContain('text/csv');
	return response.text();
}

describe('a job', () => {
	it('goes through its states, and gives each row its result', async () => {
		const known = await contact({ RCS_Phone_E164__c: PHONE });
		const id = await open(upsertContacts);
		expect((await upload(id, 'RCS_Phone_E164__c,LastName\n')).status).toBe(201);
		expect((await close(id)).body).toMatchObject({ id, state: 'UploadComplete' });
		expect(await over(id)).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 0 });

		const { id: second, job } = await run(
			upsertContacts,
			[
				'RCS_Phone_E164__c,LastName,RCS_Last_Campaign__c',
				`${PHONE},"Comma, ""quoted""",spring`,
				'+447700900002,,',
				'"+447700900003","Two\nlines",',
				'+447700900004,Long,far too long a name\n',
			].join('\n'),
		);
		expect(job).toMatchObject({ numberRecordsProcessed: 4, numberRecordsFailed: 2 });
		const made = (await records('Contact'))[1]?.['Id'];
		expect(await results(second, 'successfulResults')).toBe(
			[
				'"sf__Id","sf__Created","RCS_Phone_E164__c","LastName","RCS_Last_Campaign__c"',
				`"${known}","false","${PHONE}","Comma, ""quoted""","spring"`,
				`"${String(made)}","true","+447700900003","Two\nlines",""\n`,
			].join('\n'),
		);
		expect(await results(second, 'failedResults')).toBe(
			[
				'"sf__Id","sf__Error","RCS_Phone_E164__c","LastName","RCS_Last_Campaign__c"',
				'"","REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --","+447700900002","",""',
				'"","STRING_TOO_LONG:RCS last campaign: data value too large: far too long a name (max length=10):RCS_Last_Campaign__c --","+447700900004","Long","far too long a name"\n',
			].join('\n'),
		);
		expect(await results(second, 'unprocessedrecords')).toBe(
			'"RCS_Phone_E164__c","LastName","RCS_Last_Campaign__c"\n',
		);
	});

	it('leaves a field as it is for nothing, and empties it for #N/A', async () => {
		await contact({ RCS_Phone_E164__c: PHONE, Title: 'Kept', RCS_Last_Campaign__c: 'spring' });
		await run(
			upsertContacts,
			`RCS_Phone_E164__c,Title,RCS_Last_Campaign__c,RCS_Reachable__c\n${PHONE},,#N/A,true\n`,
		);
		expect(await records('Contact')).toMatchObject([
			{ Title: 'Kept', RCS_Last_Campaign__c: null, RCS_Reachable__c: true },
		]);
	});

	it('names parents by their external id, and fails every copy of its own', async () => {
		const parent = await contact({ RCS_Phone_E164__c: PHONE });
		const { id } = await run(
			{ ...upsertMessages, lineEnding: 'CRLF' },
			[
				'Message_Key__c,Contact__r.RCS_Phone_E164__c',
				`m1,${PHONE}`,
				'm2,+447700900009',
				`m3,${PHONE}`,
				`m3,${PHONE}`,
			].join('\r\n'),
		);
		expect(await records('RCS_Message__c')).toMatchObject([{ Contact__c: parent }]);
		const failed = await results(id, 'failedResults');
		expect(failed).toContain('INVALID_FIELD:Foreign key external ID: +447700900009 not found');
		expect(failed.match(/DUPLICATE_VALUE/g)).toHaveLength(2);
	});

	it('fails rows that somebody else has locked', async () => {
		const id = await contact({ RCS_Phone_E164__c: PHONE });
		await admin('PUT', `/locks/${id}`);
		const { id: job } = await run(upsertContacts, `RCS_Phone_E164__c,Title\n${PHONE},New\n`);
		expect(await results(job, 'failedResults')).toContain('UNABLE_TO_LOCK_ROW');
	});

	it.each([
		[
			'a column that is no field',
			'RCS_Phone_E164__c,Nothing\n+447700900001,x\n',
			'Field name not found : Nothing',
		],
		[
			'another line ending',
			'RCS_Phone_E164__c,Title\r\n+447700900001,x\r\n',
			'LineEnding is invalid',
		],
		['a quote that stays open', 'RCS_Phone_E164__c,Title\n"+447700900001,x\n', 'quote'],
		['a row of other length', 'RCS_Phone_E164__c,Title\n+447700900001\n', 'Row 1'],
	])('fails as a whole for %s', async (_name, csv, words) => {
		await contact({ RCS_Phone_E164__c: PHONE });
		const { job } = await run(upsertContacts, csv);
		expect(job).toMatchObject({ state: 'Failed', errorMessage: expect.stringContaining(words) });
	});

	it('does only what its state allows', async () => {
		const id = await open(upsertContacts);
		const wrongState = refused(400, 'INVALIDJOBSTATE');
		expect(await org('GET', `${JOBS}/${id}/failedResults`)).toMatchObject(wrongState);
		await upload(id, 'RCS_Phone_E164__c\n');
		expect(await upload(id, 'RCS_Phone_E164__c\n')).toMatchObject(wrongState);
		await close(id);
		expect(await close(id)).toMatchObject(wrongState);
		expect(await upload(id, 'RCS_Phone_E164__c\n')).toMatchObject(wrongState);
		await over(id);
		expect(await org('PATCH', `${JOBS}/${id}`, { state: 'Aborted' })).toMatchObject(wrongState);
		expect((await org('DELETE', `${JOBS}/${id}`)).status).toBe(204);
		expect(await org('GET', `${JOBS}/${id}`)).toMatchObject(refused(404, 'NOT_FOUND'));
	});

	it('can be given up before it is closed', async () => {
		const id = await open(upsertContacts);
		const aborted = await org('PATCH', `${JOBS}/${id}`, { state: 'Aborted' });
		expect(aborted.body).toMatchObject({ state: 'Aborted' });
	});

	it.each([
		['no such object', { object: 'Nothing' }],
		['a field that is no external id', { externalIdFieldName: 'LastName' }],
		['another format', { contentType: 'JSON' }],
		['another operation', { operation: 'merge' }],
	])('is not opened for %s', async (_name, change) => {
		expect(await org('POST', JOBS, { ...upsertContacts, ...change })).toMatchObject(
			refused(400, 'INVALIDJOB'),
		);
	});

	it('takes CSV only', async () => {
		const id = await open(upsertContacts);
		expect(await org('PUT', `${JOBS}/${id}/batches`, {})).toMatchObject(
			refused(415, 'UNSUPPORTED_MEDIA_TYPE'),
		);
	});
});
