import { NodeHelpers } from 'n8n-workflow';
import { providerIds } from '../../core/providers';
import { asArray, asObject } from '../../core/json';
import { RcsAccount } from '../../nodes/RcsAccount/RcsAccount.node';
import { isShown, valuesOf } from './parameters';

const { description } = new RcsAccount();
const { properties } = description;
const [providerField] = properties;
const able = providerIds.filter((id) =>
	(providerField ? (valuesOf(providerField) ?? []) : []).includes(id),
);

/** The one field of a name that shows, with the choices it offers. */
function field(name: string, values: Record<string, unknown>) {
	const fields = properties.filter((one) => one.name === name && isShown(one, values));
	const options = asArray(fields[0]?.options).map(asObject);
	const choices = options.filter((one) => isShown(one, values)).map(({ value }) => value);
	return { count: fields.length, start: fields[0]?.default, choices };
}

describe.each(able)('the form for %s', (provider) => {
	const resources = field('resource', { provider }).choices;

	it('starts with a resource it has', () => {
		const { count, start, choices } = field('resource', { provider });
		expect(count).toBe(1);
		expect(choices).toContain(start);
	});

	it.each(resources)('starts %s with an operation it has', (resource) => {
		const { count, start, choices } = field('operation', { provider, resource });
		expect(count).toBe(1);
		expect(choices).toContain(start);
	});

	it.each(resources)('opens %s as n8n fills it in', (resource) => {
		const chosen = { provider, resource: String(resource) };
		const node = { typeVersion: 1 };
		const filled = NodeHelpers.getNodeParameters(
			properties,
			chosen,
			true,
			false,
			node,
			description,
		);
		const { choices } = field('operation', chosen);
		expect(choices).toContain(filled?.['operation']);
	});
});

it('shows no field of an operation to a provider that lacks it', () => {
	const upload = { resource: 'media', operation: 'upload' };
	const shown = (provider: string) =>
		properties.filter((one) => one.name === 'fileFrom' && isShown(one, { provider, ...upload }));
	expect(shown('google-rbm')).toHaveLength(1);
	expect(shown('infobip')).toHaveLength(0);
});

it.each([
	['webhook', 'getAll', ['rcsInfobipApi']],
	['report', 'summarizeAdoption', []],
	['report', 'getFigures', ['rcsConnectorsApi']],
])('asks for the credential that %s: %s takes, and no other', (resource, operation, expected) => {
	const chosen = { provider: 'infobip', resource, operation };
	const shown = (description.credentials ?? []).filter((one) => isShown(one, chosen));
	expect(shown.map(({ name }) => name)).toEqual(expected);
});
