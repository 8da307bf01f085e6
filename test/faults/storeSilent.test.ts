import { createServer, connect, type Socket } from 'node:net';
import * as v from 'valibot';
import { configSchema } from '../../service/config/schema';
import { openReports } from '../../service/operations/reports';
import { type Running, startService } from '../../service/start';
import { newDatabase, SERVER_VARIABLE } from '../service/support/postgres';
import { TOKEN } from '../service/support/world';

/** The host of Postgres vanishes without a word, and another one is there for new connections. */

/** Stands between the service and Postgres; connections of before `silence` never say anything again. */
async function startGate(socket: string) {
	const open = new Set<Socket>();
	const server = createServer((own) => {
		const other = connect(socket);
		open.add(own).add(other);
		own.pipe(other).on('error', () => own.destroy());
		other.pipe(own).on('error', () => other.destroy());
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	return {
		port: typeof address === 'object' && address ? address.port : 0,
		silence() {
			for (const one of open) one.unpipe().pause();
		},
		async stop() {
			for (const one of open) one.destroy();
			await new Promise((done) => server.close(done));
		},
	};
}

let gate: Awaited<ReturnType<typeof startGate>>;
let service: Running;
beforeAll(async () => {
	const real = new URL(await newDatabase(process.env[SERVER_VARIABLE] ?? ''));
	gate = await startGate(`${real.searchParams.get('host') ?? ''}/.s.PGSQL.5432`);
	const url = `postgres://postgres@127.0.0.1:${gate.port}${real.pathname}`;
	const config = v.parse(configSchema, {
		...{ role: 'ingest', database: { kind: 'postgres', url }, http: { port: 0 } },
		tokens: [{ name: 'tests', token: TOKEN }],
	});
	service = await startService(config, openReports(config, { write: () => true }));
});
afterAll(async () => {
	await gate.stop();
	await service.stop();
});

const take = async (eventId: string) => {
	const { status } = await fetch(`${service.url}/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${TOKEN}` },
		body: JSON.stringify({
			...{ eventId, provider: 'infobip', type: 'message.read' },
			occurredAt: '2026-11-01T10:00:00Z',
		}),
	});
	return status;
};

it('says that nothing was taken, and goes on over new connections', async () => {
	expect(await take('before')).toBe(200);
	gate.silence();
	expect(await take('meanwhile')).toBe(503);
	expect(await take('after')).toBe(200);
	expect(await take('meanwhile')).toBe(200);
});
