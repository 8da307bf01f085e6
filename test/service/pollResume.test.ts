import { until } from '../until';
import { startTarget, type Target } from './support/target';
import { startTestService, type TestService } from './support/world';

const LATER = { status: 503, headers: { 'retry-after': '3600' } };
const READ = {
	status: 200,
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify({ total: 0, results: [] }),
};

let crm: Target;
let service: TestService;
beforeEach(async () => {
	crm = await startTarget();
	crm.answer = () => LATER;
	const hubspot = {
		...{ crm: 'hubspot', baseUrl: crm.url, sync: { pollSeconds: 3600 } },
		auth: { kind: 'bearer', token: 'a-token' },
	};
	service = await startTestService({ crms: { hubspot } });
});
afterEach(async () => {
	await service.stop();
	await crm.stop();
});

const resume = () => service.post('/v1/page/crms/hubspot/resume', {});
const state = async () => {
	const [row] = await service.service.store.query<{ failed: boolean; waits: boolean }>(
		'select poll_failure is not null as failed, poll_after is not null as waits from rcs.crm_state',
	);
	return row;
};

test('a CRM that could not be read is read at once when somebody has it tried again', async () => {
	await until(async () => (await state())?.waits);
	crm.answer = () => READ;
	expect(await resume()).toMatchObject({ status: 200 });
	await until(async () => (await state())?.failed === false);
	expect(await state()).toEqual({ failed: false, waits: false });
});

test('what failed since before somebody had it tried again does not have it left alone', async () => {
	await until(async () => (await state())?.waits);
	let asked = 0;
	crm.answer = async () => {
		asked += 1;
		if (asked > 1) return READ;
		await resume();
		return LATER;
	};
	await resume();
	await until(async () => (await state())?.failed === false);
	expect(asked).toBeGreaterThan(1);
});
