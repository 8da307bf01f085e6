import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { underLease } from '../../service/store/lease';
import { hurrySync } from '../../service/sync/outbox';
import { type Crms, startCrms } from './support/crms';
import { until } from '../until';
import { event, phoneOf } from './support/syncWorld';
import { startTestService, type TestService } from './support/world';

/** A CRM that fails whenever it is asked about one of its contacts. */

const phones = Array.from({ length: 40 }, (_, i) => phoneOf(i + 10));
const [first, poison] = [phones[0] ?? '', phones[7] ?? ''];

let crms: Crms;
let service: TestService;
let proxy: Server;
/** What a request must not hold. */
let failsAt = '';

beforeAll(async () => {
	crms = await startCrms();
	await crms.reset(phones);
	const { hubspot } = crms.config({ linger: { min: 0, max: 0 }, pollSeconds: 0 }).crms;
	const target = new URL((hubspot as { baseUrl: string }).baseUrl);
	proxy = await startProxy(target);
	const baseUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}${target.pathname}`;
	service = await startTestService({ crms: { hubspot: { ...hubspot, baseUrl } } });
});
afterAll(async () => {
	await service.stop();
	await new Promise((done) => proxy.close(done));
	await crms.stop();
});
const sql = () => service.service.store;

/** Hands everything on but requests that hold what it fails at. */
async function startProxy({ hostname, port }: URL): Promise<Server> {
	const server = createServer((incoming, answer) => {
		const parts: Buffer[] = [];
		incoming.on('data', (part: Buffer) => parts.push(part));
		incoming.on('end', () => {
			const body = Buffer.concat(parts);
			if (failsAt !== '' && body.includes(failsAt)) {
				answer.writeHead(500, { 'content-type': 'application/json' });
				answer.end('{"status":"error","message":"internal error"}');
				return;
			}
			const { url: path, method, headers } = incoming;
			const host = `${hostname}:${port}`;
			const asked = request(
				{ hostname, port, path, method, headers: { ...headers, host } },
				(given) => {
					answer.writeHead(given.statusCode ?? 502, given.headers);
					given.pipe(answer);
				},
			);
			asked.end(body);
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return server;
}

const health = async () => {
	const { body } = await service.get('/v1/page/crms');
	return (body as { crms: { waiting: number; dead: number; paused: string | null }[] }).crms[0];
};
const letters = async () => {
	const { body } = await service.get('/v1/page/dead-letters');
	return (body as { items: { phone: string; reasons: { reason: string }[] }[] }).items;
};

/** As if it had failed for a while: said while nobody writes, who would say something else at the end. */
async function lookNow(): Promise<void> {
	const say = async () => {
		await sql().query(
			"update rcs.crm_state set failures = 6, paused_until = now() where paused = 'outage'",
		);
	};
	await until(() => underLease(sql(), 'sync hubspot', say), 'a moment in which nobody writes');
	await hurrySync(service.service.queues, ['hubspot']);
}
const tell = (...events: object[]) => service.post('/v1/events', { events });
const isPaused = async () => (await health())?.paused === 'outage';

test('a contact at which the CRM fails is given up, and everybody else is written', async () => {
	failsAt = poison.slice(-9);
	await tell(...phones.map((user) => event({ user, type: 'message.read' })));
	await until(isPaused, 'an outage');
	expect(await letters()).toEqual([]);
	await lookNow();
	await until(async () => {
		const { waiting, dead, paused } = (await health()) ?? {};
		return waiting === 0 && dead === 1 && paused === null;
	}, 'the end of the outage');
	expect(await letters()).toMatchObject([
		{ phone: poison, reasons: [{ reason: 'HubSpot fails at this contact alone: internal error' }] },
	]);
	const people = await crms.everybodyInHubspot();
	for (const phone of phones)
		expect(people.get(phone)?.['rcs_read_count']).toBe(phone === poison ? undefined : '1');

	failsAt = '';
	await service.post('/v1/page/dead-letters/replay', { all: true });
	await until(async () => (await crms.inHubspot(poison))['rcs_read_count'] === '1');
	await until(async () => (await letters()).length === 0);
});

test('where the CRM takes nobody, nobody is given up', async () => {
	failsAt = '+44770090';
	await tell(...phones.map((user) => event({ user, type: 'message.clicked' })));
	await until(isPaused, 'an outage');
	await lookNow();
	const failures = async () => {
		const [row] = await sql().query<{ failures: number }>('select failures from rcs.crm_state');
		return row?.failures ?? 0;
	};
	await until(async () => (await failures()) > 6, 'another failure');
	expect(await letters()).toEqual([]);
	expect(await health()).toMatchObject({ waiting: phones.length, dead: 0, paused: 'outage' });
	failsAt = '';
	await service.post('/v1/page/crms/hubspot/resume', {});
	await until(async () => (await health())?.waiting === 0);
	expect(await crms.inHubspot(first)).toMatchObject({ rcs_clicked_count: '1' });
	expect(service.failures).toEqual([]);
});
