import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../../sandbox/faults/seeded';
import { embedded, testDatabase, type TestDatabase } from '../service/support/database';
import { type ServiceProcess, startServiceProcess } from '../service/support/process';
import { useCrms } from './support/serviceCrms';
import { expectHeld, expectStored } from './support/serviceExpected';
import { drained } from './support/serviceFigures';
import { eventsIn, requestsOf } from './support/serviceRequests';
import { Sender } from './support/serviceSender';
import { sizes } from './support/serviceSizes';
import { minutePasses } from './support/serviceTime';

/**
 * `kill -9`, again and again, while events come in and while they are written to both CRMs: what was
 * acknowledged is there once, and the CRMs hold what they hold when nothing happens.
 */

const { people, kills, seed } = sizes.killed;
const crms = useCrms({ batch: 500 });

/** The longest time between the first write to a CRM and the end, and how often it is that one. */
const INTO_WRITES_MS = 400;
const IN_WRITES = 0.5;

async function killed(database: TestDatabase): Promise<void> {
	const requests = requestsOf(people, seed);
	const plain = await crms.plainly(requests);
	const access = await crms.access();
	const config = { database: database.config, ...access.config };
	const random = seeded(seed);
	let service: Promise<ServiceProcess> = startServiceProcess(config);
	const sender = new Sender(requests, async () => (await service).url);
	const sent = sender.run();
	try {
		for (let life = 1; life <= kills; life += 1) {
			const running = await service;
			const each = requests.length / (kills + 1);
			sender.allow(Math.floor(each * life));
			if (random() < IN_WRITES) {
				const { hubspot, salesforce } = access.proxies;
				await Promise.race([hubspot.nextWrite(), salesforce.nextWrite()]);
				await sleep(random() * INTO_WRITES_MS);
			} else await sender.reached(Math.floor(each * (life - random())));
			await running.kill();
			// Embedded, whoever comes next knows that nobody else can be at work.
			if (database.config.kind === 'postgres') await minutePasses(database.config);
			service = startServiceProcess(config);
		}
		sender.allow(requests.length);
		await sent;
		await (await service).kill();
		await minutePasses(database.config);
		service = startServiceProcess(config);
		await drained((await service).url);
		await (await service).stop();
	} finally {
		await (await service).kill();
		await access.stop();
	}
	const told = eventsIn(requests);
	process.stdout.write(
		`${database.config.kind}, seed ${seed}: ${told.length} events in ${requests.length} requests, ${kills} kills; ${sender.repeated} requests sent again\n`,
	);
	await expectStored(database.config, told);
	expectHeld(await crms.held(), plain, told);
}

test.each([
	['PGlite', () => Promise.resolve(embedded())],
	['Postgres', testDatabase],
])(
	'%s',
	async (_, open) => {
		const database = await open();
		await killed(database);
		database.remove();
	},
	sizes.timeoutMs,
);
