import { carryOn } from '../../service/sending/carryOn';
import { findSend, type Send } from '../../service/sending/sends';
import { until } from '../until';
import { ACCEPTED, type Infobip, REJECTED, startInfobip } from './support/infobip';
import { stranger } from './support/stranger';
import { startTestService, type TestService } from './support/world';

describe('messages between the gate and the provider', () => {
	let provider: Infobip;
	let service: TestService;

	beforeAll(async () => {
		provider = await startInfobip();
		const { settings } = provider;
		service = await startTestService({
			providers: { infobip: { provider: 'infobip', settings } },
			purposes: { marketing: { quietHours: 'off', caps: [{ max: 1, hours: 24 }] }, news: {} },
		});
	});
	afterAll(async () => {
		await service.stop();
		provider.stop();
	});
	beforeEach(() => provider.reset());

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
	async function sending(fields: { to: string; [name: string]: unknown }) {
		let answer = (): void => undefined;
		provider.letGo = new Promise((done) => (answer = done));
		const id = `held-${fields.to.slice(1)}`;
		const message = { content: { kind: 'text', text: 'Sale' }, id, ...fields };
		const answered = service.post('/v1/messages', { message });
		await until(() => provider.sent.length > 0);
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
		expect(provider.sent).toHaveLength(1);
	});

	it('is unknown where it is refused when it is repeated after a crash', async () => {
		const phone = stranger();
		await tell(phone, 'optedIn');
		const { id } = await simple({ to: phone, text: 'Sale' });
		await set(id, 'sending');
		provider.status = REJECTED;
		await carryOn(service.service, await kept(id));
		expect(await kept(id)).toMatchObject({ status: 'unknown' });
		expect(provider.sent).toHaveLength(2);
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
		expect(provider.sent).toHaveLength(1);
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
		provider.status = REJECTED;
		expect(await simple({ to: phone, text: 'Sale' })).toMatchObject({ status: 'rejected' });
		provider.status = ACCEPTED;
		expect(await simple({ to: phone, text: 'Sale' })).toMatchObject({ status: 'accepted' });
		expect(await simple({ to: phone, text: 'Sale' })).toMatchObject({ status: 'held' });
		expect(provider.sent).toHaveLength(2);
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
});
