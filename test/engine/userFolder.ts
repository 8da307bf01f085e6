import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// n8n-core writes its settings here; imported before it, so that nobody's own folder is touched.
process.env['N8N_USER_FOLDER'] ??= mkdtempSync(join(tmpdir(), 'n8n-engine-'));
