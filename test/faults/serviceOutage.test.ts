import { embedded, testDatabase, type TestDatabase } from '../service/support/database';
import { idle } from '../service/support/idle';
import { startTestService } from '../service/support/world';
import { type Access, crmNames, useCrms } from './support/serviceCrms';
import { expectHeld, expectStored } from './support/serviceExpected';
import { digested, drained } from './support/serviceFigures';
import { contactsIn, type Passed } from './support/serviceProxy';
import { eventsIn, requestsOf } from './support/serviceRequests';
import { Sender } from './support/serviceSender';
import { sizes } from './support/serviceSizes';

/**
 * Both CRMs are down while the events of a day come in: each is acknowledged at once, and when the CRMs are
 * back everything is written, opt-outs first, within what they allow.
 */

const { people, seed } = sizes.outage;
const crms = useCrms();

async function outage(database: TestDatabase, kind: 'unavailable' | 'cut'): Promise<void> {
	const requests = requestsOf(people, seed);
	const told = eventsIn(requests);
	const plain = await crms.plainly(requests);
	const access = await crms.access();
	await crms.outage(kind);
	const running = await startTestService({ database: database.config, ...access.config });
	try {
		const { store } = running.service;
		const before = await store.size();
		const sender = new Sender(requests, () => Promise.resolve(running.url));
		sender.allow(requests.length);
		await sender.run();
		expect(sender.repeated).toBe(0);
		const bytes = (await store.size()) - before;
		const tried = access.proxies.hubspot.passed.length + access.proxies.salesforce.passed.length;
		const asOf = Object.fromEntries(
			crmNames.map((crm) => [crm, access.proxies[crm].passed.length]),
		);
		// Else strangers would be written before an opt-out that is not known yet, or by an attempt that began before it.
		await digested(running.url);
		await idle(store, 'sync');
		await crms.outage('none');
		await drained(running.url);
		process.stdout.write(
			`${database.config.kind}, ${kind}: ${told.length} events, ${Math.round(bytes / told.length)} bytes of disk each; ${tried} requests while down\n`,
		);
		for (const crm of crmNames) expectInOrder(access, crm, asOf[crm] ?? 0);
	} finally {
		await running.stop();
		await access.stop();
	}
	await expectStored(database.config, told);
	expectHeld(await crms.held(), plain, told);
}

/** Opt-outs came before everything else, and hardly a request was one too many. */
function expectInOrder({ proxies }: Access, crm: (typeof crmNames)[number], from: number): void {
	const passed = proxies[crm].passed.slice(from);
	const tooMany = passed.filter(({ status }) => status === 429).length;
	process.stdout.write(
		`  ${crm}: ${passed.length} requests after it, ${tooMany} refused with 429\n`,
	);
	expect(tooMany).toBeLessThanOrEqual(MOST_REFUSED);
	const written = passed.filter(isTaken).flatMap(contactsIn);
	const first = [...new Map(written.toReversed().map((one) => [one.who, one])).values()];
	const inOrder = first.toSorted((a, b) => written.indexOf(a) - written.indexOf(b));
	const optOuts = inOrder.findLastIndex(({ json }) => json.includes('opted_out'));
	const strangers = inOrder.findIndex(({ json }) => !/opted_(out|in)/.test(json));
	expect(inOrder.filter(({ json }) => json.includes('opted_out')).length).toBeGreaterThan(
		people / 20,
	);
	expect(strangers).toBeGreaterThan(optOuts);
}

const MOST_REFUSED = 5;

const isTaken = ({ status = 0 }: Passed) => status >= 200 && status < 300;

test.each([
	['PGlite', 'unavailable', () => Promise.resolve(embedded())],
	['Postgres', 'cut', testDatabase],
] as const)(
	'%s, %s',
	async (_, kind, open) => {
		const database = await open();
		await outage(database, kind);
		database.remove();
	},
	sizes.timeoutMs,
);
