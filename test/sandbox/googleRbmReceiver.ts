import { createServer, type Server } from 'node:http';

import type { Delivery } from '../../core/webhook/delivery';

/** What a receiver answers to a delivery; nothing is 200 without a body. */
type Answer = { status: number; body: string } | undefined;

export interface Receiver {
	url(): string;
	/** Every delivery but those that were answered with a body. */
	got: Delivery[];
	/** Decides what is answered; null lets everything through. */
	answer: ((delivery: Delivery) => Answer) | null;
}

/** A webhook receiver that can answer with words, as the handshake wants. */
export function useAnsweringReceiver(): Receiver {
	const receiver: Receiver = { url: () => `http://127.0.0.1:${port}/`, got: [], answer: null };
	let server: Server | undefined;
	let port = 0;
	beforeAll(async () => {
		const started = createServer((request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const delivery: Delivery = {
					method: 'POST',
					url: receiver.url(),
					headers: Object.fromEntries(
						Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
					),
					body: Buffer.concat(chunks),
					receivedAt: new Date().toISOString(),
				};
				const answer = receiver.answer?.(delivery);
				if (!answer?.body) receiver.got.push(delivery);
				response.writeHead(answer?.status ?? 200).end(answer?.body);
			});
		});
		await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
		const address = started.address();
		port = typeof address === 'object' && address ? address.port : 0;
		server = started;
	});
	afterAll(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));
	beforeEach(() => {
		receiver.got.length = 0;
		receiver.answer = null;
	});
	return receiver;
}
