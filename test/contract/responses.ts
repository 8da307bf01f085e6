import type { ErrorCategory, ProviderError } from '../../core/errors';
import { networkError } from '../../core/http';
import type { Provider, SendResult } from '../../core/provider';
import { aMessage, anId } from '../fixtures/messages';
import type { ProviderFixtures } from '../fixtures/types';
import { deliver, response } from './deliver';

const HTML = '<!doctype html><title>Bad gateway</title>';
const NOON = 'Tue, 01 Jan 2030 12:00:00 GMT';
const NOON_AND_A_HALF = 'Tue, 01 Jan 2030 12:00:30 GMT';

/** What a provider answers becomes one result a message, in words and with an advice. */
export function responsesContract(provider: Provider, fixtures: ProviderFixtures): void {
	const { answers } = fixtures;
	const one = aMessage({ id: anId(1) });
	const messages = [one, aMessage({ id: anId(2), to: '+447700900124' })].slice(
		0,
		provider.profile.bulk.messages,
	);

	async function sent(
		answer: Parameters<typeof deliver>[3],
		batch = messages,
	): Promise<SendResult[]> {
		const { results } = await deliver(provider, fixtures, batch, answer);
		expect(results.map(({ id, to }) => ({ id, to }))).toEqual(
			batch.map(({ id, to }) => ({ id, to })),
		);
		return results;
	}

	async function failure(answer: Parameters<typeof deliver>[3]): Promise<ProviderError> {
		const results = await sent(answer);
		const [result] = results;
		if (!result || result.status === 'accepted') throw new Error('must not be accepted');
		expect(results.every(({ status }) => status === result.status)).toBe(true);
		expect(result.error.advice).not.toBe('');
		expect(result.error.message).not.toBe('');
		return result.error;
	}

	test('accepted', async () => {
		const results = await sent((_request, batch) => answers.accepted(batch));
		expect(results.map(({ status }) => status)).toEqual(messages.map(() => 'accepted'));
	});

	const { refused } = answers;
	if (refused)
		test('a message refused inside a 2xx is rejected, and only it', async () => {
			const [first, ...others] = await sent((_request, batch) => refused(batch));
			expect(first).toMatchObject({
				status: 'rejected',
				error: { message: expect.stringMatching(/\w/), advice: expect.stringMatching(/\w/) },
			});
			expect(others.every(({ status }) => status === 'accepted')).toBe(true);
		});

	const { duplicate } = answers;
	test('an id the provider knows means that it was accepted before', async () => {
		expect(duplicate !== undefined).toBe(provider.profile.deduplicates);
		if (!duplicate) return;
		const [first] = await sent((_request, batch) => duplicate(batch));
		expect(first).toMatchObject({ status: 'accepted', duplicate: true });
	});

	const statuses: [number, ErrorCategory, boolean][] = [
		[400, 'validation', false],
		[401, 'auth', false],
		[402, 'credit', false],
		[403, 'permission', false],
		[410, 'notFound', false],
		[429, 'rateLimit', true],
		// A server that failed inside may have sent the message.
		[408, 'unknownOutcome', false],
		[500, 'unknownOutcome', false],
		[502, 'unknownOutcome', false],
		[503, 'provider', true],
	];
	test.each(statuses)('HTTP %i is %s', async (httpStatus, category, retryable) => {
		const words = "the provider's own words";
		for (const body of [answers.failure(words), '', HTML, 'null', '[]', '"no"']) {
			const error = await failure(() => response(httpStatus, body));
			expect(error).toMatchObject({ category, retryable, httpStatus });
			expect(error.message.includes(words)).toBe(body.includes(words));
		}
	});

	test.each([301, 302, 307, 308])('HTTP %i is a wrong base URL', async (httpStatus) => {
		for (const body of ['', HTML, answers.failure('moved')])
			expect(await failure(() => response(httpStatus, body))).toMatchObject({
				category: 'configuration',
				retryable: false,
				httpStatus,
				advice: expect.stringMatching(/base URL.*redirects/),
			});
	});

	test('HTTP 404 and 405 are a wrong base URL, unless the provider says it in words', async () => {
		for (const httpStatus of [404, 405])
			for (const body of ['', HTML, 'null', '{}'])
				expect(await failure(() => response(httpStatus, body))).toMatchObject({
					category: 'configuration',
					retryable: false,
					httpStatus,
					advice: expect.stringContaining('base URL'),
				});
		expect(await failure(() => response(404, answers.failure('no such agent')))).toMatchObject({
			category: answers.notFound ?? 'notFound',
			advice: expect.not.stringContaining('base URL'),
		});
	});

	test('Retry-After in seconds and as a date', async () => {
		const after = (headers: Record<string, string>) =>
			failure(() => response(429, answers.failure('slow down'), headers));
		expect(await after({ 'retry-after': '7' })).toMatchObject({ retryAfterMs: 7000 });
		expect(await after({ 'retry-after': NOON_AND_A_HALF, date: NOON })).toMatchObject({
			retryAfterMs: 30_000,
		});
		expect(await after({ 'retry-after': NOON, date: NOON_AND_A_HALF })).toMatchObject({
			retryAfterMs: 0,
		});
		for (const headers of [{}, { 'retry-after': '' }, { 'retry-after': 'soon' }])
			expect(await after(headers)).not.toHaveProperty('retryAfterMs');
	});

	test.each(['', HTML, 'null', '[]', '{}', '{"messages":"none"}'])(
		'a 200 that says nothing (%p) leaves the outcome unknown',
		async (body) => {
			const results = await sent(() => response(200, body));
			for (const result of results)
				expect(result).toMatchObject({
					status: 'unknown',
					error: {
						category: 'unknownOutcome',
						retryable: false,
						advice: expect.not.stringContaining('connection ended'),
					},
				});
		},
	);

	test.each(['', HTML])('a 200 that is no JSON (%p) is a wrong base URL', async (body) => {
		expect(await failure(() => response(200, body))).toMatchObject({
			message: expect.stringContaining("not the provider's API"),
			advice: expect.stringMatching(/base URL.*look the message up/),
		});
	});

	test('a connection that was never made is a network error', async () => {
		const error = await failure(() => networkError('api.example.com', 'ECONNREFUSED'));
		expect(error).toMatchObject({ category: 'network', retryable: true });
		expect(error.message).toContain('api.example.com');
	});

	test.each(['ECONNRESET', 'ETIMEDOUT', undefined])(
		'a connection that ended early (%s) leaves the outcome unknown',
		async (code) => {
			const results = await sent(() => networkError('api.example.com', code));
			for (const result of results)
				expect(result).toMatchObject({
					status: 'unknown',
					error: { category: 'unknownOutcome', retryable: false },
				});
		},
	);
}
