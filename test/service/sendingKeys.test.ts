import { API_KEY, useSandbox } from '../sandbox/world';
import { startTestService, type TestService } from './support/world';

/** Phones of the sandbox; numbers reserved for fiction. */
const ANDROID = '+447700900001';
const IPHONE = '+447700900002';

const HOUR = 3_600_000;

describe('the key of a call', () => {
	const sandbox = useSandbox();
	let service: TestService;
	/** How far the clock of the service is put ahead. */
	let ahead = 0;
	const clock = {
		now: () => Date.now() + ahead,
		wait: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
	};
	beforeAll(async () => {
		const settings = {
			baseUrl: `${sandbox.url()}/infobip`,
			agent: 'DemoShop',
			auth: { kind: 'apiKey', apiKey: API_KEY.authorization.slice('App '.length) },
		};
		const account = { provider: 'infobip', settings };
		const providers = { infobip: account, other: account };
		const purposes = { marketing: { quietHours: 'off' }, orders: { kind: 'transactional' } };
		service = await startTestService({ providers, purposes }, clock);
	});
	afterAll(() => service.stop());
	beforeEach(() => {
		ahead = 0;
	});

	let keys = 0;
	const newKey = () => `shipped-${(keys += 1)}`;
	const order = {
		...{ connection: 'infobip', purpose: 'orders' },
		message: { to: ANDROID, content: { kind: 'text', text: 'Your parcel is on its way' } },
	};
	const ask = (body: object) => service.post('/v1/messages', body);
	const sent = () => sandbox.oracle('infobip');

	it.each([
		['number', { message: { ...order.message, to: IPHONE } }],
		['text', { message: { ...order.message, content: { kind: 'text', text: 'Sale' } } }],
		['purpose', { purpose: 'marketing' }],
		['account', { connection: 'other' }],
	])('stands for no call with another %s', async (_, other) => {
		const idempotencyKey = newKey();
		const first = await ask({ ...order, idempotencyKey });
		expect(first).toMatchObject({ status: 200, body: { status: 'accepted' } });
		expect(await ask({ ...order, ...other, idempotencyKey })).toMatchObject({
			status: 409,
			body: { error: { category: 'duplicate' } },
		});
		expect(await ask({ ...order, idempotencyKey })).toEqual(first);
		expect(await sent()).toHaveLength(1);
	});

	it('is not told beside the id of the message: only one of them could hold', async () => {
		const message = { ...order.message, id: 'order-1001' };
		expect(await ask({ ...order, message, idempotencyKey: newKey() })).toMatchObject({
			status: 400,
			body: { error: { problems: [{ path: 'body.idempotencyKey' }] } },
		});
		expect(await sent()).toEqual([]);
	});

	it('gets the first answer, also when the time it named is past', async () => {
		const at = new Date(Date.now() + HOUR).toISOString();
		const asked = {
			...{ ...order, message: { ...order.message, schedule: { at } } },
			idempotencyKey: newKey(),
		};
		const first = await ask(asked);
		expect(first).toMatchObject({ status: 200, body: { status: 'held', holdUntil: at } });
		ahead = 4 * HOUR;
		expect(await ask(asked)).toEqual(first);
		expect(await ask({ ...asked, idempotencyKey: newKey() })).toMatchObject({ status: 400 });
	});

	it('gets the first answer with what was changed for the provider', async () => {
		const asked = {
			...{ ...order, message: { ...order.message, traffic: 'transaction' } },
			idempotencyKey: newKey(),
		};
		const first = await ask(asked);
		expect(first).toMatchObject({ body: { status: 'accepted', changes: [{ path: 'traffic' }] } });
		expect(await ask(asked)).toEqual(first);
	});
});
