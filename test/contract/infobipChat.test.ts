import { base, provider, wire } from './infobipWire';

/** Signs of life in the chat: POST /rcs/1/events. */

const status = { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
const accepted = {
	bulkId: 'bulk-1',
	messages: [{ messageId: 'event-1', status, destination: '447700900123' }],
};
const to = '+447700900123';

test('typing, from the sender of the account', async () => {
	const { call, requests } = wire(accepted);
	await provider.event?.(call, { type: 'typing', to });
	expect(requests).toEqual([
		{
			method: 'POST',
			url: `${base}/rcs/1/events`,
			body: {
				events: [
					{
						sender: 'DemoSender',
						destinations: [{ to: '447700900123' }],
						content: { type: 'TYPING_INDICATOR' },
					},
				],
			},
		},
	]);
});

test('read, from another sender and for an application', async () => {
	const { call, requests } = wire(accepted, 200, {
		options: { applicationId: 'app', entityId: 'entity' },
	});
	await provider.event?.(call, { type: 'read', to, from: 'InfoSender', messageId: 'in-1' });
	expect(requests[0]?.body).toEqual({
		events: [
			{
				sender: 'InfoSender',
				destinations: [{ to: '447700900123' }],
				content: { type: 'SEEN', messageId: 'in-1' },
				options: { platform: { applicationId: 'app', entityId: 'entity' } },
			},
		],
	});
});

test('read needs the message that was read, because Infobip knows no latest one', async () => {
	const { call, requests } = wire(accepted);
	await expect(provider.event?.(call, { type: 'read', to })).rejects.toMatchObject({
		detail: { category: 'validation', problems: [{ path: 'messageId' }] },
	});
	expect(requests).toEqual([]);
});

test('nothing is shown without a sender', async () => {
	const { call, requests } = wire(accepted, 200, { agent: '' });
	await expect(provider.event?.(call, { type: 'typing', to })).rejects.toMatchObject({
		detail: { category: 'configuration' },
	});
	expect(requests).toEqual([]);
});

test.each([
	[{ groupName: 'REJECTED', name: 'REJECTED_SOURCE' }, 'configuration'],
	[{ groupId: 5, name: 'REJECTED_DESTINATION' }, 'validation'],
	[undefined, 'provider'],
])('a 200 that says %j is no acceptance', async (answered, category) => {
	const { call } = wire({ messages: [{ messageId: 'event-1', status: answered }] });
	await expect(provider.event?.(call, { type: 'typing', to })).rejects.toMatchObject({
		detail: { category },
	});
});

test('a refused request is an error in the words of Infobip', async () => {
	const violation = { property: 'events[0].content.messageId', violation: 'is not known' };
	const { call } = wire({ errorCode: 'E400', description: 'No', violations: [violation] }, 400);
	await expect(
		provider.event?.(call, { type: 'read', to, messageId: 'gone' }),
	).rejects.toMatchObject({
		detail: {
			category: 'validation',
			code: 'E400',
			problems: [{ path: 'events[0].content.messageId' }],
		},
	});
});
