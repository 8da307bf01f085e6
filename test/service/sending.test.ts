import { API_KEY, useSandbox } from '../sandbox/world';
import { startTestService, type TestService } from './support/world';

/** Phones of the sandbox; numbers reserved for fiction. */
const ANDROID = '+447700900001';
const NEVER_ASKED = '+447700900002';

const card = {
	to: ANDROID,
	title: 'Your parcel',
	linkUrl: 'https://example.com/track',
	purpose: 'transactional',
	traffic: 'transaction',
};

describe('sending over the API', () => {
	const sandbox = useSandbox();
	let service: TestService;
	beforeAll(async () => {
		const settings = {
			baseUrl: `${sandbox.url()}/infobip`,
			agent: 'DemoShop',
			auth: { kind: 'apiKey', apiKey: API_KEY.authorization.slice('App '.length) },
		};
		service = await startTestService({
			providers: { infobip: { provider: 'infobip', settings } },
			purposes: { marketing: { quietHours: 'off' } },
			tokens: [
				{ name: 'tests', token: 'a-token-for-tests-only' },
				{ name: 'reader', token: 'a-token-that-may-not-send', may: ['consent'] },
			],
		});
	});
	afterAll(() => service.stop());

	const simple = (fields: object, token?: string) =>
		service.post('/v1/messages/simple', fields, token);
	const sent = () => sandbox.oracle('infobip');

	it('sends a card from flat fields, with its SMS fallback', async () => {
		const { status, body } = await simple({
			...card,
			smsText: 'Your parcel is on its way',
			replies: 'Yes, No',
		});
		expect({ status, body }).toMatchObject({ status: 200, body: { status: 'accepted' } });
		expect(await sent()).toMatchObject([{ kind: 'card', to: ANDROID }]);
	});

	it('takes empty fields for left out, as a contact without the value gives them', async () => {
		const empty = {
			country: '',
			timeZone: ' ',
			connection: '',
			traffic: null,
			text: '',
			replies: '',
		};
		expect((await simple({ ...card, ...empty })).body).toMatchObject({ status: 'accepted' });
		expect((await simple({ ...card, to: '' })).body).toMatchObject({
			error: { problems: [{ path: 'body.to', message: 'body.to is missing' }] },
		});
	});

	it('sends nothing to people who did not agree, and says why', async () => {
		const { body } = await simple({ to: NEVER_ASKED, text: 'Sale' });
		expect(body).toMatchObject({
			status: 'refused',
			reason: { category: 'consentMissing', rule: 'notOptedIn' },
		});
		expect(await sent()).toEqual([]);
	});

	it('sends to people who did agree', async () => {
		await service.post('/v1/consent', { statements: [{ phone: ANDROID, state: 'optedIn' }] });
		expect((await simple({ to: ANDROID, text: 'Sale' })).body).toMatchObject({
			status: 'accepted',
		});
	});

	it('sends once for a key, however often and at the same time it is asked', async () => {
		const asked = { ...card, idempotencyKey: 'shipped-1' };
		const answers = await Promise.all([simple(asked), simple(asked), simple(asked)]);
		expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
		expect((await simple(asked)).body).toMatchObject({ status: 'accepted' });
		expect(await sent()).toHaveLength(1);
	});

	it('refuses a key that stands for another message', async () => {
		await simple({ ...card, idempotencyKey: 'shipped-2' });
		const { status, body } = await simple({
			...card,
			title: 'Another',
			idempotencyKey: 'shipped-2',
		});
		expect({ status, body }).toMatchObject({
			status: 409,
			body: { error: { category: 'duplicate' } },
		});
	});

	it('shows a dry run: requests, and what the gate says', async () => {
		const { body } = await simple({ to: NEVER_ASKED, text: 'Sale', dryRun: 'true' });
		expect(body).toMatchObject({
			status: 'dryRun',
			gate: { outcome: 'refused', rule: 'notOptedIn' },
		});
		expect(JSON.stringify(body)).not.toContain('sandbox-infobip-key');
		expect(await sent()).toEqual([]);
	});

	it('takes the whole message, and names what is wrong with it', async () => {
		const bad = await service.post('/v1/messages', {
			message: { to: ANDROID, content: { kind: 'text' } },
		});
		expect(bad).toMatchObject({
			status: 400,
			body: { error: { problems: [{ path: 'message.content.text' }] } },
		});
		const good = { to: ANDROID, content: { kind: 'text', text: 'Hello' }, traffic: 'transaction' };
		const { body } = await service.post('/v1/messages', {
			message: good,
			purpose: 'transactional',
		});
		expect(body).toMatchObject({ status: 'accepted' });
	});

	it('says what became of a message', async () => {
		const { body } = await simple({ ...card, campaignId: 'parcels' });
		const { id } = body as { id: string };
		expect(await service.get(`/v1/messages/${id}`)).toMatchObject({
			status: 200,
			body: { id, provider: 'infobip', campaign: 'parcels', phone: ANDROID },
		});
	});

	it('asks for a token that may send', async () => {
		expect(await simple(card, 'a-token-that-may-not-send')).toMatchObject({
			status: 403,
			body: { error: { message: expect.stringContaining('"send"') as string } },
		});
	});
});
