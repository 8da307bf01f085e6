import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..', '..');

/** Unpacks what `npm publish` would upload. @returns the folder of the package */
export function packAsPublished(folder: string): string {
	const unpacked = join(folder, 'unpacked');
	mkdirSync(unpacked, { recursive: true });
	const args = ['pack', '--silent', '--ignore-scripts', `--pack-destination=${folder}`];
	execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
	const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'));
	if (!tarball) throw new Error('npm pack made no tarball');
	execFileSync('tar', ['-xzf', join(folder, tarball), '-C', unpacked, '--strip-components=1']);
	return unpacked;
}
