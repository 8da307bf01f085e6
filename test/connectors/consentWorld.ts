import { consentVersion } from '../../connectors/consentVersion';
import type { ConsentRecord } from '../../connectors/consentChanges';
import type { CrmConnector } from '../../connectors/crm';
import type { RecordPhones } from '../../connectors/typedPhones';
import type { PlannedRequest, Row } from '../../connectors/row';
import type { CrmRun } from '../../connectors/execute';
import { type ContactValues, cutTime } from '../../connectors/values';
import { type Http, networkError } from '../../core/http';
import { asObject } from '../../core/json';

/** A CRM in memory: records, when they changed, and a search that may lag. */

const START = Date.parse('2030-01-31T10:00:00.000Z');
const PAGE = 2;

interface Version {
	at: number;
	values: ContactValues;
}

type Fault = 'before' | 'after';

export function consentWorld(
	phones: readonly string[],
	{ stepMs = 1, lagMs = 0, retries = 0 } = {},
) {
	let now = START;
	let faults: Fault[] = [];
	const asked: string[] = [];
	const typed = new Map<string, RecordPhones>();
	const records = new Map<string, Version[]>(
		phones.map((phone, i) => [String(i + 1), [{ at: now, values: phone ? { phone } : {} }]]),
	);
	const kept = (values: ContactValues) =>
		Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

	function change(id: string, values: ContactValues): void {
		const versions = records.get(id) ?? [];
		versions.push({ at: now, values: kept({ ...versions.at(-1)?.values, ...values }) });
	}

	/** A record as it was; `undefined` before there was one. */
	function show(id: string, at = now): ConsentRecord | undefined {
		const version = records.get(id)?.findLast((one) => one.at <= at);
		if (!version) return undefined;
		const { values } = version;
		const phone = typeof values.phone === 'string' ? { phone: values.phone } : {};
		const changedAt = cutTime(new Date(version.at).toISOString(), stepMs);
		return { object: 'contacts', id, values, changedAt, ...phone, ...typed.get(id) };
	}

	const shown = (at?: number) => [...records.keys()].flatMap((id) => show(id, at) ?? []);

	const answers: Record<string, (body: Record<string, unknown>) => unknown> = {
		'/find': ({ phones: wanted }) => {
			const all = Array.isArray(wanted) ? wanted : [];
			return shown().filter(({ values }) => all.includes(values.phone));
		},
		'/current': ({ ids }) => shown().filter(({ id }) => Array.isArray(ids) && ids.includes(id)),
		'/poll': ({ from }) =>
			shown(now - lagMs)
				.filter(({ changedAt, values }) => values.consentStatus && changedAt >= String(from))
				.toSorted((a, b) => (a.changedAt < b.changedAt ? -1 : 1)),
		'/write': ({ rows }) => {
			const given = Array.isArray(rows) ? rows.map(asObject) : [];
			for (const { id, values } of given) change(String(id), asObject(values) as ContactValues);
			return {};
		},
	};

	const http: Http = async ({ url, body }) => {
		asked.push(url);
		const fault = faults.shift();
		if (fault === 'before') throw networkError('crm', 'ECONNRESET');
		const answer = answers[url]?.(asObject(body));
		if (fault === 'after') throw networkError('crm', 'ECONNRESET');
		return { status: 200, headers: {}, body: JSON.stringify(answer) };
	};

	const pack = (rows: readonly Row[]): PlannedRequest[] =>
		rows.length === 0
			? []
			: [{ method: 'POST', url: '/write', body: { rows: rows.map((row) => row.body) }, rows }];
	const listOf = (body: string) => JSON.parse(body) as ConsentRecord[];

	const crm: CrmConnector = {
		id: 'hubspot',
		displayName: 'HubSpot',
		fields: [],
		timeStepMs: stepMs,
		find: {
			plan: (own) => [{ method: 'POST', url: '/find', body: { phones: own }, phones: own }],
			read: ({ phones: own }, { body }) =>
				own.map((phone) => ({
					phone,
					records: listOf(body).filter(({ values }) => values.phone === phone),
				})),
		},
		search: { plan: () => [], read: () => [], ...(lagMs > 0 ? { lags: true } : {}) },
		plan: ({ contacts }) =>
			pack(
				contacts.map(({ phone, record, values }) => ({
					...{ key: record?.id ?? phone, target: 'contacts', phone, urgent: false },
					...(record ? { parent: record.id } : {}),
					body: { id: record?.id, values },
				})),
			),
		pack,
		read: ({ rows }) => rows.map((row) => ({ row, status: 'done' })),
		provision: {
			inspect: () => [],
			diff: () => ({ steps: [], conflicts: [], present: [] }),
			passing: () => undefined,
			refused: () => [],
		},
		changes: {
			startAt: (time) => `${new Date(time).toISOString()} 0`,
			poll: (cursor) => ({
				method: 'POST',
				url: '/poll',
				body: { from: cursor?.split(' ')[0] ?? '' },
			}),
			read({ body }, cursor = ' 0') {
				const [from, done] = cursor.split(' ');
				const end = Number(done) + PAGE;
				const page = listOf(body).slice(Number(done), end);
				const until = Date.parse(page.at(-1)?.changedAt ?? '');
				const isLast = listOf(body).length <= end;
				return { records: page, ...(isLast ? {} : { next: { cursor: `${from} ${end}`, until } }) };
			},
			current: {
				plan: (refs) => [
					{ method: 'POST', url: '/current', body: { ids: refs.map(({ id }) => id) } },
				],
				read: ({ body }) => listOf(body),
			},
		},
	};
	const clock = { now: () => now, wait: async () => undefined };
	const settings = { baseUrl: '', createContacts: false, history: false };
	const run: CrmRun = { crm, http, clock, settings, concurrency: 1, retries };

	return {
		run,
		asked,
		show: (id: string) => {
			const record = show(id);
			if (!record) throw new Error(`There is no record ${id}`);
			return record;
		},
		ids: [...records.keys()],
		change,
		rename: (id: string) => change(id, {}),
		/** Somebody types other numbers into a record. */
		type(id: string, numbers: RecordPhones) {
			typed.set(id, numbers);
			change(id, {});
		},
		/** Somebody sets the status in the CRM. */
		edit: (id: string, consentStatus: string) => change(id, { consentStatus }),
		pass: (ms: number) => void (now += ms),
		now: () => new Date(now).toISOString(),
		/** What happens to the next requests. */
		fail: (...next: Fault[]) => void (faults = next),
	};
}

/** The values of a record whose consent was written by us. */
export const written = (state: 'optedIn' | 'optedOut', at: string): ContactValues => ({
	consentStatus: state === 'optedIn' ? 'opted_in' : 'opted_out',
	consentUpdatedAt: at,
	consentSource: 'event',
	consentVersion: consentVersion(state, at),
});
