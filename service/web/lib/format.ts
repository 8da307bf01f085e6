/** Numbers and times as people read them: the language of the page, the time zone of the reader. */

const numbers = new Intl.NumberFormat('en');
const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const dayAndTime = new Intl.DateTimeFormat('en-GB', {
	dateStyle: 'medium',
	timeStyle: 'medium',
});

export function count(n: number): string {
	return numbers.format(n);
}

/** `1 message`, `2 messages`. */
export function counted(n: number, one: string, several = `${one}s`): string {
	return `${count(n)} ${n === 1 ? one : several}`;
}

/** A share as a percentage; nothing where there is nothing to have a share of. */
export function percent(part: number, all: number): string {
	if (all === 0) return '–';
	const share = (part / all) * 100;
	if (share > 0 && share < 0.1) return '< 0.1 %';
	return `${share >= 99.95 || share < 0.05 ? share.toFixed(0) : share.toFixed(1)} %`;
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });

/** The countries of a number in words, the likeliest first: `United Kingdom`, `United States or 24 others`. */
export function countryWords([first, ...others]: readonly string[]): string {
	if (first === undefined) return 'A number of no country';
	const name = countryNames.of(first) ?? first;
	return others.length === 0 ? name : `${name} or ${counted(others.length, 'other')}`;
}

export function time(iso: string): string {
	return dates.format(new Date(iso));
}

export function exactTime(iso: string): string {
	return dayAndTime.format(new Date(iso));
}

const units: readonly (readonly [seconds: number, name: string])[] = [
	[86_400, 'd'],
	[3600, 'h'],
	[60, 'min'],
	[1, 's'],
];

/** `None`, `45 s`, `3 min`, `2 h 5 min`, `3 d 4 h`. */
export function duration(seconds: number): string {
	if (seconds < 1) return 'None';
	const at = units.findIndex(([length]) => seconds >= length);
	const [length, name] = units[at] ?? [1, 's'];
	const whole = Math.floor(seconds / length);
	const [smaller, smallerName] = units[at + 1] ?? [1, ''];
	const rest = Math.floor((seconds % length) / smaller);
	const tail = length >= 3600 && rest > 0 ? ` ${rest} ${smallerName}` : '';
	return `${whole} ${name}${tail}`;
}

/** `just now`, `5 min ago`. */
export function ago(iso: string, now: number = Date.now()): string {
	const seconds = (now - Date.parse(iso)) / 1000;
	return seconds < 10 ? 'just now' : `${duration(seconds)} ago`;
}
