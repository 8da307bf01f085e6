import { API_KEY, useSandbox } from '../sandbox/world';
import { startTestService, type TestService } from './support/world';

/** A phone of the sandbox; the number is reserved for fiction. */
const ANDROID = '+447700900001';

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
