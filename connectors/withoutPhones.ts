/** Numbers with their country, and digits that could be a number without. */
const NUMBER = /\+\d{7,15}|\b\d{7,15}\b/g;

/**
 * Takes phone numbers out of a CRM's words: CRMs quote what they refuse, and words end up in logs. Digits
 * alone may be an id, so they are taken out where they end like one of the phones it was asked about.
 */
export function withoutPhones(phones: readonly string[] = []): (words: string) => string {
	const ends = new Set(phones.map(endOf));
	const hidden = (digits: string) => {
		if (digits.startsWith('+')) return '+***';
		return ends.has(endOf(digits)) ? '***' : digits;
	};
	return (words) => words.replaceAll(NUMBER, hidden);
}

/** What a number has in common with and without its country. */
function endOf(digits: string): string {
	return digits.slice(-7);
}
