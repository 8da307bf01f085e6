import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { asArray, asObject } from '../../core/json';
import { carryOn } from '../../service/sending/carryOn';
import { findSend, type Send } from '../../service/sending/sends';
import { until } from '../until';
import { startTestService, type TestService } from './support/world';

/** Numbers reserved for fiction. */
let people = 0;
function stranger(): string {
	people += 1;
	return `+447700900${String(people).padStart(3, '0')}`;
}

const HOUR = 3_600_000;
const ACCEPTED = { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
const REJECTED = { groupId: 5, groupName: 'REJECTED', id: 12, name: 'REJECTED_PREFIX_MISSING' };

/** The id of the only message in a request. */
function idIn(body: unknown): unknown {
	const [message] = asArray(asObject(body)['messages']);
	const [destination] = asArray(asObject(message)['destinations']);
	return asObject(destination)['messageId'];
}

describe('messages between the gate and the provider', () => {
	let provider: Server;
	let service: TestService;
	/** Bodies the provider was sent. */
	const sent: unknown[] = [];
	let status: object = ACCEPTED;
	/** The provider answers when this is done. */
	let letGo: Promise<void> = Promise.resolve();

	beforeAll(async () => {
		provider = createServer((request, response) => {
			void json(request).then(async (body) => {
				sent.push(body);
				await letGo;
				response.setHeader('content-type', 'application/json');
				response.end(JSON.stringify({ messages: [{ messageId: idIn(body), status }] }));
			});
		});
		await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done));
		const { port } = provider.address() as AddressInfo;
		const settings = {
			baseUrl: `http://127.0.0.1:${port}`,
			agent: 'DemoShop',
			auth: { kind: 'apiKey', apiKey: 'a-key-for-tests' },
		};
		service = await startTestService({
			providers: { infobip: { provider: 'infobip', settings } },
			purposes: { marketing: { quietHours: 'off', caps: [{ max: 1, hours: 24 }] }, news: {} },
		});
	});
	afterAll(async () => {
		await service.stop();
		provider.close();
	});
	beforeEach(() => {
		sent.length = 0;
		status = ACCEPTED;
		letGo = Promise.resolve();
	});

	const simple = async (fields: object) => {
		const { status: code, body } = await service.post('/v1/messages/simple', fields);
		return { code, ...(body as { id: string; status: string; holdUntil?: string }) };
	};
	const tell = (phone: string, state: string, more: object = {}) =>
		service.post('/v1/consent', { statements: [{ phone, state, ...more }] });

	async function kept(id: string): Promise<Send> {
		const send = await findSend(service.service.store, id);
		if (!send) throw new Error('The message was not written down');
		return send;
	}

	const set = (id: string, state: string) =>
		service.service.store.query(
			"update rcs.sends set status = $2, updated_at = now() - interval '5 minutes' where id = $1",
			[id, state],
		);

	/** A message while the provider thinks about it, and how to have it answer. */
	async function sending(fields: object) {
		let answer = (): void => undefined;
		letGo = new Promise((done) => (answer = done));
		const id = `held-${people}`;
		const message = { content: { kind: 'text', text: 'Sale' }, id, ...fields };
		const answered = service.post('/v1/messages', { message });
		await until(() => sent.length > 0);
		return { id, answer, answered };
	}

	it('is not repeated after a crash for somebody who said STOP meanwhile', async () => {
		const phone = stranger();
		await tell(phone, 'optedIn');
		const { id } = await simple({ to: phone, text: 'Sale' });
		await tell(phone, 'optedOut', { purpose: '*' });
		await set(id, 'sending');
		await carryOn(service.service, await kept(id));
		expect(await kept(id)).toMatchObject({
			status: 'unknown',
			outcome: {
				needsReview: true,
				reason: { message: expect.stringContaining('opted out') as string },
			},
		});
		expect(sent).toHaveLength(1);
	});

	it('is unknown where it is refused when it is repeated after a crash', async () => {
		const phone = stranger();
		await tell(phone, 'optedIn');
		const { id } = await simple({ to: phone, text: 'Sale' });
		await set(id, 'sending');
		status = REJECTED;
		await carryOn(service.service, await kept(id));
		expect(await kept(id)).toMatchObject({ status: 'unknown' });
		expect(sent).toHaveLength(2);
	});

	it('is known to be under way, however slow the provider is', async () => {
		const phone = stranger();
		await tell(phone, 'optedIn');
		const { id, answer, answered } = await sending({ to: phone });
		await set(id, 'sending');
		await until(async () => (await kept(id)).age < 60);
		await carryOn(service.service, await kept(id));
		expect(await kept(id)).toMatchObject({ status: 'sending' });
		answer();
		expect(await answered).toMatchObject({ body: { status: 'accepted' } });
		expect(sent).toHaveLength(1);
	});

	it('has the answer of the provider, also where it was taken for lost', async () => {
		const phone = stranger();
		await tell(phone, 'optedIn');
		const { id, answer, answered } = await sending({ to: phone });
		await set(id, 'unknown');
		answer();
		await answered;
		expect(await kept(id)).toMatchObject({ status: 'accepted' });
	});

	it('does not count where the provider refused it', async () => {
		const phone = stranger();
		await tell(phone, 'optedIn');
		status = REJECTED;
		expect(await simple({ to: phone, text: 'Sale' })).toMatchObject({ status: 'rejected' });
		status = ACCEPTED;
		expect(await simple({ to: phone, text: 'Sale' })).toMatchObject({ status: 'accepted' });
		expect(await simple({ to: phone, text: 'Sale' })).toMatchObject({ status: 'held' });
		expect(sent).toHaveLength(2);
	});

	it('is asked for in the name of the agent of the account, or of its own', async () => {
		const phone = stranger();
		await tell(phone, 'optedOut', { agent: 'DemoShop', occurredAt: '2026-01-01T00:00:00Z' });
		await tell(phone, 'optedIn', { agent: 'OtherShop', occurredAt: '2026-01-02T00:00:00Z' });
		const refused = { status: 'refused', reason: { rule: 'optedOut' } };
		expect(await simple({ to: phone, text: 'Sale' })).toMatchObject(refused);
		expect(await simple({ to: phone, text: 'Sale', dryRun: true })).toMatchObject({
			gate: { outcome: 'refused' },
		});
		const other = { to: phone, text: 'Sale', from: 'OtherShop' };
		expect(await simple(other)).toMatchObject({ status: 'accepted' });
	});

	it('is not stopped by an opt-out from another agent than that of the account', async () => {
		const phone = stranger();
		await tell(phone, 'optedOut', { agent: 'OtherShop' });
		await tell(phone, 'optedIn', { agent: 'DemoShop' });
		expect(await simple({ to: phone, text: 'Sale', dryRun: true })).toMatchObject({
			gate: { outcome: 'send' },
		});
		expect(await simple({ to: phone, text: 'Sale' })).toMatchObject({ status: 'accepted' });
		const other = { to: phone, text: 'Sale', from: 'OtherShop' };
		expect(await simple(other)).toMatchObject({ status: 'refused', reason: { rule: 'optedOut' } });
	});

	it('is for a person in the country that is named, which has to be one', async () => {
		const to = '+883510012345';
		await tell(to, 'optedIn', { purpose: 'news' });
		const message = { to, text: 'News', purpose: ' News ', whenHeld: 'refuse', dryRun: true };
		expect(await simple(message)).toMatchObject({ gate: { rule: 'placeUnknown' } });
		const placed = await simple({ ...message, country: 'gb' });
		expect(JSON.stringify(placed)).not.toContain('placeUnknown');
		expect(await simple({ ...message, country: 'Germany' })).toMatchObject({ code: 400 });
	});

	describe('that are scheduled', () => {
		const at = new Date(Date.now() + 2 * HOUR).toISOString();
		const message = { content: { kind: 'text', text: 'Sale' }, schedule: { at } };
		const schedule = async (to: string) =>
			(await service.post('/v1/messages', { message: { ...message, to } })).body as { id: string };
		const later = () => ({
			...service.service,
			clock: { ...service.service.clock, now: () => Date.parse(at) + 1000 },
		});

		it('wait here until their time, and go out then', async () => {
			const phone = stranger();
			await tell(phone, 'optedIn');
			const held = await schedule(phone);
			expect(held).toMatchObject({ status: 'held', holdUntil: at });
			expect(held).not.toHaveProperty('reason');
			expect(sent).toEqual([]);
			await carryOn(later(), await kept(held.id));
			expect(await kept(held.id)).toMatchObject({ status: 'accepted' });
			expect(JSON.stringify(sent)).not.toContain('sendAt');
		});

		it('do not go out after a STOP', async () => {
			const phone = stranger();
			await tell(phone, 'optedIn');
			const { id } = await schedule(phone);
			await tell(phone, 'optedOut', { purpose: '*' });
			await carryOn(later(), await kept(id));
			expect(await kept(id)).toMatchObject({
				status: 'refused',
				outcome: { reason: { category: 'optedOut' } },
			});
			expect(sent).toEqual([]);
		});

		/** Whether another message may go out an hour after the scheduled one. */
		async function afterwards(phone: string): Promise<unknown> {
			const next = new Date(Date.parse(at) + HOUR).toISOString();
			const requests = [{ id: 'next', phone, at: next }];
			const { body } = await service.post('/v1/gate', { requests, dryRun: true });
			return asObject(asArray(asObject(body)['results'])[0])['outcome'];
		}

		it('do not count any more when they are refused at their time', async () => {
			const phone = stranger();
			await tell(phone, 'optedIn', { source: 'form' });
			const { id } = await schedule(phone);
			expect(await afterwards(phone)).toBe('hold');
			await tell(phone, 'optedOut');
			await carryOn(later(), await kept(id));
			expect(await kept(id)).toMatchObject({ status: 'refused' });
			await tell(phone, 'optedIn', { source: 'form' });
			expect(await afterwards(phone)).toBe('send');
		});

		it('do not count any more when the provider refuses them, however long they waited', async () => {
			const phone = stranger();
			await tell(phone, 'optedIn');
			const { id } = await schedule(phone);
			await service.service.store.query(
				"update rcs.passes set added_at = now() - interval '7 hours' where id = $1",
				[id],
			);
			expect(await afterwards(phone)).toBe('hold');
			status = REJECTED;
			await carryOn(later(), await kept(id));
			expect(await kept(id)).toMatchObject({ status: 'rejected' });
			expect(await afterwards(phone)).toBe('send');
		});

		it('do not count any more when their account is gone', async () => {
			const phone = stranger();
			await tell(phone, 'optedIn');
			const { id } = await schedule(phone);
			await carryOn({ ...later(), accounts: new Map() }, await kept(id));
			expect(await kept(id)).toMatchObject({ status: 'rejected' });
			expect(await afterwards(phone)).toBe('send');
		});

		it('are refused at once for people who did not agree', async () => {
			expect(await schedule(stranger())).toMatchObject({ status: 'refused' });
		});
	});
});
