import { startSandbox } from './server';

const DEFAULT_PORT = 4010;

/** Runs the sandbox until it is interrupted. */
async function main(): Promise<void> {
	const port = Number(process.env['SANDBOX_PORT'] ?? DEFAULT_PORT);
	const speed = Number(process.env['SANDBOX_SPEED'] ?? 1);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error('SANDBOX_PORT has to be a port number');
	}
	if (!(speed > 0)) throw new Error('SANDBOX_SPEED has to be a number above 0');

	const sandbox = await startSandbox({ port, speed });
	process.stdout.write(`RCS sandbox: ${sandbox.url}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			void sandbox.stop().then(() => process.exit(0));
		});
	}
}

function explain(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const busy = 'code' in error && error.code === 'EADDRINUSE';
	return busy ? `${error.message}. Set SANDBOX_PORT to use another port.` : error.message;
}

main().catch((error: unknown) => {
	process.stderr.write(`The sandbox could not start: ${explain(error)}\n`);
	process.exit(1);
});
