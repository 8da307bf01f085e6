/**
 * Whether a text has the number of a phone in it, and not only within a longer one: as it is, with zeros
 * before it, escaped for an address or in JSON, or inside of Base64.
 */
export function mentions(text: string, phone: string): boolean {
	const number = new RegExp(`(?<!\\d)0*${phone.replace(/\D/g, '')}(?!\\d)`);
	const plain = unescaped(text);
	return number.test(plain) || base64In(plain).some((inside) => number.test(inside));
}

function unescaped(text: string): string {
	return text
		.replaceAll('\\/', '/')
		.replace(/(?:%|\\u00)([0-9a-f]{2})/gi, (_, code: string) =>
			String.fromCharCode(parseInt(code, 16)),
		);
}

/** Characters that a part of Base64 stands for: where it begins in an address is not known. */
const STARTS = [0, 1, 2, 3];

function base64In(text: string): string[] {
	const runs = text.match(/[\w+/-]{8,}/g) ?? [];
	return runs.flatMap((run) =>
		STARTS.map((start) => Buffer.from(run.slice(start), 'base64').toString('latin1')),
	);
}
