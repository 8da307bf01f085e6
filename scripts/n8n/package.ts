import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
export function installPackage(packageDir: string, nodesFolder: string): string {
	const manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as Manifest;
	const target = join(nodesFolder, 'node_modules', manifest.name);
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	for (const file of [...(manifest.files ?? ['dist']), 'README.md', 'LICENSE']) {
		const source = join(packageDir, file);
		if (existsSync(source)) cpSync(source, join(target, file), { recursive: true });
	}
	const published = { ...manifest, devDependencies: undefined, peerDependencies: undefined };
	writeFileSync(join(target, 'package.json'), JSON.stringify(published, undefined, 2));
	return target;
}
