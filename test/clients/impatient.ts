import { text } from 'node:stream/consumers';
import { RcsError } from '../../core/errors';
import { transports } from './transports';

/**
 * A process of its own (see network.test.ts): asks an address that never answers in time, and ends. Whatever
 * comes late and is caught by nobody would end it otherwise, with another status.
 */
const [baseUrl = ''] = process.argv.slice(2);

async function main(): Promise<void> {
	for (const { withToken, withApp } of transports)
		for (const http of [withToken(baseUrl, 't', 300), withApp(baseUrl, 's', 300)]) {
			const error: unknown = await http({ method: 'GET', url: `${baseUrl}/x` }).catch(
				(reason: unknown) => reason,
			);
			process.stdout.write(`${error instanceof RcsError ? error.detail.code : String(error)}\n`);
		}
	process.stdout.write('waits\n');
	// Its end tells that everything late has come.
	await text(process.stdin);
}

void main();
