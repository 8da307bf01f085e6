import { readTapped, readTyped } from '../../core/event/inbound';

describe('what a person says', () => {
	it.each([
		['STOP', 'user.optedOut'],
		['Cancel', 'user.optedOut'],
		['start', 'user.optedIn'],
		['stop by at five', 'message.replied'],
	])('typed: %s is %s', (text, type) => {
		expect(readTyped(text, true).type).toBe(type);
	});

	it('a clear wish in other words is an opt-out, and an unclear one stays a message that says so', () => {
		expect(readTyped('please stop texting me', true)).toEqual({
			type: 'user.optedOut',
			text: 'please stop texting me',
		});
		expect(readTyped('enough', true)).toEqual({
			type: 'message.replied',
			text: 'enough',
			optOut: {
				verdict: 'doubtful',
				why: 'It may ask for fewer messages, for none of a kind, or for none at all',
			},
		});
	});

	it('a wish for messages that is no keyword is no opt-in', () => {
		expect(readTyped('sign me up', false)).toMatchObject({
			type: 'message.received',
			optOut: { verdict: 'optIn' },
		});
		expect(readTyped('start please', false)).toMatchObject({
			type: 'user.optedIn',
			keyword: 'START',
		});
	});

	it('a chip that says what may be an opt-out is a tap and no more', () => {
		expect(readTapped('Enough', 'data:1')).toEqual({
			type: 'message.replied',
			text: 'Enough',
			postbackData: 'data:1',
		});
	});

	it.each([
		['Stop', 'user.optedOut'],
		['Arrêt', 'user.optedOut'],
		['Unsubscribe', 'user.optedOut'],
		['Cancel', 'message.replied'],
		['End', 'message.replied'],
		['Alto', 'message.replied'],
		['Start', 'message.replied'],
		['Subscribe', 'message.replied'],
	])('tapped: a chip that somebody labelled %s is %s', (text, type) => {
		expect(readTapped(text, 'data:1')).toMatchObject({ type, text, postbackData: 'data:1' });
	});

	it.each([
		['STOP', 'user.optedOut'],
		['unsubscribe', 'user.optedOut'],
		['stop:tour', 'message.replied'],
		['CANCEL', 'message.replied'],
		['START', 'message.replied'],
	])('tapped: a chip whose postback data is %s is %s', (postbackData, type) => {
		const text = 'No more offers';
		expect(readTapped(text, postbackData)).toMatchObject({ type, text, postbackData });
	});
});
