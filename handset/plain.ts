import type { Attributes, Element } from './element';

/**
 * The same element for pages that leave only classes and plain tags of what they show, as n8n's HTML node
 * does: what its attributes say, its classes say too, and what nobody can tap is no button.
 */
export function plainElement({ tag, attributes, children = [] }: Element): Element {
	return {
		tag: tag === 'button' ? 'span' : tag,
		...(attributes && { attributes: plainAttributes(attributes, tag) }),
		children: children.map((piece) => (typeof piece === 'object' ? plainElement(piece) : piece)),
	};
}

/** A style sheet whose rules find elements by the classes of `plainElement`. */
export const plainRules = (rules: string): string =>
	rules
		.replace(/\[data-(\w+)=([\w-]+)\]/gu, '.rcs-$1-is-$2')
		.replace(/\[data-(\w+)\]/gu, '.rcs-has-$1');

/** The classes of choices only: a path or an address is no class. */
function plainAttributes(attributes: Attributes, tag: string): Attributes {
	const said = Object.entries(attributes).flatMap(([name, value]) => {
		const [, about] = /^data-(\w+)$/u.exec(name) ?? [];
		if (about === undefined || !/^[\w-]+$/u.test(String(value))) return [];
		return [`rcs-${about}-is-${String(value)}`, `rcs-has-${about}`];
	});
	const { type, class: own, ...others } = attributes;
	// A span of no role has no name: what a button was called, a picture is called.
	const named = others['aria-label'] === undefined ? {} : { role: 'img' };
	const kept = tag === 'button' ? { ...others, ...named } : { ...others, type };
	const all = [own, ...said].filter((name) => typeof name === 'string').join(' ');
	return all === '' ? kept : { ...kept, class: all };
}
