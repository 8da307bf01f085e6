/** What CRMs show of a customer, what people change there, and that neither is answered by an echo. */
import type { Item } from '../n8n/types';
import { until } from '../n8n/until';
import { Phone, type PhoneEntry } from '../world/phone';
import type { World } from '../world/world';
import { holds, isRecent } from './contact';
import { step } from './step';

const ANDROID = '+447700900001';
const IPHONE = '+447700900002';

/** The card was read and a reply was tapped before this. */
export async function engagementInCrm({ crms: { hubspot } }: World): Promise<void> {
	await step("HubSpot's contact shows delivered, read and replied, with times", async () => {
		const times = ['RCS last delivered at', 'RCS last read at', 'RCS last replied at'];
		await hubspot.shows(
			'The engagement',
			ANDROID,
			({ fields, timeline }) =>
				fields['RCS reachable'] === 'Yes' &&
				times.every((name) => isRecent(fields[name])) &&
				timeline.some(({ text }) => text?.includes('replied: When does it arrive?')),
		);
	});
}

export async function consentBothWays(world: World): Promise<void> {
	const { hubspot, salesforce } = world.crms;
	const android = new Phone(world.sandbox.url, ANDROID);
	const iphone = new Phone(world.sandbox.url, IPHONE);

	await step('The customer writes STOP: the contact in HubSpot is opted out', async () => {
		await android.write('STOP');
		await hubspot.shows('The opt-out', ANDROID, holds('Opted out', 'keyword STOP'));
	});
	await step('Another customer is opted out in HubSpot: Salesforce follows', async () => {
		await hubspot.setConsent(IPHONE, 'opted_out');
		await salesforce.shows('The opt-out', IPHONE, holds('Opted out', 'edited in hubspot'));
	});
	await step('Somebody opts the customer in again in HubSpot: that needs proof', async () => {
		await hubspot.setConsent(ANDROID, 'opted_in');
		await expectNeedsProof(world);
	});
	await step('The other customer is opted in, too, and told', async () => {
		await hubspot.setConsent(IPHONE, 'opted_in');
		await iphone.receives('The confirmation', isConfirmation);
	});
	await step('Salesforce has the same opt-in', () =>
		salesforce.shows('The opt-in', IPHONE, holds('Opted in', 'edited in hubspot')),
	);
	await step('Nobody wrote to the customer who said STOP', async () => {
		if ((await android.entries()).some(isConfirmation)) throw new Error('It was confirmed');
	});
	await step('Nothing echoed: only the three edits by people started the workflow', async () => {
		const edits = [`${IPHONE} optedOut`, `${ANDROID} optedIn`, `${IPHONE} optedIn`];
		await expectStarted(world, edits);
		await expectStatusSet(world, 2);
	});
}

function isConfirmation({ content }: PhoneEntry): boolean {
	return JSON.stringify(content ?? '').includes('Reply STOP to end');
}

/** An opt-in over a STOP waits for a person. */
async function expectNeedsProof({ n8n, workflows }: World): Promise<void> {
	await until(90_000, 'the opt-in to wait for proof', async () => {
		const all = await n8n.api.executions(workflows['consent-from-crm']);
		const shown = all.flatMap(({ data }) => {
			const [run] = data?.resultData.runData['Needs Proof'] ?? [];
			return run?.data?.main[0] ?? [];
		});
		return shown.some(({ json }) => json['phone'] === ANDROID) || undefined;
	});
}

/** What the workflow consent-from-crm was started with, from the first to the last. */
async function expectStarted({ n8n, workflows }: World, expected: string[]): Promise<void> {
	const said = (item: Item) => `${String(item.json['phone'])} ${String(item.json['state'])}`;
	const started = await until(90_000, 'the executions to end', async () => {
		const all = await n8n.api.executions(workflows['consent-from-crm']);
		if (all.some(({ finished }) => !finished)) return undefined;
		const told = all.flatMap(({ data }) => {
			const [run] = data?.resultData.runData['RCS CRM Trigger'] ?? [];
			return (run?.data?.main[0] ?? []).map(said);
		});
		// The last one is listed a moment after its message.
		return told.length < expected.length ? undefined : told;
	});
	const inOrder = started.reverse();
	if (inOrder.join() !== expected.join())
		throw new Error(`consent-from-crm was started with ${inOrder.join(', ') || 'nothing'}`);
}

/** How often the consent status of the Android customer was set in HubSpot, by anybody. */
async function expectStatusSet({ sandbox }: World, times: number): Promise<void> {
	const answer = await fetch(`${sandbox.url}/sandbox/crm/hubspot/records`);
	const { records } = (await answer.json()) as {
		records: { properties: Record<string, string>; changes: Record<string, number> }[];
	};
	const record = records.find(({ properties }) => properties['rcs_phone_e164'] === ANDROID);
	const set = record?.changes['rcs_consent_status'];
	if (set !== times) throw new Error(`The consent status was set ${set} times instead of ${times}`);
}
