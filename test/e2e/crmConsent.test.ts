import { until } from '../../scripts/n8n/until';
import type { Phone, PhoneEntry } from '../../scripts/world/phone';
import { readWorkflow } from '../../scripts/world/workflows';
import { crms, endedAfter, startedWith, workflowFor, writesTo } from './support/crms';
import { newPhone } from './support/importedWorkflow';
import { outputs } from './support/workflows';
import { api, latest } from './support/world';

const confirmed = ({ content }: PhoneEntry) =>
	JSON.stringify(content ?? '').includes('Reply STOP to end');

const states = { opted_in: 'optedIn', opted_out: 'optedOut', pending: 'pending' };
const names = { hubspot: 'HubSpot', salesforce: 'Salesforce' };

/** As the version holds it. */
const OPTED_IN = 0;

/** Whether a version is that of a status since a time. */
function isVersion(version = '', since = '', status: number): boolean {
	return Number(version) === Date.parse(since) * 4 + status;
}

describe.each([
	['hubspot', 'salesforce'],
	['salesforce', 'hubspot'],
] as const)('consent that people change in %s', (id, otherId) => {
	const [crm, other] = [crms[id], crms[otherId]];
	const marker = { hubspot: '+447700900411', salesforce: '+447700900412' }[id];
	const own: string[] = [];
	let phone: Phone;
	let consent: string;
	let engagement: string;
	let started: string;

	beforeAll(async () => {
		consent = await workflowFor(id, 'consent-from-crm');
		engagement = await workflowFor(id, 'engagement-to-crm');
		if (id === 'salesforce') own.push(consent, engagement);
		await crm.add({ name: 'Marker', phone: marker });
		phone = await newPhone({ hubspot: 81, salesforce: 82 }[id]);
		for (const each of [crm, other]) await each.add({ name: 'Edited', phone: phone.number });
		started = await latest(consent);
	});
	afterAll(async () => {
		for (const workflowId of own) await api.deactivate(workflowId);
	});

	const confirmations = async () => (await phone.entries()).filter(confirmed).length;

	/** Waits until the record says of all messages what became of them, and nobody writes to it any more. */
	async function allNoted(): Promise<void> {
		const read = await until(90_000, 'the last message to be read', async () => {
			const last = (await phone.entries()).findLast(({ type }) => type === 'message');
			return last?.legs?.[0]?.times['read'];
		});
		// Salesforce keeps times in whole seconds.
		const readAt = Math.floor(Date.parse(read) / 1000) * 1000;
		await crm.shows(
			'That it was read',
			phone.number,
			({ fields }) => Date.parse(fields['RCS last read at'] ?? '') >= readAt,
		);
		await endedAfter(engagement, '0');
	}

	/** Changes a record as a person does, and waits until the workflow has dealt with it. */
	async function edit(number: string, value: keyof typeof states): Promise<void> {
		const after = await latest(consent);
		await crm.setConsent(number, value);
		await until(90_000, `a poll of ${id} to tell it`, async () => {
			const told = await startedWith(consent, after);
			return told.includes(`${number} ${states[value]}`) || undefined;
		});
	}

	it('arrives as a statement, is confirmed on the phone and written to the other CRM', async () => {
		const before = await confirmations();
		await edit(phone.number, 'opted_out');
		await other.shows('The opt-out', phone.number, isNow('Opted out'));
		expect(await confirmations()).toBe(before);
		const after = await latest(consent);
		await crm.setConsent(phone.number, 'opted_in');
		const execution = await api.waitForExecution({ workflowId: consent, after });
		expect(execution.status).toBe('success');
		expect(outputs(execution, 'RCS CRM Trigger')[0]?.[0]?.json).toMatchObject({
			phone: phone.number,
			state: 'optedIn',
			optedIn: true,
			origin: 'admin',
			source: id,
			occurredAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
			record: { name: 'Edited' },
		});
		await other.shows('The opt-in', phone.number, isNow('Opted in'));
		await phone.receives('The confirmation', confirmed);
		expect(await confirmations()).toBe(before + 1);
	});

	it('is noted on the record with its source, once the workflow was started', async () => {
		const { fields } = await crm.shows('The note', phone.number, ({ fields }) =>
			isVersion(fields['RCS consent version'], fields['RCS consent updated at'], OPTED_IN),
		);
		expect(fields['RCS consent source']).toBe(`edited in ${names[id]}`);
	});

	it('does not echo: neither what the phone said, nor what the workflows wrote', async () => {
		await phone.write('STOP');
		await crm.shows('The opt-out', phone.number, isNow('Opted out'));
		await allNoted();
		await edit(marker, 'opted_out');
		const settled = await writesTo(id, phone.number);
		await edit(marker, 'pending');
		await edit(marker, 'opted_out');
		expect(await startedWith(consent, started)).toEqual([
			`${phone.number} optedOut`,
			`${phone.number} optedIn`,
			`${marker} optedOut`,
			`${marker} pending`,
			`${marker} optedOut`,
		]);
		expect(await writesTo(id, phone.number)).toBe(settled);
		const { fields } = await crm.contact(phone.number);
		expect(fields['RCS consent source']).toBe('keyword STOP');
	});

	it('says what the other CRM does not have', async () => {
		const [last] = await api.executions(consent, 1);
		if (!last) throw new Error('There is no execution');
		expect(outputs(last, 'Not in Salesforce')[0]?.[0]?.json).toMatchObject({
			phone: marker,
			status: 'optedOut',
			reason: expect.stringContaining(`No record in ${names[otherId]} has this phone`) as string,
		});
	});

	it('is not confirmed over a STOP, but shown to somebody who can ask', async () => {
		const before = await confirmations();
		const after = await latest(consent);
		await crm.setConsent(phone.number, 'opted_in');
		const execution = await api.waitForExecution({ workflowId: consent, after });
		expect(outputs(execution, 'Needs Proof')[0]?.[0]?.json).toMatchObject({
			phone: phone.number,
			problem: expect.stringContaining('keyword STOP') as string,
		});
		expect(Object.keys(execution.data?.resultData.runData ?? {})).not.toContain('Confirm Opt-In');
		expect(await confirmations()).toBe(before);
	});

	function isNow(status: string) {
		return ({ fields }: { fields: Record<string, string> }) =>
			fields['RCS consent status'] === status;
	}
});

describe('the workflow consent-from-crm as its file is', () => {
	let workflowId: string;
	let phone: Phone;
	const often = workflowFor('hubspot', 'consent-from-crm');

	beforeAll(async () => {
		phone = await newPhone(98);
		for (const each of Object.values(crms)) await each.add({ name: 'Edited', phone: phone.number });
		await api.deactivate(await often);
		const file = readWorkflow('consent-from-crm');
		workflowId = await api.upsertWorkflow(
			{ ...file, name: 'e2e consent every minute' },
			{ activate: true },
		);
	});
	afterAll(async () => {
		await api.deactivate(workflowId);
		await api.activate(await often);
	});

	it('tells a change within the minute', async () => {
		await crms.hubspot.setConsent(phone.number, 'opted_in');
		const execution = await api.waitForExecution({ workflowId }, 150_000);
		expect(outputs(execution, 'RCS CRM Trigger')[0]?.[0]?.json).toMatchObject({
			phone: phone.number,
			state: 'optedIn',
		});
		await phone.receives('The confirmation', confirmed);
	});
});
