const outside = Reflect.get(globalThis, 'requireOutside');
const { mkdtempSync, rmSync } = outside('node:fs');
const { tmpdir } = outside('node:os');
const { join } = outside('node:path');
const process = outside('node:process');

const { env } = process;
// It writes its settings here, so that nobody's own folder is touched; one folder serves a whole worker.
if (env.N8N_USER_FOLDER === undefined) {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
	env.N8N_USER_FOLDER = folder;
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
// Its log would fill the output of tests that are about failures.
env.N8N_LOG_LEVEL ??= 'silent';

module.exports = outside('n8n-core');
