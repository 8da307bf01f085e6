/** An E.164 number the way seven.io writes it: without `+`. */
export function sevenNumber(e164: string): string {
	return e164.replace(/^\+/, '');
}
