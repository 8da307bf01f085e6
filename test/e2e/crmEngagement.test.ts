import { until } from '../../scripts/n8n/until';
import { shipOrder } from '../../scripts/world/shop';
import { crms, workflowFor } from './support/crms';
import { outputs } from './support/workflows';
import { api, arrived, latest, n8nUrl, phones } from './support/world';

const { android } = phones;
const { number } = android;

/** Salesforce keeps times in whole seconds. */
const inSeconds = (time: number) => Math.floor(time / 1000) * 1000;

/** Of a STOP and a START of one second, the STOP would count. */
async function laterThan(time = ''): Promise<void> {
	await until(90_000, 'the next second', async () =>
		inSeconds(Date.now()) > Date.parse(time) ? true : undefined,
	);
}

/** The version beside a status: when it was stated and what, in one number. */
const version = (at: string, status: number) => String(Date.parse(at) * 4 + status);

describe.each(['hubspot', 'salesforce'] as const)('engagement written to %s', (id) => {
	const crm = crms[id];
	const order = { hubspot: 400, salesforce: 450 }[id];
	let workflowId: string;

	beforeAll(async () => {
		workflowId = await workflowFor(id, 'engagement-to-crm');
	});
	afterAll(async () => {
		if (id === 'salesforce') await api.deactivate(workflowId);
	});

	it('shows on the contact that a card was delivered, read and answered', async () => {
		const since = inSeconds(Date.now());
		await shipOrder(n8nUrl, '07700 900001', order);
		const card = await android.receives(
			'The card',
			(entry) =>
				entry.kind === 'card' &&
				arrived(entry) &&
				Date.parse(entry.legs?.[0]?.times['delivered'] ?? '') >= since,
		);
		await android.tap(card.id, 'support:4000001001');
		const isNew = (time = '') => Date.parse(time) >= since;
		const { fields, timeline } = await crm.shows(
			'The engagement',
			number,
			({ fields }) =>
				isNew(fields['RCS last delivered at']) &&
				isNew(fields['RCS last read at']) &&
				isNew(fields['RCS last replied at']),
		);
		expect(fields).toMatchObject({ 'RCS phone (E.164)': number, 'RCS reachable': 'Yes' });
		const history = { hubspot: 'replied: Talk to us', salesforce: 'Replied at' }[id];
		expect(JSON.stringify(timeline)).toContain(history);
	});

	it('shows a STOP as opt-out, with its time, its source and the version of both', async () => {
		const since = inSeconds(Date.now());
		await android.write('STOP');
		const { fields, consentField } = await crm.shows(
			'The opt-out',
			number,
			({ fields }) => Date.parse(fields['RCS consent updated at'] ?? '') >= since,
		);
		const at = fields['RCS consent updated at'] ?? '';
		expect(consentField?.value).toBe('opted_out');
		expect(fields).toMatchObject({
			'RCS consent source': 'keyword STOP',
			'RCS consent version': version(at, 3),
		});
	});

	it('shows a START after it as opt-in', async () => {
		const { fields: before } = await crm.contact(number);
		await laterThan(before['RCS consent updated at']);
		await android.write('START');
		const { fields } = await crm.shows(
			'The opt-in',
			number,
			({ consentField }) => consentField?.value === 'opted_in',
		);
		expect(fields['RCS consent source']).toBe('keyword START');
	});

	it('says of a phone that no contact has that it is not in the CRM', async () => {
		const after = Number(await latest(workflowId));
		await shipOrder(n8nUrl, '07700 900005', order + 1);
		const item = await until(90_000, 'an item in Not in the CRM', async () => {
			const all = (await api.executions(workflowId, 50)).filter(({ id }) => Number(id) > after);
			const items = all.flatMap((one) => outputs(one, 'Not in the CRM')[0] ?? []);
			// Others that no contact has may have got messages before.
			return items.find(({ json }) => json['phone'] === '+447700900005');
		});
		expect(item.json).toEqual({
			phone: '+447700900005',
			event: expect.stringMatching(/^message\./) as string,
			reason: expect.stringContaining('has this phone') as string,
		});
	});
});
