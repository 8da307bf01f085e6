import { readOptOut } from '../../core/event/optOut';
import { spokenIn } from '../../core/event/spokenIn';

describe('the languages of a number', () => {
	it.each([
		['+15550100123', ['en']],
		['+447700900123', ['en']],
		['+351910000000', ['pt']],
		['+212600000000', ['ar', 'fr']],
		['+17875550100', ['es']],
		['+18095550100', ['es']],
		['+32470000000', ['nl', 'fr', 'de']],
		['+8190000000', []],
		['447700900123', []],
		['', []],
	])('%s', (phone, languages) => {
		expect(spokenIn(phone)).toEqual(languages);
	});

	it('decides what an everyday word says', () => {
		const said = (phone: string) => readOptOut('Alto', spokenIn(phone)).verdict;
		expect(said('+17875550100')).toBe('optOut');
		expect(said('+15550100123')).toBe('doubtful');
	});
});
