import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const nodeModules = join(root, 'node_modules');
/** Logs, locks and user folders of what we start; ignored by git. */
export const runFolder = join(root, '.run');

/** Where the Node of the devDependency `node` lives: its binary, and the package that also holds its headers. */
export function bundledNode() {
	const folder = join(nodeModules, 'node');
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
	return {
		folder,
		binary: join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
		home: join(folder, 'node_modules', `${prefix}-${platform}-${process.arch}`),
	};
}
