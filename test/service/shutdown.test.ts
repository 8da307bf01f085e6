import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { startTestService, type TestService, TOKEN } from './support/world';

let service: TestService;
beforeEach(async () => {
	service = await startTestService();
});

const event = JSON.stringify({
	eventId: 'a',
	provider: 'infobip',
	type: 'message.read',
	occurredAt: '2026-11-01T10:00:00Z',
	user: '+447700900123',
});

/** A connection on which half of a request was sent. */
async function halfARequest(url: string): Promise<{ socket: Socket; answer: Promise<string> }> {
	const { port } = new URL(url);
	const socket = connect(Number(port), '127.0.0.1');
	const answer = new Promise<string>((done) => {
		let text = '';
		socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
		socket.once('close', () => done(text));
	});
	await new Promise<void>((done) => socket.once('connect', () => done()));
	const head = [
		'POST /v1/events HTTP/1.1',
		'host: 127.0.0.1',
		`authorization: Bearer ${TOKEN}`,
		'content-type: application/json',
		`content-length: ${event.length}`,
		'',
		event.slice(0, 10),
	].join('\r\n');
	await new Promise<void>((done) => socket.write(head, () => done()));
	return { socket, answer };
}

/** Leaves a connection open that could carry further requests. */
function keepOpen(url: string): Promise<Agent> {
	const agent = new Agent({ keepAlive: true });
	return new Promise((done, fail) => {
		get(`${url}/healthz`, { agent }, (response) =>
			response.resume().once('end', () => done(agent)),
		).once('error', fail);
	});
}

it('answers what is under way, takes nothing new, and waits for no open connection', async () => {
	const idle = await keepOpen(service.url);
	const { socket, answer } = await halfARequest(service.url);
	// The service has the first half once it answers a request that came later.
	await service.get('/healthz', '');
	const stopped = service.stop();
	await expect(fetch(`${service.url}/healthz`, { keepalive: false })).rejects.toThrow();
	socket.write(event.slice(10));
	expect(await answer).toMatch(/^HTTP\/1\.1 200 OK[^]*connection: close[^]*"accepted":1/i);
	await stopped;
	idle.destroy();
	expect(service.failures).toEqual([]);
});

it('ends in time though somebody never ends a request', async () => {
	const { answer } = await halfARequest(service.url);
	await service.get('/healthz', '');
	await service.stop();
	expect(await answer).not.toContain('200 OK');
});
