import { aMessage } from '../fixtures/messages';
import { arrived } from './arrived';
import { provider, wire } from './infobipWire';

test.each(['constructor', '__proto__', 'BRAND_NEW'])(
	'a report with an error nobody knows (%s) is still a report',
	(name) => {
		const status = { groupName: 'UNDELIVERABLE', name };
		const report = { messageId: 'out-1', channel: name, status, error: { id: 1, name } };
		const [event] = provider.webhook.parse(arrived(JSON.stringify({ results: [report] })));
		expect(event).toMatchObject({
			type: 'message.failed',
			error: { category: 'notReachable', code: name, advice: expect.stringMatching(/\w/) },
		});
	},
);

describe('a delivery report', () => {
	const typeOf = (report: object) => {
		const result = { messageId: 'out-1', to: '447700900123', ...report };
		return provider.webhook.parse(arrived(JSON.stringify({ results: [result] })))[0];
	};
	const error = { id: 7002, name: 'EC_UNKNOWN_USER', description: 'No RCS' };

	test('that is pending with an error tells of a fallback only where one was asked for', () => {
		const pending = { status: { groupName: 'PENDING' }, error };
		expect(typeOf({ ...pending, channel: 'RCS' })).toMatchObject({
			type: 'message.fallback',
			error: { code: 'EC_UNKNOWN_USER' },
		});
		expect(typeOf(pending)).toMatchObject({ type: 'message.sent', channel: 'rcs' });
		expect(typeOf(pending)).not.toHaveProperty('error');
	});

	test.each([
		[0, 'message.queued'],
		[1, 'message.sent'],
		[2, 'message.failed'],
		[3, 'message.delivered'],
		[4, 'message.expired'],
		[5, 'message.failed'],
		[6, 'unknown'],
		[-1, 'unknown'],
		['constructor', 'unknown'],
	])('is read by the id of its group (%s) where its name is missing', (groupId, type) => {
		expect(typeOf({ status: { groupId } })).toMatchObject({ type });
	});

	test('names group 0 in two ways, and the name counts more than the id', () => {
		expect(typeOf({ status: { groupName: 'OK' } })).toMatchObject({ type: 'message.queued' });
		expect(typeOf({ status: { groupName: 'DELIVERED', groupId: 1 } })).toMatchObject({
			type: 'message.delivered',
		});
	});

	test('without a reason has that of its group', () => {
		expect(typeOf({ status: { groupId: 2 } })).toMatchObject({
			error: { category: 'notReachable' },
		});
	});
});

test.each([
	[{ groupId: 1 }, 'accepted'],
	[{ groupId: 5, name: 'REJECTED_DESTINATION_BLOCKLISTED' }, 'rejected'],
	[{}, 'unknown'],
])('an answer about a message is read by its group: %j', async (status, outcome) => {
	const message = aMessage({ id: 'out-1' });
	const { call } = wire({ messages: [{ messageId: 'out-1', status }] });
	expect(await provider.send(call, [message])).toMatchObject([{ status: outcome }]);
});
