const { mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const outside = Reflect.get(globalThis, 'requireOutside');
const { env } = outside('node:process');
// It writes its settings here, so that nobody's own folder is touched; one folder serves a whole worker.
env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-engine-'));
// Its log would fill the output of tests that are about failures.
env.N8N_LOG_LEVEL ??= 'silent';

module.exports = outside('n8n-core');
