/** Builds an element. Children that are strings become text, never markup. */
export function el(tag, attributes = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined || value === false) continue;
		if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
		else element.setAttribute(name, value === true ? '' : String(value));
	}
	element.append(
		...children.filter((child) => child !== undefined && child !== null && child !== false),
	);
	return element;
}

/** Where there is nothing yet: why, and what to do about it. */
export const emptyPlace = (title, advice) =>
	el('div', { class: 'empty' }, el('strong', {}, title), advice && el('p', {}, advice));

const SVG = 'http://www.w3.org/2000/svg';

/** A small drawing made of strokes; decoration only, so assistive technology skips it. */
export function drawing(name, ...paths) {
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('class', name);
	svg.setAttribute('viewBox', '0 0 24 24');
	svg.setAttribute('aria-hidden', 'true');
	for (const path of paths) {
		const node = document.createElementNS(SVG, 'path');
		node.setAttribute('d', path);
		svg.append(node);
	}
	return svg;
}

/** Puts these children into an element in this order, and moves only what has to move. */
export function arrange(parent, children) {
	const wanted = new Set(children);
	for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
	children.forEach((child, index) => {
		if (parent.childNodes[index] !== child)
			parent.insertBefore(child, parent.childNodes[index] ?? null);
	});
}
