import { Registry } from 'prom-client';
import { askGate } from '../../service/gate';
import { reviewForwards } from '../../service/ingest/forwardReview';
import { findMessage } from '../../service/ledger/findMessage';
import { historyOf } from '../../service/ledger/history';
import { pageDataRoutes } from '../../service/http/routes/pageData';
import { openStoreFigures } from '../../service/operations/storeFigures';
import type { Store } from '../../service/store';
import { crmHealth } from '../../service/sync/crmHealth';
import { listDeadLetters } from '../../service/sync/deadLetterReview';
import { heldBefore } from './support/meanwhile';
import { startTestService, type TestService, TOKEN } from './support/world';

/** Embedded, nothing is written while something is read: only a server does both at one time. */

const phone = '+447700900123';
const crm = {
	...{ crm: 'hubspot', history: false, defaultCountry: 'GB' },
	auth: { kind: 'bearer', token: 'a-key' },
};

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest', crms: { crm } });
	const { status } = await service.post('/v1/consent', {
		statements: [
			{ phone, state: 'optedIn', purpose: 'offers' },
			{ phone, state: 'optedOut', purpose: 'surveys' },
		],
	});
	expect(status).toBe(200);
});
afterAll(() => service.stop());

/** What a section of the page shows. */
async function section(name: string, store: Store): Promise<unknown> {
	const path = `/v1/page/${name}?from=2026-10-01T00:00:00Z&to=2026-11-01T12:00:00Z&zone=UTC`;
	const headers = { authorization: `Bearer ${TOKEN}` };
	const answer = await pageDataRoutes({ ...service.service, store }).request(path, { headers });
	expect(answer.status).toBe(200);
	return answer.json();
}

const purposes = {};

const FORWARD = `
insert into rcs.forwards (connection, target, method, url, headers, body, received_at, attempts, dead_reason)
values ('main', 'https://example.com/', 'POST', 'https://example.com/', '{}', '', now(), 1, 'No answer')`;
const deadLetter = (of: string) => `
insert into rcs.outbox (connection, phone, item, dead) values ('crm', '${of}', 'item', true);
insert into rcs.dead_letters (connection, phone, status, reasons) values ('crm', '${of}', 'failed', '[]')`;

interface Answer {
	ask: (store: Store) => Promise<unknown>;
	/** A part of its last read. */
	last: string;
	/** What another process does just before that. */
	meanwhile: string | (() => Promise<unknown>);
}

const answers: Record<string, Answer> = {
	'webhooks that were given up': {
		ask: (store) => reviewForwards(store),
		last: 'count(*) as count from rcs.forwards',
		meanwhile: FORWARD,
	},
	'dead letters': {
		ask: (store) => listDeadLetters(store, {}),
		last: 'group by status',
		meanwhile: deadLetter('+447700900001'),
	},
	'CRMs and what is wrong with them': {
		ask: (store) => crmHealth({ ...service.service, store }),
		last: 'from rcs.crm_problems',
		meanwhile: `insert into rcs.crm_problems (connection, object, id, problem, advice, at)
			values ('crm', 'contacts', '1', 'A problem', 'Advice', now())`,
	},
	'the overview': {
		ask: (store) => section('overview', store),
		last: 'as forwards',
		meanwhile: FORWARD,
	},
	failures: {
		ask: (store) => section('failures', store),
		last: 'usualFailed',
		meanwhile: `insert into rcs.messages (provider, message_id, phone, connection, state, failed_at)
			values ('infobip', 'failed', '${phone}', 'main', 'failed', '2026-11-01T10:00:00Z')`,
	},
	'a message': {
		ask: (store) => findMessage({ ...service.service, store }, 'asked'),
		last: 'from rcs.sends',
		meanwhile: `insert into rcs.sends (id, connection, phone, purpose, request_hash, request, status)
			values ('asked', 'main', '${phone}', 'offers', '', '{}', 'held')`,
	},
	'what the gate would say': {
		ask: (store) =>
			askGate({ ...service.service, store }, [{ id: 'message', phone, purpose: 'offers' }], {
				settings: { caps: [{ max: 1, hours: 24 }] },
				dryRun: true,
			}),
		last: 'from rcs.passes',
		meanwhile: `insert into rcs.passes (id, phone, purpose, at) values ('other', '${phone}', 'offers', now())`,
	},
	'what waits for CRMs, as figures': {
		ask: async (store) => {
			const reports = { ...service.service.reports, figures: new Registry() };
			await openStoreFigures({ ...service.service, store, reports })();
			return reports.figures.getSingleMetricAsString('rcs_outbox');
		},
		last: 'count(*)::float8 as dead',
		meanwhile: deadLetter('+447700900002'),
	},
	'all of a person': {
		ask: (store) => historyOf(store, phone, purposes),
		last: 'from rcs.secrets',
		meanwhile: () => service.post('/v1/consent/erase', { phone }),
	},
};

test.each(Object.entries(answers))('%s: told as of one moment', async (_, answer) => {
	const { ask, last, meanwhile } = answer;
	const { store } = service.service;
	const before = await ask(store);
	const busy = heldBefore(store, last, async () => {
		await (typeof meanwhile === 'string' ? store.script(meanwhile) : meanwhile());
	});
	expect(await ask(busy)).toEqual(before);
	expect(await ask(store)).not.toEqual(before);
});
