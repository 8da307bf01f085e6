import { consentVersion } from '../../connectors/consentVersion';
import { salesforce } from '../../connectors/salesforce';
import { askedIn, at, compositeAnswer, contactId, partsOf, settings } from './salesforceFixtures';

const { poll, read, startAt, current } = salesforce.changes;
const phone = '+447700900123';

const record = (id: string, more: object = {}, type = 'Contact') => ({
	attributes: { type },
	Id: id,
	Name: 'Sam Example',
	RCS_Phone_E164__c: phone,
	RCS_Consent_Status__c: 'opted_out',
	RCS_Consent_Version__c: consentVersion('optedIn', at(0)),
	SystemModstamp: '2030-01-01T12:00:00.000+0000',
	LastModifiedDate: '2030-01-01T11:59:59.000+0000',
	...more,
});
const answerOf = (contacts: object[], leads: object[] = []) =>
	compositeAnswer([
		[200, { done: true, records: contacts }],
		[200, { done: true, records: leads }],
	]);
const questions = (cursor?: string) =>
	partsOf(poll(cursor, settings)).map(({ url }) => askedIn(url).replace(/^SELECT .* FROM/, 'FROM'));

test('a record says whose it is, what it holds and when it changed', () => {
	const { records } = read(answerOf([record(contactId(1))]), undefined, settings);
	expect(records).toEqual([
		{
			...{ object: 'Contact', id: contactId(1), name: 'Sam Example', phone },
			changedAt: '2030-01-01T11:59:59.000Z',
			values: {
				phone,
				consentStatus: 'opted_out',
				consentVersion: consentVersion('optedIn', at(0)),
			},
		},
	]);
});

test('a record without RCS phone is known by the number people typed, if there is one', () => {
	const typed = { RCS_Phone_E164__c: null, Phone: '07700 900456', Country: 'GB' };
	const lead = record('00Q000000000001AAA', typed, 'Lead');
	const without = record(contactId(2), { RCS_Phone_E164__c: null });
	const { records } = read(answerOf([without], [lead]), undefined, settings);
	expect(records.map((one) => [one.object, one.phone])).toEqual([
		['Contact', undefined],
		['Lead', '+447700900456'],
	]);
});

test('records are looked at by their ids, in as few calls as there may be', () => {
	const contacts = Array.from({ length: 201 }, (_, i) => ({ object: 'Contact', id: contactId(i) }));
	const lead = { object: 'Lead', id: "00Q') OR (Id != '" };
	const [call, ...others] = current.plan([...contacts, lead], settings);
	expect(others).toEqual([]);
	const asked = (call ? partsOf(call) : []).map(({ url }) => askedIn(url).replace(/^.* FROM/, ''));
	expect(asked).toEqual([
		expect.stringMatching(/^ Contact WHERE Id IN \('\w{18}'(,'\w{18}'){199}\)$/),
		` Contact WHERE Id IN ('${contactId(200)}')`,
		" Lead WHERE Id IN ('00Q\\') OR (Id != \\'')",
	]);
	expect(current.read(answerOf([record(contactId(1))]), settings)).toMatchObject([
		{ object: 'Contact', id: contactId(1), phone },
	]);
});

test('from a moment on, nothing before it is asked for', () => {
	const cursor = startAt(Date.parse(at(0)), settings);
	for (const question of questions(cursor))
		expect(question).toContain(`SystemModstamp >= ${at(0)} `);
});

test('the first page asks for everything', () => {
	expect(questions()).toEqual([
		'FROM Contact WHERE RCS_Consent_Status__c != null AND SystemModstamp >= 1970-01-01T00:00:00.000Z ORDER BY SystemModstamp, Id LIMIT 500',
		'FROM Lead WHERE RCS_Consent_Status__c != null AND SystemModstamp >= 1970-01-01T00:00:00.000Z AND IsConverted = false ORDER BY SystemModstamp, Id LIMIT 500',
	]);
	expect(read(answerOf([record(contactId(1))]), undefined, settings)).not.toHaveProperty('next');
});

const noon = '2030-01-01T12:00:00.000Z';
const full = Array.from({ length: 500 }, (_, i) => record(contactId(i)));
const lead = (i: number, SystemModstamp: string) =>
	record(`00Q${String(i).padStart(15, '0')}`, { SystemModstamp }, 'Lead');

test('a full page is followed by the next one, from its last record, for all objects', () => {
	const leads = [lead(1, noon), lead(2, '2030-01-02T12:00:00.000Z')];
	const { records, next } = read(answerOf(full, leads), undefined, settings);
	expect(records).toHaveLength(501);
	expect(next?.until).toBe(Date.parse(noon));
	const [contacts, others] = questions(next?.cursor);
	expect(contacts).toContain(
		`(SystemModstamp > ${noon} OR (SystemModstamp = ${noon} AND Id > '${contactId(499)}'))`,
	);
	expect(others).toContain(`SystemModstamp > ${noon} AND`);
	expect(read(answerOf([]), next?.cursor, settings)).toEqual({ records: [] });
});

test('of two full pages, the one that ends first is where both go on', () => {
	const later = Array.from({ length: 500 }, (_, i) => lead(i, '2030-01-02T12:00:00.000Z'));
	const { records, next } = read(answerOf(full, later), undefined, settings);
	expect(records).toHaveLength(500);
	expect(questions(next?.cursor)[1]).toContain(`SystemModstamp > ${noon} AND`);
	const same = Array.from({ length: 500 }, (_, i) => lead(i, noon));
	const both = read(answerOf(full, same), undefined, settings);
	expect(both.records).toHaveLength(1000);
	expect(questions(both.next?.cursor)[1]).toContain("AND Id > '00Q000000000000499'");
});

test.each([
	'no JSON',
	'{"at":"x) OR (Id != null"}',
	`{"at":0,"ids":{"Contact":"') OR (Id != '"}}`,
	'{"at":1e300}',
])('a cursor that is none asks from the start: %s', (cursor) => {
	expect(questions(cursor)).toEqual(questions());
});

test('a query that is refused is an error, so that no edit is passed over', () => {
	const refused = [{ errorCode: 'INVALID_FIELD', message: "No such column 'RCS_X__c'" }];
	const response = compositeAnswer([
		[200, { done: true, records: [] }],
		[400, refused],
	]);
	expect(() => read(response, undefined, settings)).toThrow(/No such column/);
});
