import type { RcsEvent } from '../../core/event/types';
import { digest } from '../../service/digest/digest';
import { storeEvents } from '../../service/ingest/storeEvents';
import type { Database } from '../../service/store/database';
import { settle } from '../../service/sync/settle';
import { until } from '../until';
import { SERVER_VARIABLE } from './support/postgres';
import { startTestService, type TestService } from './support/world';

const phone = '+447700900123';
const event: RcsEvent = {
	eventId: 'event-1',
	provider: 'infobip',
	type: 'message.delivered',
	occurredAt: '2026-11-01T10:00:00.000Z',
	user: phone,
	messageId: 'message-1',
	raw: null,
};

/** Embedded, transactions follow one another. */
const onServer = process.env[SERVER_VARIABLE] === undefined ? it.skip : it;

describe('a person is erased while', () => {
	let service: TestService;
	beforeEach(async () => {
		service = await startTestService({ role: 'ingest' });
	});
	afterEach(() => service.stop());

	const erase = async () =>
		expect(await service.post('/v1/consent/erase', { phone })).toMatchObject({ status: 200 });

	/** Starts to erase the person, and waits until that is done or waits itself. */
	async function erasing(): Promise<() => Promise<unknown>> {
		const { store } = service.service;
		let isDone = false;
		const erased = erase().then(() => (isDone = true));
		await until(async () => isDone || (await isWaiting(store)));
		return () => erased;
	}

	const left = async (table: string) =>
		service.service.store.query(`select phone from rcs.${table} where phone = $1`, [phone]);

	onServer('a message is made of the events', async () => {
		const { store } = service.service;
		const seqs = (await storeEvents(store, [{ connection: 'c', event }])).map(({ seq }) => seq);
		let end: (() => Promise<unknown>) | undefined;
		const slow = meanwhile(store, 'update rcs.messages', async () => {
			end = await erasing();
		});
		await digest(slow, ['crm'], seqs);
		await end?.();
		expect([await left('messages'), await left('outbox'), await left('events')]).toEqual([
			[],
			[],
			[],
		]);
	});

	it('nobody in the CRM is found for the number', async () => {
		const { store } = service.service;
		await store.query(
			"insert into rcs.outbox (connection, phone, item) values ('crm', $1, 'consent')",
			[phone],
		);
		await erase();
		const rows = [{ phone, item: 'consent', urgent: false, event: null }];
		const outcome = { phone, status: 'unmatched' as const, records: [], failures: [] };
		await store.transaction((sql) => settle(sql, 'crm', rows, [outcome]));
		expect(await left('dead_letters')).toEqual([]);
	});
});

/** A database with something happening before a statement of its transactions. */
function meanwhile(database: Database, statement: string, happens: () => Promise<void>): Database {
	return {
		...database,
		transaction: (work) =>
			database.transaction((sql) =>
				work({
					async query(text, values) {
						if (text.includes(statement)) await happens();
						return sql.query(text, values);
					},
				}),
			),
	};
}

/** Whether a transaction waits for a lock of another one. */
async function isWaiting(database: Database): Promise<boolean> {
	const rows = await database.query(
		"select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
	);
	return rows.length > 0;
}
