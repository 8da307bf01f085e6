import { bool, object } from '../../schema';

/** POST /rcs/1/senders/{senderName}/test-numbers. */
export const createTestNumber = object({
	'testNumber!': { type: 'string', pattern: '^\\+?[1-9]\\d{1,14}$' },
	primary: bool,
});

/** PATCH .../test-numbers/{testNumber}. */
export const updateTestNumber = object({ 'primary!': bool });
