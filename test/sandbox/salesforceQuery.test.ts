import { PHONE, refused, useOrg } from './salesforceWorld';
import { objects } from './world';

const { org, admin, contact, provision, query } = useOrg();

const soql = (text: string, headers = {}) =>
	org('GET', `/query?q=${encodeURIComponent(text)}`, undefined, headers);
const names = async (where: string) =>
	(await query(`SELECT LastName FROM Contact ${where}`)).map(({ LastName }) => LastName);

describe('a query', () => {
	beforeEach(async () => {
		await provision();
		await contact({ LastName: 'Ash', RCS_Sent_Count__c: 3, RCS_Phone_E164__c: PHONE });
		await contact({ LastName: 'Birch', RCS_Sent_Count__c: 1, RCS_Reachable__c: true });
		await contact({ LastName: "O'Cedar", RCS_Last_Sent_At__c: '2026-11-21T06:00:00Z' });
	});

	it.each([
		["WHERE LastName = 'ash'", ['Ash']],
		["WHERE LastName != 'Ash' ORDER BY LastName DESC", ["O'Cedar", 'Birch']],
		[String.raw`WHERE LastName = 'O\'Cedar'`, ["O'Cedar"]],
		["WHERE LastName IN ('Ash', 'Birch') ORDER BY LastName", ['Ash', 'Birch']],
		["WHERE LastName NOT IN ('Ash', 'Birch')", ["O'Cedar"]],
		["WHERE LastName LIKE 'B%'", ['Birch']],
		['WHERE RCS_Sent_Count__c >= 1 AND RCS_Sent_Count__c < 3', ['Birch']],
		['WHERE RCS_Reachable__c = TRUE', ['Birch']],
		['WHERE RCS_Last_Sent_At__c >= 2026-11-21T07:00:00+01:00', ["O'Cedar"]],
		['WHERE RCS_Last_Sent_At__c > 2026-11-21T06:00:00.000Z', []],
		["WHERE (LastName = 'Ash' OR RCS_Reachable__c = true) AND RCS_Phone_E164__c = null", ['Birch']],
		['ORDER BY RCS_Sent_Count__c NULLS LAST, LastName LIMIT 2', ['Birch', 'Ash']],
		['ORDER BY RCS_Sent_Count__c LIMIT 1', ["O'Cedar"]],
		["WHERE NOT (LastName = 'Ash') ORDER BY LastName LIMIT 1 OFFSET 1", ["O'Cedar"]],
	])('understands %s', async (where, found) => {
		expect(await names(where)).toEqual(found);
	});

	it('reaches the fields of parents', async () => {
		await org('POST', '/sobjects/RCS_Message__c', {
			...{ Message_Key__c: 'm1', Contact__r: { RCS_Phone_E164__c: PHONE } },
		});
		const where = `WHERE Contact__r.RCS_Phone_E164__c = '${PHONE}'`;
		expect(await query(`SELECT Name, Contact__r.LastName FROM RCS_Message__c ${where}`)).toEqual([
			{
				attributes: { type: 'RCS_Message__c', url: expect.stringContaining('/sobjects/') },
				Name: 'RCS-0001',
				Contact__r: { LastName: 'Ash' },
			},
		]);
	});

	it('shows times with their offset, and changes in SystemModstamp', async () => {
		const [record] = await query("SELECT SystemModstamp FROM Contact WHERE LastName = 'Ash'");
		const stamp = String(record?.['SystemModstamp']);
		expect(stamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/);
		const since = stamp.replace('+0000', 'Z');
		expect(await names(`WHERE SystemModstamp >= ${since} ORDER BY SystemModstamp, Id`)).toContain(
			'Ash',
		);
	});

	it('tells more than a page in pages', async () => {
		const more = Array.from({ length: 247 }, (_, index) => ({
			attributes: { type: 'Contact' },
			LastName: `Person ${index}`,
		}));
		await org('POST', '/composite/sobjects', { records: more.slice(0, 200) });
		await org('POST', '/composite/sobjects', { records: more.slice(200) });
		const headers = { 'sforce-query-options': 'batchSize=200' };
		const first = await soql('SELECT Id FROM Contact ORDER BY Id', headers);
		expect(first.body).toMatchObject({ totalSize: 250, done: false });
		const rest = await org('GET', String(first.body['nextRecordsUrl']));
		expect(rest.body).toMatchObject({ totalSize: 250, done: true });
		const ids = [first, rest].flatMap(({ body }) => objects(body['records']).map(({ Id }) => Id));
		expect(new Set(ids).size).toBe(250);
		expect((await soql('SELECT COUNT() FROM Contact')).body).toMatchObject({ totalSize: 250 });
	});

	it.each([
		['SELECT Id FROM Nothing', 'INVALID_TYPE'],
		['SELECT Nothing FROM Contact', 'INVALID_FIELD'],
		["SELECT Id FROM Contact WHERE RCS_Sent_Count__c = '1'", 'INVALID_FIELD'],
		['SELECT Id FROM Contact WHERE LastName = 1', 'INVALID_FIELD'],
		["SELECT Id FROM Contact WHERE SystemModstamp > '2026-11-21T06:00:00Z'", 'INVALID_FIELD'],
		['SELECT Id Contact', 'MALFORMED_QUERY'],
		["SELECT Id FROM Contact WHERE LastName = 'x", 'MALFORMED_QUERY'],
		["SELECT Id FROM Contact WHERE Title = 'a' AND Title = 'b' OR Title = 'c'", 'MALFORMED_QUERY'],
		['SELECT QualifiedApiName FROM FieldDefinition', 'MALFORMED_QUERY'],
	])('is refused: %s', async (text, code) => {
		expect(await soql(text)).toMatchObject(refused(400, code));
	});
});

describe('a search', () => {
	const find = async (text: string) => {
		const statement = `FIND {${text}} IN PHONE FIELDS RETURNING Contact(Id, LastName, Phone), Lead(Id, LastName)`;
		const { body } = await org('GET', `/search?q=${encodeURIComponent(statement)}`);
		return objects(body['searchRecords']).map(({ LastName }) => LastName);
	};

	beforeEach(async () => {
		await contact({ LastName: 'National', Phone: '(07700) 900 001' });
		await contact({ LastName: 'International', MobilePhone: '+44 7700 900001' });
		await contact({ LastName: 'Plain', MobilePhone: '+447700900001' });
		await contact({ LastName: 'Another', MobilePhone: '+447700900002' });
		await admin('POST', '/records', {
			object: 'Lead',
			fields: { LastName: 'Lead', Company: 'Example', Phone: '07700-900001' },
		});
	});

	it.each([
		['7700900001', ['National', 'International', 'Plain', 'Lead']],
		['447700900001', ['International', 'Plain']],
		['447700900002 OR 07700900001', ['National', 'Another', 'Lead']],
		['77009*', ['National', 'International', 'Plain', 'Another', 'Lead']],
		['770090000', []],
	])('finds %s whatever is written between the digits', async (text, found) => {
		expect(await find(text)).toEqual(found);
	});

	it('is also asked with parameters', async () => {
		const { body } = await org('POST', '/parameterizedSearch', {
			...{ q: '7700900001', in: 'PHONE', fields: ['LastName'] },
			sobjects: [{ name: 'Contact', limit: 1 }, { name: 'Lead' }],
		});
		expect(objects(body['searchRecords'])).toMatchObject([
			{ attributes: { type: 'Contact' }, LastName: 'National' },
			{ attributes: { type: 'Lead' }, LastName: 'Lead' },
		]);
	});

	it.each(['+447700900001', '7', '*'])('refuses %s', async (text) => {
		const statement = `FIND {${text}} IN PHONE FIELDS RETURNING Contact(Id)`;
		expect(await org('GET', `/search?q=${encodeURIComponent(statement)}`)).toMatchObject(
			refused(400, 'MALFORMED_SEARCH'),
		);
	});
});
