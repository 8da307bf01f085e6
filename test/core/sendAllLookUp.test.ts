import type { MessageRef, MessageStatus } from '../../core/chat';
import { providerError, RcsError } from '../../core/errors';
import { networkError } from '../../core/http';
import type { Provider } from '../../core/provider';
import { conversation } from '../../core/providers/conversation';
import { accepted, refused, run } from './sending';

const cut = () => {
	throw networkError('api.example.com', 'ECONNRESET');
};

/** The conversation API, if it could be asked for messages by our ids. */
function knowing(
	status: NonNullable<Provider['status']>,
	looksUpByMessageId = true,
): { provider: Provider; asked: MessageRef[][] } {
	const asked: MessageRef[][] = [];
	const provider: Provider = {
		...conversation,
		profile: { ...conversation.profile, looksUpByMessageId },
		status(call, messages) {
			asked.push([...messages]);
			return status(call, messages);
		},
	};
	return { provider, asked };
}

const has = (...ids: string[]) => {
	const known = ids.map((id): MessageStatus => ({ id, state: 'sent', raw: null }));
	return () => Promise.resolve(known);
};

test('a message the provider has was accepted, and is never sent again', async () => {
	const { provider, asked } = knowing(has('m0'));
	const { requests, results } = await run(provider, 1, cut);
	expect(requests).toHaveLength(1);
	expect(asked).toEqual([[{ id: 'm0', to: '+447700900000' }]]);
	expect(results.get('m0')).toEqual({
		id: 'm0',
		to: '+447700900000',
		raw: null,
		status: 'accepted',
		lookedUp: true,
	});
});

test('a message the provider does not have stays unknown: it may still be on its way in', async () => {
	const { provider } = knowing(has('another'));
	const { requests, results } = await run(provider, 1, cut);
	expect(requests).toHaveLength(1);
	expect(results.get('m0')).toMatchObject({
		status: 'unknown',
		error: { category: 'unknownOutcome' },
	});
});

test.each([
	['refused', new RcsError(providerError('provider', 'Down'))],
	['cut as well', networkError('api.example.com', 'ECONNRESET')],
])('a look-up that is %s leaves the outcome unknown', async (_name, error) => {
	const { provider } = knowing(() => Promise.reject(error));
	const { results } = await run(provider, 1, cut);
	expect(results.get('m0')).toMatchObject({ status: 'unknown' });
});

test('a mistake of our own is not hidden by a look-up', async () => {
	const { provider } = knowing(() => Promise.reject(new TypeError('a mistake')));
	await expect(run(provider, 1, cut)).rejects.toThrow('a mistake');
});

test('nobody is asked who does not know our ids, and nobody about what is certain', async () => {
	const other = knowing(has('m0'), false);
	expect((await run(other.provider, 1, cut)).results.get('m0')?.status).toBe('unknown');
	const { provider, asked } = knowing(has('m0'));
	await run(provider, 1, accepted);
	await run(provider, 1, () => refused(400));
	expect([...other.asked, ...asked]).toEqual([]);
});

test('of a bulk call only what is unknown is asked for', async () => {
	const { provider, asked } = knowing(has('m0', 'm1'));
	const unknown = providerError('unknownOutcome', 'No answer');
	const bulk: Provider = {
		...provider,
		profile: { ...provider.profile, bulk: { messages: 3, numbers: 1 } },
		send: async (_call, batch) =>
			Promise.resolve(
				batch.map(({ id, to }) =>
					id === 'm1'
						? { id, to, raw: {}, status: 'unknown', error: unknown }
						: { id, to, raw: {}, status: 'accepted' },
				),
			),
	};
	const { results } = await run(bulk, 3, accepted);
	expect(asked).toEqual([[{ id: 'm1', to: '+447700900001' }]]);
	expect([...results.values()].map(({ status }) => status)).toEqual(Array(3).fill('accepted'));
	expect(results.get('m0')).not.toHaveProperty('lookedUp');
});
