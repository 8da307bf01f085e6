import { files, isSticky, type Node, workflowOf } from './workflowFiles';

/** What n8n asks of the canvas of a template: every node stands in a section that says what it is for. */

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

function boxOf({ position: [left, top], parameters }: Node): Box {
	const { width = 240, height = 160 } = parameters;
	return { left, top, right: left + width, bottom: top + height };
}

/** What a node takes on the canvas, with its name under it and two lines of words above. */
function placeOf({ position: [x, y] }: Node): Box {
	return { left: x - 50, top: y - 60, right: x + 146, bottom: y + 190 };
}

function touch(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isIn(a: Box, b: Box): boolean {
	return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
}

/** The square of a node, and its name. */
function squareOf({ position: [x, y] }: Node): Box {
	return { left: x - 20, top: y, right: x + 116, bottom: y + 140 };
}

describe.each(files)('%s', (file) => {
	const { nodes: all } = workflowOf(file);
	const stickies = all.filter(isSticky);
	const sections = stickies.filter(({ parameters }) => parameters.color === 7);
	const nodes = all.filter((node) => !isSticky(node));

	it('has every node in one section, and no section without one', () => {
		const homes = nodes.map((node) => {
			const around = sections.filter((section) => isIn(placeOf(node), boxOf(section)));
			return { node: node.name, sections: around.map(({ name }) => name) };
		});
		expect(homes.filter((home) => home.sections.length !== 1)).toEqual([]);
		const used = new Set(homes.flatMap((home) => home.sections));
		expect(sections.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
	});

	it('has nothing that lies on something else', () => {
		const pairs = (boxes: readonly (readonly [string, Box])[]) =>
			boxes.flatMap(([name, box], i) =>
				boxes.slice(i + 1).flatMap(([other, its]) => (touch(box, its) ? [[name, other]] : [])),
			);
		expect(pairs(stickies.map((sticky) => [sticky.name, boxOf(sticky)]))).toEqual([]);
		expect(pairs(nodes.map((node) => [node.name, squareOf(node)]))).toEqual([]);
		const [overview] = stickies.filter((sticky) => !sections.includes(sticky));
		expect(overview?.name).toBe('Overview');
	});
});
