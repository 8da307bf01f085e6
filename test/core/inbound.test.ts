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
});
