import { opener } from '../../service/sync/openCrm';
import { syncCrm } from '../../service/sync/syncCrm';
import { phoneOf } from './support/syncWorld';
import { startTestService, type TestService } from './support/world';

let service: TestService;
beforeAll(async () => {
	const hubspot = {
		...{ crm: 'hubspot', baseUrl: 'http://127.0.0.1:9', sync: { linger: { min: 0, max: 0 } } },
		auth: { kind: 'bearer', token: 'a-token' },
	};
	service = await startTestService({ role: 'ingest', crms: { hubspot } });
});
afterAll(() => service.stop());

const resume = () => service.post('/v1/page/crms/hubspot/resume', {});
const ended = { status: 401, headers: {}, body: '{"message":"The access has ended"}' };

/** Writes to a CRM whose access has ended, and where something happens while it answers the first time. */
async function write(happens: () => Promise<unknown>): Promise<number> {
	const account = service.service.crms.get('hubspot');
	if (!account) throw new Error('There is no CRM');
	let asked = 0;
	const http = async () => {
		asked += 1;
		if (asked === 1) await happens();
		return ended;
	};
	const open = opener(service.service.clock, new AbortController().signal);
	const opened = await open({ ...account, connect: () => Promise.resolve(http) });
	expect(await syncCrm(service.service, opened, () => false)).toBeGreaterThan(60_000);
	return asked;
}

const pauses = () => service.service.store.query('select paused, failures from rcs.crm_state');

test('what failed since before somebody had a CRM tried again does not pause it', async () => {
	await service.service.store.query(
		"insert into rcs.outbox (connection, phone, item) values ('hubspot', $1, 'a')",
		[phoneOf(1)],
	);
	expect(await write(() => Promise.resolve())).toBe(1);
	expect(await pauses()).toEqual([{ paused: 'reauth', failures: 1 }]);
	await resume();
	expect(await write(resume)).toBe(2);
	expect(await pauses()).toEqual([{ paused: 'reauth', failures: 2 }]);
	expect(service.failures).toEqual([]);
});
