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
