import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { asArray, asObject } from '../../../core/json';

export const ACCEPTED = { groupId: 1, groupName: 'PENDING', id: 26, name: 'PENDING_ACCEPTED' };
export const REJECTED = {
	...{ groupId: 5, groupName: 'REJECTED' },
	...{ id: 12, name: 'REJECTED_PREFIX_MISSING' },
};

/** A provider that says of every message what a test wants. */
export interface Infobip {
	/** The settings of an account at it. */
	settings: object;
	/** Bodies it was sent. */
	sent: unknown[];
	/** What it says of a message; without it, the connection breaks. */
	status: object | undefined;
	/** It answers when this is done. */
	letGo: Promise<void>;
	/** As it was at the start. */
	reset(): void;
	stop(): void;
}

export async function startInfobip(): Promise<Infobip> {
	const server = createServer((request, response) => {
		void json(request).then(async (body) => {
			infobip.sent.push(body);
			await infobip.letGo;
			const { status } = infobip;
			response.setHeader('content-type', 'application/json');
			if (status) response.end(JSON.stringify({ messages: [{ messageId: idIn(body), status }] }));
			else request.socket.destroy();
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	const infobip: Infobip = {
		settings: {
			baseUrl: `http://127.0.0.1:${port}`,
			agent: 'DemoShop',
			auth: { kind: 'apiKey', apiKey: 'a-key-for-tests' },
		},
		sent: [],
		status: ACCEPTED,
		letGo: Promise.resolve(),
		reset() {
			infobip.sent.length = 0;
			infobip.status = ACCEPTED;
			infobip.letGo = Promise.resolve();
		},
		stop: () => void server.close(),
	};
	return infobip;
}

/** The id of the only message in a request. */
function idIn(body: unknown): unknown {
	const [message] = asArray(asObject(body)['messages']);
	const [destination] = asArray(asObject(message)['destinations']);
	return asObject(destination)['messageId'];
}
