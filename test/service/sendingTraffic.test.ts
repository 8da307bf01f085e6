import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { weekdays } from '../../core/message/types';
import { providerIds } from '../../core/providers';
import { carryOn } from '../../service/sending/carryOn';
import { findSend } from '../../service/sending/sends';
import { fixturesOf } from '../fixtures';
import { stranger } from './support/stranger';
import { startTestService, type TestService } from './support/world';

const DAY = 86_400_000;
const dayAfterTomorrow = weekdays[(new Date(Date.now() + 2 * DAY).getUTCDay() + 6) % 7];

/** Who is to get an offer, though it says that it is about an order. */
const offer = { text: 'Sale', purpose: 'orders', traffic: 'promotion' };

describe('what a message is for counts, whatever its provider can say of it', () => {
	let server: Server;
	let service: TestService;
	/** Which providers were called, in their order. */
	const called: string[] = [];

	beforeAll(async () => {
		server = createServer((request, response) => {
			called.push(request.url?.split('/')[1] ?? '');
			request.resume();
			response.writeHead(400, { 'content-type': 'application/json' }).end('{}');
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const { port } = server.address() as AddressInfo;
		const accounts = providerIds.map((id) => {
			const settings = { ...fixturesOf[id].settings, baseUrl: `http://127.0.0.1:${port}/${id}` };
			return [id, { provider: id, settings }];
		});
		service = await startTestService({
			providers: Object.fromEntries(accounts) as object,
			purposes: {
				'*': { quietHours: 'off' },
				orders: { kind: 'transactional', caps: [{ max: 1, hours: 24 }] },
				appointments: {
					kind: 'transactional',
					quietHours: {
						own: { from: '10:00', to: '18:00', days: [dayAfterTomorrow], replace: true },
					},
				},
			},
		});
	});
	afterAll(async () => {
		await service.stop();
		server.close();
	});
	beforeEach(() => {
		called.length = 0;
	});

	const tell = (phone: string, state: string) =>
		service.post('/v1/consent', {
			statements: [{ phone, state, purpose: '*', source: 'keyword', origin: 'person' }],
		});
	const simple = async (fields: object) =>
		(await service.post('/v1/messages/simple', fields)).body as { id: string };

	describe.each(providerIds)('%s', (connection) => {
		it('sends no offer to people who opted out, and its dry run says so', async () => {
			const to = stranger();
			await tell(to, 'optedOut');
			expect(await simple({ ...offer, to, connection })).toMatchObject({
				status: 'refused',
				reason: { rule: 'optedOut' },
			});
			expect(await simple({ ...offer, to, connection, dryRun: true })).toMatchObject({
				gate: { outcome: 'refused', rule: 'optedOut' },
			});
			expect(called).toEqual([]);
		});

		it('counts offers against the caps', async () => {
			const to = stranger();
			await tell(to, 'optedIn');
			const { purpose, traffic } = offer;
			const asked = { requests: [{ id: `first-${to.slice(1)}`, phone: to, purpose, traffic }] };
			expect((await service.post('/v1/gate', asked)).body).toMatchObject({
				results: [{ outcome: 'send' }],
			});
			const held = await simple({ ...offer, to, connection });
			expect(held).toMatchObject({ status: 'held', reason: { rule: 'frequencyCap' } });
			expect(called).toEqual([]);
		});

		it('holds offers until the quiet hours are over, and asks again as for an offer', async () => {
			const to = stranger();
			await tell(to, 'optedIn');
			const { id } = await simple({ ...offer, purpose: 'appointments', to, connection });
			const held = await findSend(service.service.store, id);
			expect(held).toMatchObject({ status: 'held', outcome: { reason: { rule: 'quietHours' } } });
			await tell(to, 'optedOut');
			if (held) await carryOn(service.service, held);
			expect(await findSend(service.service.store, id)).toMatchObject({
				status: 'refused',
				outcome: { reason: { rule: 'optedOut' } },
			});
			expect(called).toEqual([]);
		});

		it('gets a scheduled message at its time, also where it has no schedule of its own', async () => {
			const at = new Date(Date.now() + DAY).toISOString();
			const content = { kind: 'text', text: 'Your table is booked' };
			const message = { to: stranger(), content, schedule: { at } };
			const asked = { purpose: 'transactional', connection, message };
			const { body } = await service.post('/v1/messages', asked);
			expect(body).toMatchObject({ status: 'held', holdUntil: at });
			expect(called).toEqual([]);
			const id = randomUUID();
			const dry = async (more: object) => {
				const named = { to: message.to, content, id, ...more };
				const answer = await service.post('/v1/messages', {
					...asked,
					message: named,
					dryRun: true,
				});
				return answer.body;
			};
			expect(await dry({ schedule: { at } })).toMatchObject({ status: 'dryRun' });
			expect(await dry({ schedule: { at } })).toEqual(await dry({}));
			const send = await findSend(service.service.store, (body as { id: string }).id);
			const clock = { ...service.service.clock, now: () => Date.parse(at) };
			if (send) await carryOn({ ...service.service, clock }, send);
			expect(called).toEqual([connection]);
		});

		it('is asked at once for what is no offer', async () => {
			const to = stranger();
			await tell(to, 'optedOut');
			const order = { text: 'Sent', purpose: 'orders', traffic: 'transaction' };
			expect(await simple({ ...order, to, connection })).toMatchObject({ status: 'rejected' });
			expect(called).toEqual([connection]);
		});
	});
});
