/**
 * How the digits of a phone stand in the bytes of a webhook: as they are, or inside of Base64 (Google's
 * push messages), where they look different after each of three places.
 */
export function tracesOf(phone: string): Buffer[] {
	const digits = phone.replace(/\D/g, '');
	return [digits, ...[0, 1, 2].map((before) => base64Inside(digits, before))].map((text) =>
		Buffer.from(text),
	);
}

/** The part of the Base64 that depends on the digits alone, where `before` bytes more than a multiple of 3 stand before them. */
function base64Inside(digits: string, before: number): string {
	const bytes = before + digits.length;
	const [start, end] = [Math.ceil((before * 8) / 6), Math.floor((bytes * 8) / 6)];
	return Buffer.from(' '.repeat(before) + digits)
		.toString('base64')
		.slice(start, end);
}
