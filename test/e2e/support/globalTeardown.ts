import { rmSync } from 'node:fs';
import { kept } from './running';

export default async function globalTeardown(): Promise<void> {
	const running = kept();
	await running?.world.stop();
	if (running) rmSync(running.folder, { recursive: true, force: true });
}
