import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld } from '../../../scripts/world/world';
import { packAsPublished } from './pack';
import { keep } from './running';

/** One world for the whole run, because an n8n takes ten seconds to start: with the package as npm would publish it. */
export default async function globalSetup(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'rcs-e2e-'));
	const packageDir = packAsPublished(join(folder, 'package'));
	const world = await startWorld({
		userFolder: join(folder, 'n8n'),
		packageDir,
		speed: 10,
		env: { GENERIC_TIMEZONE: whereItIsOne() },
	});
	keep({ world, folder });
	process.env['RCS_E2E'] = JSON.stringify({
		sandboxUrl: world.sandbox.url,
		n8nUrl: world.n8n.url,
		n8nLog: world.n8n.log,
		packageDir,
		workflows: world.workflows,
	});
}

/** A time zone in which no schedule of workflows/ is due, and no day ends, for hours: it is past one in the afternoon. */
function whereItIsOne(): string {
	const ahead = 13 - new Date().getUTCHours();
	return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}
