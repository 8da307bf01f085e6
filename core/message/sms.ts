/** SMS segments as 3GPP TS 23.038 and 23.040 count them. */

const GSM7_BASIC = new Set(
	'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM7_EXTENDED = new Set('\f^{}\\[~]|€');

export interface SmsSize {
	encoding: 'GSM-7' | 'UCS-2';
	/** Septets (GSM-7) or UTF-16 units (UCS-2). */
	units: number;
	parts: number;
}

/** How a text travels as SMS: its encoding and the number of parts it is billed as. */
export function smsSize(text: string): SmsSize {
	const widths = gsm7Widths(text);
	if (!widths) {
		const characters = [...text].map((character) => character.length);
		return { encoding: 'UCS-2', units: text.length, parts: countParts(characters, 70, 67) };
	}
	const units = widths.reduce((sum, width) => sum + width, 0);
	return { encoding: 'GSM-7', units, parts: countParts(widths, 160, 153) };
}

function gsm7Widths(text: string): number[] | undefined {
	const widths: number[] = [];
	for (const character of text) {
		if (GSM7_BASIC.has(character)) widths.push(1);
		else if (GSM7_EXTENDED.has(character)) widths.push(2);
		else return undefined;
	}
	return widths;
}

/** A character of two units is never split over two parts, so parts are filled one by one. */
function countParts(widths: number[], single: number, each: number): number {
	const total = widths.reduce((sum, width) => sum + width, 0);
	if (total <= single) return 1;
	let parts = 1;
	let used = 0;
	for (const width of widths) {
		if (used + width > each) {
			parts += 1;
			used = 0;
		}
		used += width;
	}
	return parts;
}
