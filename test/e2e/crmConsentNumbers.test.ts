import type { Execution } from '../../scripts/n8n/types';
import { until } from '../../scripts/n8n/until';
import type { CrmContact } from '../../sandbox/crm/crm';
import { crms, endedAfter, workflowFor, writesTo } from './support/crms';
import { outputs } from './support/workflows';
import { api, latest, sandbox } from './support/world';

/** A person with a number of an office, which a colleague in the other CRM has, too. */

/** Somebody types two numbers into a record. */
const typeNumbers = {
	hubspot: (id: string, mobilephone: string, phone: string) =>
		sandbox('PATCH', `/sandbox/console/hubspot/contacts/${id}`, {
			properties: { mobilephone, phone },
		}),
	salesforce: (id: string, MobilePhone: string, Phone: string) =>
		sandbox('PATCH', `/sandbox/console/salesforce/records/${id}`, {
			fields: { MobilePhone, Phone },
		}),
} as const;

/** What a node gave that is about one of these phones. */
const about = (phones: readonly string[], execution: Execution, node: string) =>
	outputs(execution, node)
		.flat()
		.flatMap(({ json }) => (phones.includes(String(json['phone'])) ? [json] : []));

const isOptedOut = ({ fields }: CrmContact) => fields['RCS consent status'] === 'Opted out';

describe.each([
	['hubspot', 'salesforce'],
	['salesforce', 'hubspot'],
] as const)('an opt-out that people edit in %s', (id, otherId) => {
	const [crm, other] = [crms[id], crms[otherId]];
	let consent: string;

	beforeAll(async () => {
		consent = await workflowFor(id, 'consent-from-crm');
	});
	afterAll(async () => {
		if (id === 'salesforce') await api.deactivate(consent);
	});

	it('tells of every number of a record, and writes only the main one to the other CRM', async () => {
		const main = { hubspot: '+447700900413', salesforce: '+447700900415' }[id];
		const office = { hubspot: '+447700900414', salesforce: '+447700900416' }[id];
		for (const each of [crm, other]) await each.add({ name: 'Both', phone: main });
		await other.add({ name: 'Colleague', phone: office });
		const record = await crm.contact(main);
		await typeNumbers[id](record.id, main, office);
		const untouched = await writesTo(otherId, office);
		const after = await latest(consent);
		const path = `/sandbox/crm/${id}/contacts/${record.object}/${record.id}/consent`;
		await sandbox('PUT', path, { value: 'opted_out' });
		const numbers = [main, office];
		const execution = await until(90_000, `a poll of ${id} to tell it`, async () => {
			const ended = await endedAfter(consent, after);
			const all = await Promise.all(ended.map((one) => api.execution(one.id)));
			return all.find((one) => about(numbers, one, 'RCS CRM Trigger').length > 0);
		});
		expect(execution.status).toBe('success');
		const told = about(numbers, execution, 'RCS CRM Trigger');
		expect(told.map(({ phone, state, otherNumber }) => [phone, state, otherNumber])).toEqual([
			[main, 'optedOut', false],
			[office, 'optedOut', true],
		]);
		await other.shows('The opt-out', main, isOptedOut);
		expect((await other.contact(office)).fields['RCS consent status']).toBeUndefined();
		expect(await writesTo(otherId, office)).toBe(untouched);
		const [, { occurredAt: since, id: statement } = {}] = told;
		expect(about(numbers, execution, 'Other Numbers')).toEqual([
			{ contact: 'Both', phone: office, status: 'optedOut', since, source: id, id: statement },
		]);
		expect(about(numbers, execution, 'Not in Salesforce')).toEqual([]);
	});
});
