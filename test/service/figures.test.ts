import { addMessages } from './support/pageRows';
import { startTestService, type TestService } from './support/world';

const range = 'from=2026-11-01T00:00:00Z&to=2026-11-08T00:00:00Z';
const at = (time: string) => `2026-11-${time}:00Z`;
const off = { category: 'notReachable', code: '20', message: 'The phone is off', advice: 'Wait.' };

const phones = { ann: '+447700900101', bob: '+447700900102', cat: '+447700900103' };

const none = {
	...{ sent: 0, delivered: 0, read: 0, clicked: 0, replied: 0, failed: 0, fellBack: 0 },
	...{ rcs: 0, fallback: 0, optedOut: 0, deliveredRate: 0, readRate: 0, clickedRate: 0 },
	...{ repliedRate: 0, failedRate: 0, optedOutRate: 0, rcsShare: 0, fallbackShare: 0, causes: [] },
};

interface Answer {
	from: string;
	to: string;
	figures: Record<string, unknown>[];
}

let service: TestService;

async function ask(query: string): Promise<Answer> {
	const { status, body } = await service.get(`/v1/figures?${query}`);
	expect(status).toBe(200);
	return body as Answer;
}

beforeAll(async () => {
	service = await startTestService();
	await addMessages(service.service.store, [
		{ message_id: '1', campaign: 'sale/A', phone: phones.ann, sent_at: at('01T10:00') },
		{
			message_id: '2',
			campaign: 'sale/A',
			phone: phones.bob,
			sent_at: at('02T10:00'),
			state: 'read',
		},
		{
			...{ message_id: '3', campaign: 'sale/A', phone: phones.cat, sent_at: at('02T10:00') },
			...{ channel: 'sms', fell_back: true, failed_at: at('02T10:01'), error: off },
		},
		{
			...{ message_id: '4', campaign: 'sale/B', phone: phones.bob, sent_at: at('03T10:00') },
			...{ state: 'failed', failed_at: at('03T10:01'), error: off },
		},
		{ message_id: '5', phone: phones.ann, sent_at: at('04T10:00'), replied_at: at('04T11:00') },
		{ message_id: '6', campaign: 'sale/A', sent_at: at('04T10:00'), state: 'queued' },
		{ message_id: '7', campaign: 'before', phone: phones.cat, sent_at: '2026-10-20T10:00:00Z' },
	]);
	const optOuts = [
		['a', phones.ann, at('03T12:00')],
		['b', phones.bob, at('05T12:00')],
		// A person counts once, however often they say it.
		['b again', phones.bob, at('05T12:01')],
		['c', '+447700900104', at('05T12:00')],
	];
	await service.service.store.query(
		`insert into rcs.statements (id, phone, agent, purpose, state, level, origin, source, occurred_at, recorded_at)
		select id, phone, '*', '*', 'optedOut', 'single', 'person', 'keyword', at::timestamptz, at::timestamptz
		from unnest($1::text[], $2::text[], $3::text[]) as one (id, phone, at)`,
		[0, 1, 2].map((column) => optOuts.map((row) => row[column])),
	);
});
afterAll(() => service.stop());

it('tells of all messages together, with the causes of failures in the words of the provider', async () => {
	expect(await ask(range)).toEqual({
		...{ from: '2026-11-01T00:00:00.000Z', to: '2026-11-08T00:00:00.000Z' },
		figures: [
			{
				...{ sent: 5, delivered: 4, read: 1, clicked: 0, replied: 1, failed: 1, fellBack: 1 },
				...{ rcs: 3, fallback: 1, optedIn: 0, optedOut: 3 },
				...{ deliveredRate: 0.8, readRate: 0.2, clickedRate: 0, repliedRate: 0.2 },
				...{ failedRate: 0.2, optedOutRate: 0.6, rcsShare: 0.75, fallbackShare: 0.25 },
				causes: [
					{
						...{ provider: 'infobip', ...off, count: 2, reached: 1 },
						...{ firstAt: '2026-11-02T10:01:00.000Z', lastAt: '2026-11-03T10:01:00.000Z' },
					},
				],
			},
		],
	});
});

it('tells of each campaign, and which message people had last got when they opted out', async () => {
	const { figures } = await ask(`${range}&by=campaign`);
	expect(figures.map(({ campaign }) => campaign)).toEqual(['sale/A', 'sale/B', null]);
	expect(figures).toMatchObject([
		{
			...{ campaign: 'sale/A', sent: 3, delivered: 3, optedOut: 1, fallback: 1 },
			causes: [{ message: off.message, count: 1, reached: 1 }],
		},
		{ sent: 1, failed: 1, failedRate: 1, optedOut: 1, causes: [{ count: 1, reached: 0 }] },
		{ sent: 1, replied: 1, optedOut: 0, causes: [] },
	]);
	expect(figures[0]).not.toHaveProperty('optedIn');
});

it('tells of the campaigns that are named, in that order, also where there is nothing to tell', async () => {
	const query = `${range}&by=campaign&campaign=sale/B&campaign=winter`;
	const { figures } = await ask(query);
	expect(figures).toEqual([
		expect.objectContaining({ campaign: 'sale/B', sent: 1, failed: 1 }),
		{ campaign: 'winter', ...none },
	]);
	const together = await ask(`${range}&campaign=sale/A&campaign=sale/B`);
	expect(together.figures).toMatchObject([{ sent: 4, delivered: 3, optedOut: 2 }]);
	expect(together.figures[0]?.['causes']).toMatchObject([{ count: 2 }]);
});

it('says the same as the page', async () => {
	const { figures } = await ask(`${range}&by=campaign`);
	const { body } = await service.get(`/v1/page/campaigns?${range}`);
	const { campaigns } = body as { campaigns: object[] };
	expect(figures).toMatchObject(campaigns);
});

it('tells of nothing where nothing was sent', async () => {
	const empty = 'from=2025-01-01&to=2025-01-02';
	expect((await ask(empty)).figures).toEqual([{ ...none, optedIn: 0 }]);
	expect((await ask(`${empty}&by=campaign`)).figures).toEqual([]);
});

it.each([
	['by=day', 'query.by'],
	['from=yesterday', 'query.from'],
	['campaign=', 'query.campaign.0'],
])('names what is wrong with %s', async (query, path) => {
	const { status, body } = await service.get(`/v1/figures?${query}`);
	expect(status).toBe(400);
	expect(body).toMatchObject({ error: { problems: [{ path }] } });
});

it('asks for a token', async () => {
	expect((await service.get('/v1/figures', 'wrong')).status).toBe(401);
});
