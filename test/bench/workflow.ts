/** A workflow that makes items with code and gives all of them to each of the nodes, one after the other. */
export function workflow(
	id: string,
	code: string,
	nodes: Readonly<Record<string, object>>,
): object {
	const placed = (name: string, rest: object, x: number, y = 0) => ({
		id: name,
		name,
		position: [x, y],
		...rest,
	});
	const to = (...names: string[]) => ({
		main: [names.map((node) => ({ node, type: 'main', index: 0 }))],
	});
	const start = { type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const items = { type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode: code } };
	return {
		id,
		name: id,
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [
			placed('Start', start, 0),
			placed('Items', items, 200),
			...Object.entries(nodes).map(([name, node], i) => placed(name, node, 400, i * 200)),
		],
		connections: { Start: to('Items'), Items: to(...Object.keys(nodes)) },
	};
}
