import { hubspot } from '../../connectors/hubspot';
import type { HttpResponse } from '../../core/http';
import { answer, inputsOf, settings, withCommunications } from './hubspotFixtures';

const { provision, fields } = hubspot;

const missing = answer(404, { status: 'error', message: 'No group named rcs_messaging' });
const group = answer(200, { name: 'rcs_messaging', label: 'RCS messaging' });
const list = (...results: object[]) => answer(200, { results });
const names = fields.map(({ name }) => name);

const plan = (...responses: HttpResponse[]) => provision.diff(responses, withCommunications);

/** The properties as a first set-up would leave them. */
function created(): Record<string, unknown>[] {
	const [, step] = plan(list(), list(), missing).steps;
	return step ? inputsOf(step.request) : [];
}

const without = (name: string) => created().filter((property) => property['name'] !== name);

function withProperty(name: string, more: object): Record<string, unknown>[] {
	return created().map((property) =>
		property['name'] === name ? { ...property, ...more } : property,
	);
}

test('asks for the properties, the archived ones, the group, and the custom event where it is used', () => {
	const urls = (own = settings) =>
		provision.inspect(own).map(({ method, url }) => `${method} ${url}`);
	const properties = 'GET https://api.hubapi.com/crm/properties/2026-09/contacts';
	expect(urls(withCommunications)).toEqual([
		properties,
		`${properties}?archived=true`,
		`${properties}/groups/rcs_messaging`,
	]);
	expect(urls()[3]).toBe(
		'GET https://api.hubapi.com/events/custom/2026-09/event-definitions?searchString=rcs_event&includeProperties=true',
	);
});

test('in a new account it adds the group and all properties in one request each', () => {
	const { steps, conflicts, present } = plan(list(), list(), missing);
	expect(steps.map(({ request }) => `${request.method} ${request.url}`)).toEqual([
		'POST https://api.hubapi.com/crm/properties/2026-09/contacts/groups',
		'POST https://api.hubapi.com/crm/properties/2026-09/contacts/batch/create',
	]);
	expect(steps[0]?.request.body).toEqual({
		name: 'rcs_messaging',
		label: 'RCS messaging',
		displayOrder: -1,
	});
	expect(created().map(({ name }) => name)).toEqual(names);
	expect([conflicts, present]).toEqual([[], []]);
});

test('properties have the types and options of their fields', () => {
	const typesOf = (name: string) => created().find((property) => property['name'] === name);
	expect(typesOf('rcs_phone_e164')).toEqual({
		name: 'rcs_phone_e164',
		label: 'RCS phone (E.164)',
		description: expect.stringContaining('country code'),
		groupName: 'rcs_messaging',
		type: 'string',
		fieldType: 'text',
		hasUniqueValue: true,
	});
	expect(typesOf('rcs_last_sent_at')).toMatchObject({ type: 'datetime', fieldType: 'date' });
	expect(typesOf('rcs_sent_count')).toMatchObject({ type: 'number', fieldType: 'number' });
	expect(typesOf('rcs_reachable')).toMatchObject({
		type: 'bool',
		fieldType: 'booleancheckbox',
		options: [{ value: 'true' }, { value: 'false' }],
	});
	expect(typesOf('rcs_consent_status')).toMatchObject({
		type: 'enumeration',
		fieldType: 'select',
		options: [
			{ value: 'opted_in', label: 'Opted in', displayOrder: 0, hidden: false },
			{ value: 'opted_out' },
			{ value: 'pending' },
			{ value: 'unknown' },
		],
	});
});

test('after a set-up there is nothing to do', () => {
	expect(plan(list(...created()), list(), group)).toEqual({
		steps: [],
		conflicts: [],
		present: ['rcs_messaging', ...names],
	});
});

test('only what is missing is added', () => {
	const { steps } = plan(list(...without('rcs_last_read_at')), list(), group);
	expect(steps.map(({ adds }) => adds)).toEqual(['contact properties rcs_last_read_at']);
});

test('options are added to those that are there, and none is changed or removed', () => {
	const own = { value: 'asked', label: 'Asked on the phone', displayOrder: 0, hidden: false };
	const optedIn = { value: 'opted_in', label: 'Yes!', displayOrder: 1, hidden: true };
	const live = withProperty('rcs_consent_status', { options: [own, optedIn] });
	const [step, ...more] = plan(list(...live), list(), group).steps;
	expect(more).toEqual([]);
	expect(step?.adds).toBe('options opted_out, pending, unknown of rcs_consent_status');
	expect(step?.request).toMatchObject({
		method: 'PATCH',
		url: 'https://api.hubapi.com/crm/properties/2026-09/contacts/rcs_consent_status',
		body: {
			options: [
				own,
				optedIn,
				{ value: 'opted_out', displayOrder: 2 },
				{ value: 'pending', displayOrder: 3 },
				{ value: 'unknown', displayOrder: 4 },
			],
		},
	});
});

test('an archived name stands in the way and is not asked for', () => {
	const name = 'rcs_last_read_at';
	const { steps, conflicts } = plan(list(...without(name)), list({ name, archived: true }), group);
	expect(steps).toEqual([]);
	expect(conflicts).toMatchObject([{ name, problem: expect.stringContaining('90 days') }]);
});

test('a property of another type, or whose values are not unique, needs a person', () => {
	const wrong = withProperty('rcs_consent_status', { type: 'string', options: [] });
	expect(plan(list(...wrong), list(), group)).toMatchObject({
		steps: [],
		conflicts: [{ name: 'rcs_consent_status', problem: 'It is of type string, not enumeration.' }],
	});
	const shared = withProperty('rcs_phone_e164', { hasUniqueValue: false });
	expect(plan(list(...shared), list(), group).conflicts).toMatchObject([
		{ name: 'rcs_phone_e164', problem: expect.stringContaining('unique') },
	]);
});

test('a way of entering that an admin chose is no conflict', () => {
	const radio = withProperty('rcs_consent_status', { fieldType: 'radio' });
	expect(plan(list(...radio), list(), group)).toMatchObject({ steps: [], conflicts: [] });
});

test('where there is no room for one more unique property, the others are added', () => {
	const unique = Array.from({ length: 10 }, (_, i) => ({ name: `id_${i}`, hasUniqueValue: true }));
	const { steps, conflicts } = plan(list(...unique), list(), group);
	expect(conflicts).toMatchObject([{ name: 'rcs_phone_e164' }]);
	expect(steps[0] && inputsOf(steps[0].request)).toHaveLength(names.length - 1);
});

test('the custom event is defined once, and what it misses is added', () => {
	const done = [list(...created()), list(), group];
	const diff = (...events: object[]) => provision.diff([...done, list(...events)], settings);
	const [step] = diff().steps;
	expect(step?.request).toMatchObject({
		method: 'POST',
		url: 'https://api.hubapi.com/events/custom/2026-09/event-definitions',
		body: { name: 'rcs_event', primaryObject: 'CONTACT', includeDefaultProperties: false },
	});
	const { propertyDefinitions } = step?.request.body as { propertyDefinitions: object[] };
	const event = { fullyQualifiedName: 'pe123_rcs_event', properties: propertyDefinitions };
	expect(diff(event)).toMatchObject({ steps: [] });
	expect(diff(event).present).toContain('pe123_rcs_event');
	const { steps } = diff({ ...event, properties: propertyDefinitions.slice(1) });
	expect(steps).toMatchObject([
		{ request: { url: expect.stringMatching(/\/event-definitions\/pe123_rcs_event\/property$/) } },
	]);
});

test('a refusal is an error, with the scopes it names', () => {
	const context = { requiredGranularScopes: ['crm.schemas.contacts.read'] };
	const body = { category: 'MISSING_SCOPES', message: 'Not granted', errors: [{ context }] };
	expect(() => plan(answer(403, body), list(), group)).toThrow(
		'Not granted (crm.schemas.contacts.read)',
	);
	expect(() => plan(list(), list(), answer(401, { message: 'expired' }))).toThrow('expired');
});

test('the answer to a step is read for what it refuses; what is there already is no refusal', () => {
	const exists = { category: 'CONFLICT', message: 'A property named x already exists.' };
	const errors = [exists, { category: 'VALIDATION_ERROR', message: 'x is archived' }];
	expect(provision.refused(answer(201, { results: [] }))).toEqual([]);
	expect(provision.refused(answer(207, { results: [], errors }))).toEqual(['x is archived']);
	expect(provision.refused(answer(409, exists))).toEqual([]);
	expect(provision.refused(answer(400, { message: 'no' }))).toEqual(['no']);
});
