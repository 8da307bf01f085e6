import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type INodeType, type INodeTypeDescription, isObjectEmpty } from 'n8n-workflow';

/** A node as n8n would load it: the class of the file's name, made without arguments. */
export interface LoadedNode {
	name: string;
	folder: string;
	type: INodeType;
	description: INodeTypeDescription;
}

export const root = resolve(__dirname, '../..');

/** Every node there is. */
export function loadNodes(): LoadedNode[] {
	const nodes = join(root, 'nodes');
	return readdirSync(nodes)
		.filter((name) => name !== 'shared')
		.map((name) => {
			const folder = join(nodes, name);
			const loaded = jest.requireActual<Record<string, new () => INodeType>>(
				join(folder, `${name}.node.ts`),
			);
			const Node = loaded[name];
			if (!Node) throw new Error(`${name}.node.ts exports no class ${name}`);
			const type = new Node();
			if (isObjectEmpty(type.description)) throw new Error(`${name} describes nothing`);
			return { name, folder, type, description: type.description };
		});
}
