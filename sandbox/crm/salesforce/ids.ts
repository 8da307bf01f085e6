const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const POD = '5f0000';

/** Record ids of 18 characters, counted up per object. */
export function createIds(): (keyPrefix: string) => string {
	const counts = new Map<string, number>();
	return (keyPrefix) => {
		const count = (counts.get(keyPrefix) ?? 0) + 1;
		counts.set(keyPrefix, count);
		return toLongId(`${keyPrefix}${POD}${base62(count).padStart(6, '0')}`);
	};
}

/** The id with the three characters that keep it unique where case is lost; undefined for no id. */
export function readId(text: string): string | undefined {
	if (!/^[A-Za-z0-9]{15}([A-Za-z0-9]{3})?$/.test(text)) return undefined;
	return toLongId(text.slice(0, 15));
}

function toLongId(short: string): string {
	const suffix = [0, 5, 10].map((start) => {
		const bits = [...short.slice(start, start + 5)].map((char) => (/[A-Z]/.test(char) ? 1 : 0));
		return ALPHABET[bits.reduce<number>((sum, bit, place) => sum + bit * 2 ** place, 0)];
	});
	return short + suffix.join('');
}

function base62(count: number): string {
	const digit = DIGITS[count % DIGITS.length] ?? '';
	return count < DIGITS.length ? digit : base62(Math.floor(count / DIGITS.length)) + digit;
}
