import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { contactFieldNames } from '../../connectors/fields';
import { messageRecord } from '../../connectors/salesforce/message';
import { messageFields } from '../../connectors/salesforce/messageFields';
import { sourceFiles } from '../../connectors/salesforce/source';
import { messageChange } from './salesforceFixtures';

const root = join(__dirname, '..', '..', 'connectors', 'salesforce', 'metadata');
const files = sourceFiles();

if (process.env['UPDATE_METADATA']) {
	rmSync(root, { recursive: true, force: true });
	for (const [path, text] of files) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
}

test('the SFDX source is that of the fields (UPDATE_METADATA=1 writes it)', () => {
	const found = readdirSync(root, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)));
	expect(found.toSorted()).toEqual([...files.keys()].toSorted());
	for (const [path, text] of files) expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

test('every synced field is on contacts and leads, with help, and in the permission set', () => {
	const permissions = files.get(
		'force-app/main/default/permissionsets/RCS_Messaging.permissionset-meta.xml',
	);
	for (const object of ['Contact', 'Lead']) {
		const fields = [...files].filter(([path]) => path.includes(`objects/${object}/fields/`));
		expect(fields).toHaveLength(contactFieldNames.length);
		for (const [path, xml] of fields) {
			const name = /([^/]+)\.field-meta\.xml$/.exec(path)?.[1] ?? '';
			expect(xml).toContain(`<fullName>${name}</fullName>`);
			expect(xml).toContain('<inlineHelpText>');
			expect(permissions).toContain(`<field>${object}.${name}</field>`);
		}
	}
});

test('the phone is a unique external id, and a status one of few', () => {
	const path = 'force-app/main/default/objects/Contact/fields';
	expect(files.get(`${path}/RCS_Phone_E164__c.field-meta.xml`))
		.toBe(`<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>RCS_Phone_E164__c</fullName>
    <label>RCS phone (E.164)</label>
    <inlineHelpText>The number RCS events are matched by, with its country code, such as +447700900123.</inlineHelpText>
    <required>false</required>
    <type>Text</type>
    <length>20</length>
    <externalId>true</externalId>
    <unique>true</unique>
    <caseSensitive>false</caseSensitive>
</CustomField>
`);
	const status = files.get(`${path}/RCS_Consent_Status__c.field-meta.xml`);
	for (const value of ['opted_in', 'opted_out', 'pending', 'unknown'])
		expect(status).toContain(`<fullName>${value}</fullName>`);
	expect(status).toContain('<restricted>true</restricted>');
});

test('the key of consent is a project of its own: not every org has its object', () => {
	const consent = [...files].filter(([, text]) => text.includes('ContactPointTypeConsent.'));
	expect(consent.map(([path]) => path)).toEqual([
		'consent/force-app/main/default/permissionsets/RCS_Messaging_Consent.permissionset-meta.xml',
	]);
	const field =
		'consent/force-app/main/default/objects/ContactPointTypeConsent/fields/RCS_Key__c.field-meta.xml';
	expect(files.get(field)).toMatch(
		/<externalId>true<.externalId>\s*<unique>true<.unique>\s*<caseSensitive>true/,
	);
	expect(files.get('consent/sfdx-project.json')).toContain('"path": "force-app"');
});

test('names and texts are not longer than Salesforce takes', () => {
	for (const [path, xml] of files) {
		const name = /([^/]+)__c\.field-meta\.xml$/.exec(path)?.[1] ?? '';
		expect(name.length).toBeLessThanOrEqual(40);
		const [, label = ''] = /<label>(.*)<\/label>/.exec(xml) ?? [];
		expect(label.length).toBeLessThanOrEqual(40);
		const [, formula = ''] = /<formula>(.*)<\/formula>/.exec(xml) ?? [];
		expect(formula.length).toBeLessThanOrEqual(3900);
	}
});

test('what is written to a message is a field of it, and the computed state is not written', () => {
	const names = Object.values(messageFields).map(({ name }) => name);
	const record = messageRecord({ ...messageChange(1), agents: ['a'], campaigns: ['c'] });
	for (const name of Object.keys(record)) expect(names).toContain(name);
	expect(record).not.toHaveProperty(messageFields.state.name);
	expect(existsSync(join(root, 'sfdx-project.json'))).toBe(true);
});
