/**
 * Loaded into the n8n we start (`node --import`): its stdin is a pipe from whoever started it, so when that process is
 * gone, however it ended, n8n and its task runner end too.
 */
// Processes that n8n forks load this too; their stdin is none of ours.
if (process.env['RCS_TETHERED']) {
	delete process.env['RCS_TETHERED'];
	process.stdin
		.on('close', () => {
			setTimeout(() => process.kill(-process.pid, 'SIGKILL'), 10_000).unref();
			process.kill(-process.pid, 'SIGTERM');
		})
		.resume();
	process.stdin.unref();
}
