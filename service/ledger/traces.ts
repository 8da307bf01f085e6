/**
 * How the digits of a phone stand in the bytes of a webhook: as they are, or inside of Base64 (Google's
 * push messages), where they look different by what stands before them and behind.
 */
export function tracesOf(phone: string): Buffer[] {
	const digits = phone.replace(/\D/g, '');
	const encoded = [0, 1, 2].flatMap((before) =>
		nextBytes.map((next) => base64Inside(digits, before, next)),
	);
	return [...new Set([digits, ...encoded])].map((text) => Buffer.from(text));
}

/** All first halves of a byte: no more of it shares a character of Base64 with the digits. */
const nextBytes = Array.from({ length: 16 }, (_, half) => half * 16);

/** The characters of Base64 that have digits in them, where `before` bytes beyond a multiple of 3 stand before. */
function base64Inside(digits: string, before: number, next: number): string {
	const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(digits), Buffer.from([next])]);
	const end = Math.ceil(((before + digits.length) * 8) / 6);
	// The character that the bytes before share has no more of a digit than all digits have in common.
	return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), end);
}
