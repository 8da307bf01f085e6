import { startTestService, type TestService, TOKEN } from './support/world';

/** Larger than any body may be. */
const large = Buffer.alloc(6 * 1024 * 1024, ' ');

let service: TestService;
beforeAll(async () => {
	service = await startTestService();
});
afterAll(() => service.stop());

const post = (body: NonNullable<RequestInit['body']>) =>
	fetch(`${service.url}/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${TOKEN}` },
		body,
		duplex: 'half',
	} as RequestInit);

it('refuses a body whose length is told', async () => {
	const { status } = await post(large);
	expect(status).toBe(413);
});

it('refuses a body whose length only shows as it comes', async () => {
	const { status } = await post(new Blob([large]).stream());
	expect(status).toBe(413);
});

const told = {
	...{ eventId: 'in chunks', provider: 'infobip', type: 'message.read' },
	occurredAt: '2026-11-01T00:00:00Z',
};

it('takes a small body whose length is not told', async () => {
	const response = await post(new Blob([JSON.stringify(told)]).stream());
	expect(await response.json()).toMatchObject({ accepted: 1, rejected: [] });
	expect(service.failures).toEqual([]);
});

it.each(['OPTIONS', 'DELETE', 'POST', 'PUT', 'GET'])(
	'answers %s without a body',
	async (method) => {
		const { status } = await fetch(`${service.url}/v1/nothing-here`, { method });
		expect(status).toBe(404);
		expect(service.failures).toEqual([]);
	},
);
