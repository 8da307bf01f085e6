import { weekdays } from '../../core/message/types';
import { carryOn } from '../../service/sending/carryOn';
import { findSend, type Send } from '../../service/sending/sends';
import { API_KEY, TOKEN, useSandbox } from '../sandbox/world';
import { startTestService, type TestService } from './support/world';

/** A phone of the sandbox; the number is reserved for fiction. */
const ANDROID = '+447700900001';

const DAY = 86_400_000;
const dayAfterTomorrow = weekdays[(new Date(Date.now() + 2 * DAY).getUTCDay() + 6) % 7];

const news = { to: ANDROID, text: 'Sale', purpose: 'news', connection: 'infobip' };
const order = { to: ANDROID, text: 'Sent', purpose: 'transactional', traffic: 'transaction' };

describe('messages that are not sent at once', () => {
	const sandbox = useSandbox();
	let service: TestService;
	beforeAll(async () => {
		const infobip = {
			baseUrl: `${sandbox.url()}/infobip`,
			agent: 'DemoShop',
			auth: { kind: 'apiKey', apiKey: API_KEY.authorization.slice('App '.length) },
		};
		const conversation = {
			baseUrl: `${sandbox.url()}/conversation`,
			agent: 'DemoShop',
			auth: { kind: 'bearer', token: TOKEN.authorization.slice('Bearer '.length) },
		};
		service = await startTestService({
			providers: {
				infobip: { provider: 'infobip', settings: infobip },
				conversation: { provider: 'conversation', settings: conversation },
			},
			purposes: {
				news: {
					quietHours: {
						own: { from: '10:00', to: '18:00', days: [dayAfterTomorrow], replace: true },
					},
				},
			},
		});
		await service.post('/v1/consent', {
			statements: [{ phone: ANDROID, purpose: 'news', state: 'optedIn', source: 'form' }],
		});
	});
	afterAll(() => service.stop());

	const ask = async (fields: object) =>
		(await service.post('/v1/messages/simple', fields)).body as Record<string, string>;
	const sent = async (provider: string) => (await sandbox.oracle(provider)).map(({ id }) => id);

	async function kept(id: string | undefined): Promise<Send> {
		const send = await findSend(service.service.store, id ?? '');
		if (!send) throw new Error('The message was not written down');
		return send;
	}

	/** As if the process had ended while the provider was asked, some minutes ago. */
	async function crashed(id: string | undefined): Promise<Send> {
		await service.service.store.query(
			"update rcs.sends set status = 'sending', result = null, updated_at = now() - interval '5 minutes' where id = $1",
			[id],
		);
		return kept(id);
	}

	it('waits until it may go out, and asks the gate once more then', async () => {
		const held = await ask(news);
		expect(held).toMatchObject({ status: 'held', reason: { category: 'quietHours' } });
		const until = Date.parse(held['holdUntil'] ?? '');
		expect(until).toBeGreaterThan(Date.now());
		const jobs = await service.service.store.query(
			"select start_after from pgboss.job where name = 'send' and data->>'id' = $1 order by start_after desc limit 1",
			[held['id']],
		);
		expect(jobs).toEqual([{ start_after: held['holdUntil'] }]);
		const later = { ...service.service.clock, now: () => until + 1000 };
		await carryOn({ ...service.service, clock: later }, await kept(held['id']));
		expect(await kept(held['id'])).toMatchObject({ status: 'accepted' });
		expect(await sent('infobip')).toHaveLength(1);
	});

	it('is not sent to somebody who opted out while it waited', async () => {
		const held = await ask(news);
		await service.post('/v1/consent', {
			statements: [{ phone: ANDROID, purpose: 'news', state: 'optedOut' }],
		});
		const later = {
			...service.service.clock,
			now: () => Date.parse(held['holdUntil'] ?? '') + 1000,
		};
		const before = await sent('infobip');
		await carryOn({ ...service.service, clock: later }, await kept(held['id']));
		expect(await kept(held['id'])).toMatchObject({
			status: 'refused',
			outcome: { reason: { category: 'optedOut' } },
		});
		expect(await sent('infobip')).toEqual(before);
	});

	it('is refused instead where whoever asked does not wait', async () => {
		await service.post('/v1/consent', {
			statements: [{ phone: ANDROID, purpose: 'news', state: 'optedIn', source: 'form' }],
		});
		expect(await ask({ ...news, whenHeld: 'refuse' })).toMatchObject({
			status: 'refused',
			reason: { category: 'quietHours' },
			holdUntil: expect.any(String) as string,
		});
	});

	it('is sent again after a crash where the provider knows it again', async () => {
		const { id } = await ask({ ...order, connection: 'infobip' });
		const before = await sent('infobip');
		await carryOn(service.service, await crashed(id));
		expect(await kept(id)).toMatchObject({ status: 'accepted' });
		expect(await sent('infobip')).toEqual(before);
	});

	it('is never sent again after a crash where the provider would take it for another one', async () => {
		const { id } = await ask({ ...order, connection: 'conversation' });
		const before = await sent('conversation');
		await carryOn(service.service, await crashed(id));
		expect(await kept(id)).toMatchObject({
			status: 'unknown',
			outcome: { needsReview: true, reason: { category: 'unknownOutcome' } },
		});
		expect(await sent('conversation')).toEqual(before);
	});
});
