/** A stretch of text; one with a `url` is a link. */
export interface Span {
	text: string;
	url?: string;
}

const address = /\b(?:https?:\/\/|www\.)[^\s<>"']+/giu;

/** Finds the web addresses in a text, as a phone does when it shows one. */
export function linkify(text: string): Span[] {
	const spans: Span[] = [];
	let end = 0;
	for (const { 0: found, index } of text.matchAll(address)) {
		const link = withoutPunctuation(found);
		if (!/[\p{L}\p{N}]/u.test(link.replace(/^(https?:\/\/|www\.)/iu, ''))) continue;
		if (index > end) spans.push({ text: text.slice(end, index) });
		spans.push({ text: link, url: /^www\./iu.test(link) ? `https://${link}` : link });
		end = index + link.length;
	}
	if (end < text.length) spans.push({ text: text.slice(end) });
	return spans;
}

/** A dot or bracket after an address ends the sentence, and is no part of the address. */
function withoutPunctuation(found: string): string {
	const link = found.replace(/[.,;:!?…]+$/u, '');
	const unopened = link.endsWith(')') && !link.includes('(');
	return unopened ? withoutPunctuation(link.slice(0, -1)) : link;
}
