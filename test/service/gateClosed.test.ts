import { startTestService, type TestService } from './support/world';

const gate = { requests: [{ id: 'a', phone: '+447700900123', purpose: 'transactional' }] };
const check = { checks: [{ phone: '+447700900123' }] };
const gone = {
	status: 503,
	body: { error: { category: 'provider', advice: expect.stringContaining('counts once') } },
};

/** Keeps the rest of the test off the store until it is let go. */
async function hold({ service }: TestService): Promise<() => Promise<void>> {
	let letGo: () => void = () => undefined;
	const held = new Promise<void>((done) => {
		letGo = done;
	});
	let took: () => void = () => undefined;
	const taken = new Promise<void>((done) => {
		took = done;
	});
	const ended = service.store.transaction(async (sql) => {
		await sql.query('lock table rcs.statements in access exclusive mode');
		took();
		await held;
	});
	await taken;
	return async () => {
		letGo();
		await ended;
	};
}

describe('a store that cannot be asked', () => {
	let service: TestService;
	beforeEach(async () => {
		service = await startTestService({ role: 'ingest' });
	});
	afterEach(() => service.stop());

	it('lets nothing through while it does not answer', async () => {
		const letGo = await hold(service);
		try {
			const answers = await Promise.all([
				service.post('/v1/gate', gate),
				service.post('/v1/gate', { ...gate, dryRun: true }),
				service.post('/v1/consent/check', check),
			]);
			expect(answers).toMatchObject([gone, gone, gone]);
		} finally {
			await letGo();
		}
		expect(await service.post('/v1/gate', gate)).toMatchObject({
			status: 200,
			body: { results: [{ outcome: 'send' }] },
		});
	});

	it('lets nothing through when it was closed', async () => {
		await service.service.queues.stop(1);
		await service.service.store.close();
		for (const [path, body] of [
			['/v1/gate', gate],
			['/v1/consent/check', check],
			['/v1/consent', { statements: [{ phone: '+447700900123', state: 'optedOut' }] }],
			['/v1/consent/history', { phone: '+447700900123' }],
			['/v1/consent/export', { phone: '+447700900123' }],
			['/v1/consent/erase', { phone: '+447700900123' }],
			['/v1/gate/release', { requests: [{ id: 'a', phone: '+447700900123' }] }],
		] as const)
			expect({ path, ...(await service.post(path, body)) }).toMatchObject({ path, ...gone });
		expect(service.failures.join()).not.toContain('7700900123');
	});

	it('lets nothing through that it answers with nonsense', async () => {
		await service.service.store.query('drop table rcs.passes cascade');
		await service.service.store.query('drop table rcs.statements cascade');
		for (const [path, body] of [
			['/v1/gate', gate],
			['/v1/consent/check', check],
		] as const) {
			const answer = await service.post(path, body);
			expect(answer.status).toBeGreaterThanOrEqual(500);
			expect(JSON.stringify(answer.body)).not.toContain('send"');
		}
	});
});
