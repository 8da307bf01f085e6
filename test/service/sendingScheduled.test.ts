import { asArray, asObject } from '../../core/json';
import { carryOn } from '../../service/sending/carryOn';
import { findSend, type Send } from '../../service/sending/sends';
import { type Infobip, REJECTED, startInfobip } from './support/infobip';
import { stranger } from './support/stranger';
import { startTestService, type TestService } from './support/world';

const HOUR = 3_600_000;

describe('messages that are scheduled', () => {
	let provider: Infobip;
	let service: TestService;

	beforeAll(async () => {
		provider = await startInfobip();
		const { settings } = provider;
		service = await startTestService({
			providers: { infobip: { provider: 'infobip', settings } },
			purposes: { marketing: { quietHours: 'off', caps: [{ max: 1, hours: 24 }] } },
		});
	});
	afterAll(async () => {
		await service.stop();
		provider.stop();
	});
	beforeEach(() => provider.reset());

	const tell = (phone: string, state: string, more: object = {}) =>
		service.post('/v1/consent', { statements: [{ phone, state, ...more }] });

	async function kept(id: string): Promise<Send> {
		const send = await findSend(service.service.store, id);
		if (!send) throw new Error('The message was not written down');
		return send;
	}

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
		expect(provider.sent).toEqual([]);
		await carryOn(later(), await kept(held.id));
		expect(await kept(held.id)).toMatchObject({ status: 'accepted' });
		expect(JSON.stringify(provider.sent)).not.toContain('sendAt');
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
		expect(provider.sent).toEqual([]);
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
		provider.status = REJECTED;
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
