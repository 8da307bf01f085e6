import { contactWrites } from '../../connectors/contactWrites';
import type { Changes } from '../../connectors/changes';
import type { CrmConnector, CrmSettings } from '../../connectors/crm';
import type { PlannedRequest, Row } from '../../connectors/row';
import { eventChanges, messageChanges } from '../../connectors/history';
import { changedValues, cutTime, inSteps } from '../../connectors/values';
import type { RcsEvent } from '../../core/event/types';
import type { HttpResponse } from '../../core/http';
import { defined } from '../../core/json';
import { wireOf } from '../clients/wire';

/** A call as it would travel, for people to read. */
export interface PlannedCall {
	method: string;
	url: string;
	headers: Record<string, string>;
	/** JSON as it is, CSV as its text. */
	body: unknown;
	rows: Pick<Row, 'key' | 'target' | 'phone' | 'urgent'>[];
	/** The call it waits for. Absent: it may be made at once. */
	after?: number;
}

/** The calls that write events, were each phone to have one record that holds nothing yet. */
export function planOf(
	crm: CrmConnector,
	settings: CrmSettings,
	events: readonly RcsEvent[],
): PlannedCall[] {
	const calls: PlannedCall[] = [];
	const add = (request: PlannedRequest, after: number | undefined): void => {
		const steps = stepsOf(crm, request, settings, wentWell(`id-of-job-${calls.length}`));
		let last = after;
		for (const step of steps) {
			calls.push({ ...shown(step, rowsIn(step, steps)), ...defined({ after: last }) });
			last = calls.length - 1;
		}
		for (const next of request.then ?? []) {
			add(next, last);
			last = calls.length - 1;
		}
	};
	for (const request of crm.plan(changesOf(crm, settings, events), settings))
		add(request, undefined);
	return calls;
}

function changesOf(
	{ id, timeStepMs = 1 }: CrmConnector,
	{ history }: CrmSettings,
	told: readonly RcsEvent[],
): Changes {
	const events = told.map((event) => ({
		...event,
		occurredAt: cutTime(event.occurredAt, timeStepMs),
	}));
	const writes = contactWrites(events);
	const records = new Map(
		writes.map(({ phone }) => [phone, { object: 'contacts', id: `id-of-${phone}` }]),
	);
	const kept = history ? events : [];
	return {
		contacts: writes.map(({ phone, urgent, values }) => {
			const own = changedValues({}, inSteps({ ...values, phone }, timeStepMs));
			return { phone, urgent, values: own };
		}),
		messages: messageChanges(kept, records).map(({ record: _placeholder, ...change }) => change),
		events: id === 'hubspot' ? eventChanges(kept, records) : [],
	};
}

/** What every step of a job could be answered with, so that the job goes well at once; it lists no rows. */
function wentWell(id: string): HttpResponse {
	const counts = { numberRecordsProcessed: 0, numberRecordsFailed: 0 };
	const body = JSON.stringify({ id, state: 'JobComplete', ...counts });
	return { status: 200, headers: {}, body };
}

/** A request and those that follow from its answers. */
function stepsOf(
	crm: CrmConnector,
	request: PlannedRequest,
	settings: CrmSettings,
	answer: HttpResponse,
): PlannedRequest[] {
	const next = crm.follow?.(request, answer, settings);
	return next ? [request, ...stepsOf(crm, next, settings, answer)] : [request];
}

/** Of several steps about the same rows, the one that carries them has them. */
function rowsIn(step: PlannedRequest, steps: readonly PlannedRequest[]): readonly Row[] {
	return steps.length === 1 || typeof step.body === 'string' ? step.rows : [];
}

function shown(request: PlannedRequest, rows: readonly Row[]): PlannedCall {
	const { method, url, body = null } = request;
	return {
		method,
		url,
		headers: { Authorization: 'Bearer ***', ...wireOf(request).headers },
		body,
		rows: rows.map(({ key, target, phone, urgent }) => ({ key, target, phone, urgent })),
	};
}

/** How many calls and rows, of which kinds. */
export function summaryOf(
	{ id: crm }: CrmConnector,
	events: readonly RcsEvent[],
	calls: readonly PlannedCall[],
) {
	return {
		crm,
		events: events.length,
		phones: contactWrites(events).length,
		requests: calls.length,
		calls: countsOf(calls.map(kindOf)),
		rows: countsOf(calls.flatMap(({ rows }) => rows.map(({ target }) => target))),
	};
}

/** Without the ids of jobs: the same call about two of them is of one kind. */
function kindOf({ method, url }: PlannedCall): string {
	return `${method} ${new URL(url).pathname.replace(/id-of-job-\d+/, '{job}')}`;
}

function countsOf(names: readonly string[]): Record<string, number> {
	const counts = new Map<string, number>();
	for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
	return Object.fromEntries(counts);
}
