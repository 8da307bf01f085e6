import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

interface Manifest {
	name: string;
	files?: string[];
	devDependencies?: unknown;
	peerDependencies?: unknown;
}

/**
 * Puts a built package where n8n looks for community packages, as its own installer would: the files npm would
 * publish, without the development dependencies. A copy, not a link: from a link `require('n8n-workflow')` would find
 * this repository's copy instead of n8n's, and n8n would not recognise its own error classes.
 */
export function installPackage(packageDir: string, nodesFolder: string, n8nFolder: string): void {
	const manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as Manifest;
	const packages = join(nodesFolder, 'node_modules');
	const target = join(packages, manifest.name);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	for (const file of [...(manifest.files ?? ['dist']), 'README.md', 'LICENSE']) {
		const source = join(packageDir, file);
		if (existsSync(source)) cpSync(source, join(target, file), { recursive: true });
	}
	const published = { ...manifest, devDependencies: undefined, peerDependencies: undefined };
	writeFileSync(join(target, 'package.json'), JSON.stringify(published, undefined, 2));

	// In a user folder inside this repository, the next `n8n-workflow` up the tree would be this repository's.
	const shared = join(packages, 'n8n-workflow');
	rmSync(shared, { force: true });
	symlinkSync(join(n8nFolder, 'node_modules', 'n8n-workflow'), shared, 'junction');
}
