import { countCalls } from '../../service/sync/crmState';
import { discardDeadLetters, replayDeadLetters } from '../../service/sync/deadLetterReview';
import { expireDeadLetters, removeDeadLetters } from '../../service/sync/deadLetters';
import { hurrySync } from '../../service/sync/outbox';
import { removeRows } from '../../service/sync/outboxRows';
import { keepRests } from '../../service/sync/rests';
import { settle } from '../../service/sync/settle';
import { until } from '../until';
import { isWaiting } from './support/meanwhile';
import { startTestService, type TestService } from './support/world';

/** Embedded, transactions follow one another: only a server has two at one time. */

let service: TestService;
beforeAll(async () => {
	service = await startTestService({ role: 'ingest' });
});
afterAll(() => service.stop());
const store = () => service.service.store;

const [first, second] = ['+447700900001', '+447700900002'] as const;
const rowOf = (phone: string) => ({ phone, item: 'a', urgent: false, event: null });
const made = { day: '2026-11-01', made: 1 };
const waiting = () => store().query('select phone, dead from rcs.outbox order by phone');

beforeEach(async () => {
	await store().script('delete from rcs.outbox; delete from rcs.dead_letters');
	await countCalls(store(), 'crm', made);
});

async function addLetter(phone: string, dead: boolean): Promise<void> {
	await store().query(
		"insert into rcs.outbox (connection, phone, item, dead) values ('crm', $1, 'a', $2)",
		[phone, dead],
	);
	await store().query(
		`insert into rcs.dead_letters (connection, phone, status, reasons, rest_until)
		values ('crm', $1, 'unmatched', '[]', now() + interval '1 hour')`,
		[phone],
	);
}

interface Meanwhile {
	what: string;
	/** Whether what waits for contacts waits as a dead letter before. */
	dead: boolean;
	happens: () => Promise<unknown>;
	/** What waits after that. */
	then: object[];
}

const meanwhile: readonly Meanwhile[] = [
	{
		what: 'contacts are replayed',
		dead: true,
		happens: () => replayDeadLetters(store(), service.service.queues, {}),
		then: [{ phone: first, dead: false }],
	},
	{
		what: 'letters are discarded',
		dead: true,
		happens: () => discardDeadLetters(store(), {}),
		then: [],
	},
	{
		what: 'letters expire',
		dead: true,
		happens: () => expireDeadLetters(store(), 'crm', 0),
		then: [],
	},
	{
		what: 'what comes for contacts without records is set aside',
		dead: false,
		happens: () => keepRests(store(), 'crm'),
		then: [{ phone: first, dead: true }],
	},
];

test.each(meanwhile)(
	'$what while it is noted what became of them',
	async ({ dead, happens, then }) => {
		for (const phone of [first, second]) await addLetter(phone, dead);
		let ended: Promise<unknown> = Promise.resolve();
		await store().transaction(async (sql) => {
			await countCalls(sql, 'crm', made);
			const note = (phone: string, status: 'written' | 'unmatched') =>
				settle(sql, 'crm', [rowOf(phone)], [{ phone, status, records: [], failures: [] }]);
			await note(second, 'written');
			ended = happens();
			ended.catch(() => undefined);
			await until(() => isWaiting(store()), 'what happens meanwhile waits');
			await note(first, 'unmatched');
		});
		await ended;
		expect(await waiting()).toEqual(then);
	},
);

test('a person is erased while it is noted what became of a contact', async () => {
	await addLetter(first, true);
	await store().query("insert into rcs.outbox (connection, phone, item) values ('crm', $1, 'b')", [
		first,
	]);
	let erased: Promise<unknown> = Promise.resolve();
	await store().transaction(async (sql) => {
		await countCalls(sql, 'crm', made);
		await removeRows(sql, 'crm', [{ phone: first, item: 'b' }]);
		erased = service.post('/v1/consent/erase', { phone: first });
		await until(() => isWaiting(store()), 'the erasure waits');
		await removeDeadLetters(sql, 'crm', [first]);
	});
	expect(await erased).toMatchObject({ status: 200 });
	expect(await waiting()).toEqual([]);
});

test('who names CRMs in another order does not wait in a circle for their jobs', async () => {
	const { queues } = service.service;
	let hurried: Promise<unknown> = Promise.resolve();
	await store().transaction(async (sql) => {
		await hurrySync(queues, ['a'], sql);
		hurried = store().transaction((other) => hurrySync(queues, ['b', 'a'], other));
		hurried.catch(() => undefined);
		await until(() => isWaiting(store()), 'the other waits');
		await hurrySync(queues, ['b'], sql);
	});
	await hurried;
	const jobs = await store().query("select data->>'connection' as crm from pgboss.job order by 1");
	expect(jobs).toEqual(expect.arrayContaining([{ crm: 'a' }, { crm: 'b' }]));
});
