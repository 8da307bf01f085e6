import { asObject } from '../../core/json';
import { recordingServer } from './httpServer';
import { accept, infobip, people, text, useSendRcs } from './sends';

const sends = useSendRcs();

const goOn = { settings: { onError: 'continueRegularOutput' } } as const;

describe('failures of the provider', () => {
	const one = people.slice(0, 1);
	const quick = { ...text, options: { retries: 0 } };
	const failure = (run: ReturnType<typeof sends.send>) =>
		run.then(
			() => Promise.reject(new Error('The node did not fail')),
			(error: unknown) => asObject(error),
		);

	it.each([
		[401, 'Invalid login details', /credential/],
		[403, 'Not allowed', /permission/],
		[503, 'Something happened', /later/],
	])('fail the node with %i, its words and what to do', async (status, words, advice) => {
		sends.answer = () => ({ status, body: { errorCode: 'E1', description: words } });
		const error = await failure(sends.send(quick, one));
		expect(error).toMatchObject({
			message: expect.stringContaining(words),
			description: expect.stringMatching(advice),
			httpCode: String(status),
			context: { itemIndex: 0 },
		});
		expect(JSON.stringify(error)).not.toContain('secret-key');
	});

	it('never fail the node where the message may have been sent, and nothing falls back on it', async () => {
		sends.answer = () => ({ status: 500, body: { description: 'Something happened' } });
		const { outputs } = await sends.send(quick, one);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			status: 'unknown',
			needsReview: true,
			safeToFallBack: false,
			reason: {
				category: 'unknownOutcome',
				message: expect.stringContaining('Something happened'),
				advice: expect.stringContaining('may have been sent'),
			},
		});
	});

	it('leave by Not Sent when the workflow should go on', async () => {
		sends.answer = () => ({ status: 401, body: {} });
		const { outputs } = await sends.send(quick, people, goOn);
		expect(outputs[1]?.map(({ json }) => asObject(json['reason'])['category'])).toEqual([
			'auth',
			'auth',
			'auth',
		]);
	});

	it('do not fail the node when other messages were sent', async () => {
		sends.answer = (request, count) => (count === 2 ? { status: 500 } : accept(request));
		const { outputs } = await sends.send(
			{ ...quick, provider: 'conversation', options: { retries: 0, concurrency: 1 } },
			people,
		);
		expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }, { item: 2 }],
			[{ item: 1 }],
		]);
	});

	it('name the host that does not answer', async () => {
		const closed = await recordingServer(accept);
		await closed.stop();
		const credentials = infobip(closed.url);
		const error = await failure(sends.send(quick, one, { credentials }));
		expect(error).toMatchObject({
			message: expect.stringMatching(/^No connection to 127\.0\.0\.1:\d+ \(ECONNREFUSED\)$/),
			description: expect.stringContaining('base URL'),
		});
	});

	it('of the rate limit are waited out as long as Retry-After says', async () => {
		const times: number[] = [];
		sends.answer = (request, count) => {
			times.push(Date.now());
			return count === 1 ? { status: 429, headers: { 'retry-after': '1' } } : accept(request);
		};
		const { outputs } = await sends.send(text, one);
		expect(outputs.map((output) => output.length)).toEqual([1, 0]);
		expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(990);
	});

	it('that outlast all retries are flagged for a person to look at', async () => {
		sends.answer = () => ({ status: 503, headers: { 'retry-after': '0' } });
		const { outputs } = await sends.send({ ...text, provider: 'conversation' }, one, goOn);
		expect(sends.requests).toHaveLength(4);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			status: 'notSent',
			needsReview: true,
			safeToFallBack: true,
		});
	});

	it('that cut the connection are repeated with the same id where ids are recognised', async () => {
		sends.answer = (request, count) => (count === 1 ? { hangUp: true } : accept(request));
		const { outputs } = await sends.send({ ...text, options: { retries: 1 } }, one);
		expect(outputs[0]).toHaveLength(1);
		expect(sends.bodies()[1]).toEqual(sends.bodies()[0]);
	});

	it('keep their words when n8n has words of its own for the code', async () => {
		sends.answer = () => ({ hangUp: true });
		const { outputs } = await sends.send({ ...quick, provider: 'conversation' }, one);
		expect(outputs[1]?.[0]?.json['reason']).toMatchObject({
			message: expect.stringMatching(/ended before it answered \(ECONNRESET\)$/),
			advice: expect.stringContaining('may have been sent'),
		});
	});

	it('do not fail the node when a message may have left, because a retry would send it again', async () => {
		sends.answer = (_, count) => (count === 1 ? { hangUp: true } : { status: 401 });
		const parameters = { ...quick, provider: 'conversation' };
		const { outputs } = await sends.send(parameters, people.slice(0, 2));
		expect(outputs[1]?.map(({ json }) => json['status'])).toEqual(['unknown', 'notSent']);
	});

	it('are no success where the provider does not recognise ids: 409 is a refusal', async () => {
		sends.answer = () => ({ status: 409, body: { error: 'The conversation is closed' } });
		const { outputs } = await sends.send({ ...quick, provider: 'conversation' }, one);
		expect(outputs[1]?.[0]?.json['reason']).toMatchObject({
			message: 'The conversation is closed',
		});
	});

	it('over one message of a bulk call do not hold up the others', async () => {
		sends.answer = (request) => {
			const wrong = request.body.includes('"Hi Two"');
			return wrong ? { status: 400, body: { description: 'Bad request' } } : accept(request);
		};
		const { outputs } = await sends.send(text, people);
		expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }, { item: 2 }],
			[{ item: 1 }],
		]);
	});

	it('that cut the connection are unknown, and not repeated, where ids are not', async () => {
		sends.answer = () => ({ hangUp: true });
		const { outputs } = await sends.send({ ...text, provider: 'conversation' }, one, goOn);
		expect(sends.requests).toHaveLength(1);
		expect(outputs[1]?.[0]?.json).toMatchObject({
			status: 'unknown',
			reason: { category: 'unknownOutcome' },
		});
	});
});
