import { testDatabase } from '../service/support/database';
import { type ServiceProcess, startServiceProcess } from '../service/support/process';
import { crmNames, useCrms } from './support/serviceCrms';
import { expectHeld, expectStored } from './support/serviceExpected';
import { drained } from './support/serviceFigures';
import { watchTogether } from './support/serviceProxy';
import { eventsIn, requestsOf } from './support/serviceRequests';
import { Sender } from './support/serviceSender';
import { sizes } from './support/serviceSizes';

/**
 * Two processes take events in and two write to the CRMs, on one Postgres database. One of each is killed
 * in the middle, and the others go on.
 */

const { people, seed } = sizes.together;
/** Small batches: many writes, that two processes could make at one moment. */
const crms = useCrms({ batch: 100 });

test(
	'the same result, and no CRM is written to by two at a moment',
	async () => {
		const requests = requestsOf(people, seed);
		const told = eventsIn(requests);
		const plain = await crms.plainly(requests);
		const database = await testDatabase();
		const accesses = await Promise.all([crms.access(), crms.access()]);
		const overlaps = crmNames.map((crm) =>
			watchTogether(accesses.map(({ proxies }) => proxies[crm])),
		);
		const start = (role: string, access: number) =>
			startServiceProcess({ role, database: database.config, ...accesses[access]?.config });
		const running = await Promise.all([
			...[start('ingest', 0), start('ingest', 1)],
			...[start('sync', 0), start('sync', 1)],
		]);
		const [first, second, ...writers] = running;
		const alive: (ServiceProcess | undefined)[] = [first, second];
		let turn = 0;
		const sender = new Sender(requests, () => {
			turn += 1;
			return Promise.resolve(alive[turn % alive.length]?.url ?? '');
		});
		sender.allow(requests.length);
		const sent = sender.run();
		try {
			await sender.reached(Math.floor(requests.length / 2));
			await first?.kill();
			alive.shift();
			// Whoever writes next, because all of the work may be with one of them.
			const writing = await Promise.race(
				accesses.flatMap(({ proxies }, i) =>
					crmNames.map(async (crm) => {
						await proxies[crm].nextWrite();
						return i;
					}),
				),
			);
			await writers[writing]?.kill();
			await sent;
			await drained(writers[1 - writing]?.url ?? '');
		} finally {
			for (const process of running) await process.kill();
			for (const access of accesses) await access.stop();
		}
		for (const { proxies } of accesses)
			process.stdout.write(
				`${crmNames.map((crm) => `${crm}: ${proxies[crm].passed.length} requests`).join(', ')}\n`,
			);
		await expectStored(database.config, told);
		expectHeld(await crms.held(), plain, told);
		expect(overlaps.map((count) => count())).toEqual([0, 0]);
		database.remove();
	},
	sizes.timeoutMs,
);
