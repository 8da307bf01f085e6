import { crmPeople } from './support/crmPeople';
import { type Crms, startCrms } from './support/crms';
import { embedded } from './support/database';
import { until } from '../until';
import { phoneOf } from './support/syncWorld';
import { startTestService, type TestService } from './support/world';

/** What goes wrong while edits in a CRM are read. */

const [A, B] = [phoneOf(1), phoneOf(2)] as const;
const database = embedded();
const running: TestService[] = [];
let crms: Crms;
beforeAll(async () => {
	crms = await startCrms();
	await crms.reset([A, B]);
});
afterEach(async () => {
	for (const service of running.splice(0)) await service.stop();
});
afterAll(async () => {
	await crms.stop();
	database.remove();
});

async function start(more: object = {}): Promise<TestService> {
	const sync = { linger: { min: 0, max: 0 }, pollSeconds: 1, ...more };
	const { hubspot } = crms.config(sync).crms;
	const service = await startTestService({ crms: { hubspot }, database: database.config });
	running.push(service);
	return service;
}

const people = crmPeople(() => crms);
const edit = (phone: string, value: string) => people.edit('hubspot', phone, value);
const source = async (phone: string) =>
	(await people.person('hubspot', phone)).fields['RCS consent source'];
const statements = ({ service }: TestService, phone: string) =>
	service.store.query('select state from rcs.statements where phone = $1 order by seq', [phone]);
const memory = async ({ service }: TestService) => {
	const [row] = await service.store.query<{ told: string }>(
		"select memory->>'told' as told from rcs.crm_state",
	);
	return row?.told ?? '';
};
const read = async ({ service }: TestService) => {
	const [row] = await service.store.query<{ at: string | null }>(
		'select polled_at as at from rcs.crm_state',
	);
	return row?.at ?? null;
};
async function isReadAgain(service: TestService, times = 1) {
	for (let i = 0; i < times; i += 1) {
		const before = await read(service);
		await until(async () => (await read(service)) !== before, 'another poll');
	}
}
const problems = async (service: TestService) => {
	const { body } = await service.get('/v1/page/crms');
	const [crm] = (body as { crms: { problems: { problem: string; advice: string }[] }[] }).crms;
	return crm?.problems ?? [];
};
const endOfProblems = (service: TestService) =>
	until(async () => (await problems(service)).length === 0, 'the end of the problems');

const NOTES = '/crm/objects/2026-09/contacts/batch/update';
const fault = (more: object) =>
	crms.call('POST', '/sandbox/faults', { provider: 'hubspot', times: 1_000_000, ...more });

test.each([
	['before it notes it', A, 'resetBefore'],
	['before it knows that it noted it', B, 'resetAfter'],
])('a service that ends after it took an edit, %s, takes it once', async (_, phone, kind) => {
	const first = await start();
	await isReadAgain(first);
	await fault({ kind, path: NOTES });
	await edit(phone, 'opted_out');
	await until(async () => (await statements(first, phone)).length === 1);
	expect(await memory(first)).toContain('contacts:');
	await running.pop()?.stop();

	await crms.call('DELETE', '/sandbox/faults');
	const second = await start();
	await until(async () => (await source(phone)) === 'edited in HubSpot');
	await isReadAgain(second, 2);
	expect(await statements(second, phone)).toEqual([{ state: 'optedOut' }]);
	expect(await memory(second)).not.toContain('contacts:');
	expect(second.failures).toEqual([]);
});

test('what was edited while the service was down counts when it is back', async () => {
	const first = await start();
	await isReadAgain(first);
	await running.pop()?.stop();
	await edit(A, 'opted_in');
	const second = await start();
	await until(async () => (await statements(second, A)).length === 2);
	expect(await statements(second, A)).toEqual([{ state: 'optedOut' }, { state: 'optedIn' }]);
});

test('an edit of a record without a phone is shown, and counts when there is one', async () => {
	const service = await start();
	await isReadAgain(service);
	await crms.hubspot('POST', '/contacts', { contacts: [{ lastname: 'Nobody' }] });
	const nobody = await people.find('hubspot', ({ name }) => name === 'Nobody');
	const { id } = nobody;
	await people.editRecord('hubspot', nobody, 'opted_out');
	const shown = await until(async () => (await problems(service))[0]);
	expect(shown.problem).toBe(
		`contacts ${id}: The consent status was changed, but no phone number of the record can be read.`,
	);
	const phone = phoneOf(9);
	await crms.hubspot('PATCH', `/contacts/${id}`, { properties: { phone } });
	await until(async () => (await statements(service, phone)).length === 1);
	await endOfProblems(service);
});

test('a CRM that cannot be read says so on the page, and nothing is lost', async () => {
	const service = await start();
	await isReadAgain(service);
	await fault({ kind: 'status', status: 401, path: '/crm/' });
	await edit(B, 'opted_in');
	const problem = await until(async () => (await problems(service))[0]);
	expect(problem.advice).not.toBe('');
	await crms.call('DELETE', '/sandbox/faults');
	await until(async () => (await statements(service, B)).length === 2);
	await endOfProblems(service);
});
