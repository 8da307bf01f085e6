import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The workflows of workflows/ as they are in their files. */

export const root = resolve(__dirname, '..', '..');
const folder = join(root, 'workflows');

export interface Node {
	id: string;
	name: string;
	type: string;
	position: [number, number];
	parameters: {
		content?: string;
		color?: number;
		width?: number;
		height?: number;
		assignments?: { assignments: { name: string; type: string; value: unknown }[] };
		[name: string]: unknown;
	};
	credentials?: unknown;
}

export interface Workflow {
	name: string;
	nodes: Node[];
	connections: Record<string, { main: { node: string }[][] }>;
	pinData: object;
}

export const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

export const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
export const workflowOf = (file: string) => JSON.parse(textOf(file)) as Workflow;

export const isSticky = ({ type }: Node) => type === 'n8n-nodes-base.stickyNote';

export function nextOf({ connections }: Workflow, name: string): string[] {
	return (connections[name]?.main ?? []).flat().map(({ node }) => node);
}

/** What one or more nodes lead to, with themselves. */
export function reachedFrom(workflow: Workflow, ...names: string[]): Set<string> {
	const reached = new Set(names);
	for (const name of reached) for (const next of nextOf(workflow, name)) reached.add(next);
	return reached;
}
