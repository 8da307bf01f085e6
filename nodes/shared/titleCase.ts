/** `serviceRequest` as `Service Request`. */
export function titleCase(word: string): string {
	const spaced = word.replace(/([A-Z])/g, ' $1');
	return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
