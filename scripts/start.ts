/** `npm start`: the sandbox, a real n8n with the demo workflows, and the connector service, until Ctrl-C. */
import { join } from 'node:path';
import { owner } from './n8n/instance';
import {
	type Connectors,
	SERVICE_ACCOUNT,
	SERVICE_CUSTOMER,
	startConnectors,
} from './world/connectors';
import { POLL_SECONDS } from './world/workflows';
import { root, startWorld, type World } from './world/world';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
	const started = Date.now();
	const folder = join(root, '.run', 'start');
	const world = await startWorld({
		userFolder: folder,
		n8nPort: portFrom('N8N_PORT', 5678),
		sandboxPort: portFrom('SANDBOX_PORT', 4010),
		say,
	});
	const service = await startConnectors(world, {
		folder: join(folder, 'connectors'),
		port: portFrom('CONNECTORS_PORT', 4080),
	}).catch(async (error: unknown) => {
		await world.stop();
		throw error;
	});
	say(addresses(world, service, Math.round((Date.now() - started) / 1000)));
	let stopping = false;
	const stop = () => {
		if (stopping) return;
		stopping = true;
		say('Stopping ...');
		void service
			.stop()
			.then(() => world.stop())
			.then(() => process.exit(0));
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

function portFrom(variable: string, usual: number): number {
	const port = Number(process.env[variable] ?? usual);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new Error(`${variable} must be a port number between 1 and 65535.`);
}

function addresses(world: World, service: Connectors, seconds: number): string {
	const [sandbox, n8n] = [world.sandbox.url, world.n8n.url];
	return `
Ready after ${seconds} s.

  Phones     ${sandbox}/?phone=+447700900001
  CRMs       ${sandbox}/crm.html
  n8n        ${n8n}/home/workflows   (${owner.email} / ${owner.password})
  Service    ${service.url}   (token: ${service.token})
  Order      ${n8n}/webhook/order-shipped

From this folder, send a sample order, then look at the phone and tap a reply:

  curl -X POST ${n8n}/webhook/order-shipped \\
    -H 'Content-Type: application/json' -d @workflows/samples/shopify-fulfillment.json

The CRM page then shows what happened on the contact. Opt a contact in or out there:
within ${POLL_SECONDS} seconds n8n notices, and a workflow acts on it. (The workflow in its file looks
every minute, the shortest interval of n8n; here it has ${60 / POLL_SECONDS} poll times a minute.)

The same order sent again is recognised and shows nothing new: change "id" in the
file for another parcel.

The connector service has accounts at all providers and both CRMs (${service.config}).
Have it write to somebody, read it on the phone ${sandbox}/?phone=${encodeURIComponent(SERVICE_CUSTOMER.phone)}
and answer STOP there: the service's page and both CRMs show it, and the gate refuses from then on.

  curl -X POST ${service.url}/v1/messages -H 'Authorization: Bearer ${service.token}' \\
    -H 'Content-Type: application/json' -d '{"connection": "${SERVICE_ACCOUNT}", "purpose": "transactional",
      "message": {"to": "${SERVICE_CUSTOMER.phone}", "content": {"kind": "text", "text": "Your order is on its way."}}}'

Press Ctrl-C to stop.
`;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
});
