import type { CrmConnector, CrmSettings } from '../../connectors/crm';
import type { PlannedRequest, Row } from '../../connectors/row';
import { writeBack } from '../../connectors/writeBack';
import type { RcsEvent } from '../../core/event/types';
import type { Http } from '../../core/http';

const settings: CrmSettings = {
	baseUrl: 'https://crm.example.com',
	createContacts: true,
	history: true,
};
const [known, unknown] = ['+447700900123', '+447700900456'] as const;

function row(key: string, phone: string): Row {
	return { key, target: 'any', phone, urgent: false, body: {} };
}

/** A CRM of one contact, whose answers are of one page a contact, and which makes every other one. */
const crm: Pick<CrmConnector, 'find' | 'search' | 'plan' | 'read'> = {
	find: {
		plan: (phones) => [{ method: 'GET', url: 'find/0', phones }],
		read: ({ url }) =>
			url === 'find/1'
				? [{ phone: known, records: [{ object: 'contacts', id: '1', values: {} }] }]
				: [],
		next: ({ url, phones }) =>
			url === 'find/0' ? { method: 'GET', url: 'find/1', phones } : undefined,
	},
	search: { plan: (phones) => [{ method: 'GET', url: 'search', phones }], read: () => [] },
	plan({ contacts, events }) {
		const rows = [
			...contacts.map(({ phone }) => row('contact', phone)),
			...events.map(({ phone, record }) => row(`event of ${record?.id}`, phone)),
		];
		const request: PlannedRequest = { method: 'POST', url: 'write', rows };
		return rows.length > 0 ? [request] : [];
	},
	read: ({ rows }) =>
		rows.map((one) => {
			const made = one.phone === unknown && one.key === 'contact';
			const record = { object: 'contacts', id: '2' };
			return { row: one, status: 'done', ...(made ? { record, created: true } : {}) };
		}),
};

function event(user: string): RcsEvent {
	return {
		eventId: user,
		provider: 'infobip',
		type: 'message.read',
		occurredAt: '2030-01-01T00:00:00.000Z',
		user,
		raw: null,
	};
}

async function write(own: CrmSettings) {
	const asked: string[] = [];
	const http: Http = (request) => {
		const rows = (request as PlannedRequest).rows as Row[] | undefined;
		asked.push([request.url, ...(rows ?? []).map(({ key }) => key)].join(' '));
		return Promise.resolve({ status: 200, headers: {}, body: '' });
	};
	const clock = { now: () => Date.UTC(2031, 0), wait: () => Promise.resolve() };
	const run = { crm: crm as CrmConnector, http, settings: own, clock, concurrency: 1, retries: 0 };
	const outcomes = await writeBack(run, [event(known), event(unknown)]);
	return { asked, said: outcomes.map(({ status }) => status) };
}

test('the history of a contact that is made comes after it, and every page of a look-up is read', async () => {
	const { asked, said } = await write(settings);
	expect(asked).toEqual([
		'find/0',
		'find/1',
		'search',
		'write contact contact event of 1',
		'write event of 2',
	]);
	expect(said).toEqual(['written', 'created']);
});

test('without leave to make contacts, a phone nobody has is unmatched', async () => {
	const { asked, said } = await write({ ...settings, createContacts: false });
	expect(asked.slice(3)).toEqual(['write contact event of 1']);
	expect(said).toEqual(['written', 'unmatched']);
});

test('no history, where none is wanted', async () => {
	const { asked } = await write({ ...settings, history: false });
	expect(asked.slice(3)).toEqual(['write contact contact']);
});
