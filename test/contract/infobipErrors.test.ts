import { asString } from '../../core/json';
import { aMessage } from '../fixtures/messages';
import codes from '../fixtures/infobip/errorCodes.json';
import { arrived } from './arrived';
import { provider, wire } from './infobipWire';

/**
 * Every status and error of "Response status and error codes" that an RCS message or its failover
 * can meet, with the category it has here: `[id, name, group, category]` of statuses,
 * `[id, name, group, permanent, category]` of errors.
 */
const { statuses, errors } = codes;

const undeliverable = { groupId: 2, groupName: 'UNDELIVERABLE', id: 9, name: 'NOT_DELIVERED' };

/** The event of a report with this error. */
function reported(error: object, more: object = {}) {
	const report = { messageId: 'out-1', to: '447700900123', status: undeliverable, error, ...more };
	return provider.webhook.parse(arrived(JSON.stringify({ results: [report] })))[0];
}

/** What an answer with this status makes of a message. */
async function answered(status: object) {
	const { call } = wire({ messages: [{ messageId: 'out-1', status }] });
	const [result] = await provider.send(call, [aMessage({ id: 'out-1' })]);
	return result?.status === 'accepted' ? undefined : result?.error;
}

test.each(statuses)('status %i %s of %s is %s', async (id, name, groupName, category) => {
	expect(await answered({ groupName, id, name, description: 'In their words' })).toMatchObject({
		category,
		code: name,
		message: 'Infobip: In their words',
		advice: expect.stringMatching(/^[A-Z].*\.$/),
	});
});

test.each(errors)(
	'error %i %s of %s, permanent: %s, is %s',
	(id, name, groupName, permanent, category) => {
		const event = reported({ groupName, id, name, description: 'In their words', permanent });
		expect(event).toMatchObject({
			type: 'message.failed',
			error: {
				category,
				code: name,
				message: 'Infobip: In their words',
				advice: expect.stringMatching(/^[A-Z].*\.$/),
				retryable: category === 'unknownOutcome' ? false : !permanent,
			},
		});
	},
);

test('a sender that is not launched is the first thing to look at', () => {
	for (const name of ['EC_UNKNOWN_USER', 'EC_FORBIDDEN_ACCESS'])
		expect(reported({ name })?.error?.advice).toContain('not launched on its carrier');
});

test('what the network lost sight of is not safe to send again', () => {
	const unsafe = errors.flatMap(([id, name, , permanent]) =>
		reported({ id, name, permanent })?.safeToFallBack ? [] : [asString(name)],
	);
	expect(unsafe).toEqual([
		'EC_NO_RESPONSE',
		'EC_MESSAGE_SUBMITTED_NOT_ACKED',
		'EC_TIME_OUT',
		'EC_DUPLICATE_MESSAGE',
		'EC_PROVIDER_TIMEOUT',
		'EC_PROVIDER_DR_ERROR',
		'EC_DUPLICATE_REQUEST',
	]);
});

test('a fallback that failed is neither safe to fall back from nor told to get a fallback', () => {
	const event = reported({ id: 27, name: 'EC_ABSENT_SUBSCRIBER' }, { channel: 'SMS' });
	expect(event).toMatchObject({ channel: 'sms', error: { category: 'notReachable' } });
	expect(event?.error?.advice).toContain('The fallback did not arrive either');
	expect(event).not.toHaveProperty('safeToFallBack');
});

test.each([4106, 4129, 4158])('error %i of the Indian registry names what to correct', (id) => {
	expect(reported({ id, name: 'EC_SOMETHING_OF_DLT' }, { channel: 'SMS' })?.error).toMatchObject({
		category: 'configuration',
		advice: expect.stringContaining('indiaDlt'),
	});
});

test.each(statuses.filter(([, name]) => /^(REJECTED|EXPIRED|UNDELIVERABLE)_/.test(String(name))))(
	'a status that is only the number %i is %s',
	async (id, name, _group, category) => {
		expect(await answered({ id })).toMatchObject({ category, code: name });
	},
);

test('an id that was sent before is a duplicate, also by its number alone', async () => {
	expect(await answered({ id: 23 })).toMatchObject({ category: 'duplicate' });
	expect(await answered({ groupId: 5, id: 23 })).toMatchObject({ category: 'duplicate' });
	expect(await answered({ id: 26 })).toBeUndefined();
});

test.each(errors)('an error that is only the number %i is %s', (id, name, _g, _p, category) => {
	expect(reported({ id })?.error).toMatchObject({ category, code: name });
});

test('an error without a name is known by its id', () => {
	expect(reported({ id: 7999 })?.error).toMatchObject({ category: 'notReachable', code: '7999' });
	expect(reported({ id: 0 })?.error).toMatchObject({ code: 'NOT_DELIVERED' });
});

test('what Infobip says to do comes before our general words, and after our own', async () => {
	const action = 'Ask your account manager.';
	const status = { groupName: 'REJECTED', action };
	expect(await answered({ ...status, name: 'REJECTED_BRAND_NEW' })).toMatchObject({
		advice: action,
	});
	const known = await answered({ ...status, name: 'REJECTED_FLOODING_FILTER' });
	expect(known?.advice).toContain('6 identical');
});
