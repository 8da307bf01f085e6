/** Checks the directions of imports (.dependency-cruiser.cjs) over the folders that exist. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeModules, root } from './paths.mjs';

const rooms = [
	'core',
	'handset',
	'connectors',
	'nodes',
	'credentials',
	'service',
	'sandbox',
	'scripts',
	'test',
];
const { status } = spawnSync(
	process.execPath,
	[
		join(nodeModules, '.bin/depcruise'),
		'--config=.dependency-cruiser.cjs',
		...rooms.filter((room) => existsSync(join(root, room))),
	],
	{ cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
