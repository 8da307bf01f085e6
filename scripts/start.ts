/** `npm start`: the sandbox and a real n8n with the demo workflows, until Ctrl-C. */
import { join } from 'node:path';
import { owner } from './n8n/instance';
import { POLL_SECONDS } from './world/workflows';
import { root, startWorld } from './world/world';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
	const started = Date.now();
	const world = await startWorld({
		userFolder: join(root, '.run', 'start'),
		n8nPort: portFrom('N8N_PORT', 5678),
		sandboxPort: portFrom('SANDBOX_PORT', 4010),
		say,
	});
	say(addresses(world.sandbox.url, world.n8n.url, Math.round((Date.now() - started) / 1000)));
	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		say('Stopping ...');
		void world.stop().then(() => process.exit(0));
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

function portFrom(variable: string, usual: number): number {
	const port = Number(process.env[variable] ?? usual);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Error(`${variable} must be a port number between 1 and 65535.`);
}

function addresses(sandbox: string, n8n: string, seconds: number): string {
	return `
Ready after ${seconds} s.

  Phones     ${sandbox}/?phone=+447700900001
  CRMs       ${sandbox}/crm.html
  n8n        ${n8n}   (${owner.email} / ${owner.password})
  Order      ${n8n}/webhook/order-shipped

From this folder, send a sample order, then look at the phone and tap a reply:

  curl -X POST ${n8n}/webhook/order-shipped \\
    -H 'Content-Type: application/json' -d @workflows/samples/shopify-fulfillment.json

The CRM page then shows what happened on the contact. Opt a contact in or out there:
within ${POLL_SECONDS} seconds n8n notices, and a workflow acts on it. (The workflow in its file looks
every minute, the shortest interval of n8n; here it has ${60 / POLL_SECONDS} poll times a minute.)

The same order sent again is recognised and shows nothing new: change "id" in the
file for another parcel.

Press Ctrl-C to stop.
`;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
});
