import type { JsonObject } from '../../../sandbox/json';
import { object, objects } from '../../sandbox/world';
import { createServer, request as forward, type IncomingMessage, type Server } from 'node:http';

/** A request to a CRM, as it passed. */
export interface Passed {
	method: string;
	path: string;
	body: string;
	/** Absent: nobody was left to hear the answer. */
	status?: number;
}

/** What stands between a process and a CRM, and sees every request. */
export class Proxy {
	readonly passed: Passed[] = [];
	/** Writes that are under way. */
	writing = 0;
	private watchers: ((write: Passed) => void)[] = [];

	private constructor(
		private readonly server: Server,
		readonly url: string,
	) {}

	/** Starts one in front of `target`; requests are refused while `isDown`. */
	static async start(target: string): Promise<Proxy> {
		const server = createServer();
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const address = server.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		const proxy = new Proxy(server, `http://127.0.0.1:${port}`);
		server.on('request', (request, response) => {
			const chunks: Buffer[] = [];
			request.on('data', (chunk: Buffer) => chunks.push(chunk));
			request.on('end', () => {
				const body = Buffer.concat(chunks);
				const passed = proxy.note(request, body);
				const isWrite = writes(passed);
				if (isWrite) proxy.begin(passed);
				response.once('close', () => isWrite && (proxy.writing -= 1));
				const { method } = request;
				const headers = { ...request.headers, host: new URL(target).host };
				const onward = forward(`${target}${request.url ?? ''}`, { method, headers }, (answer) => {
					passed.status = answer.statusCode ?? 0;
					response.writeHead(passed.status, answer.headers);
					answer.pipe(response);
				});
				onward.on('error', () => response.destroy());
				onward.end(body);
			});
		});
		return proxy;
	}

	/** Resolves with the next write. */
	nextWrite(): Promise<Passed> {
		return new Promise((done) => this.watchers.push(done));
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((done) => this.server.close(done));
	}

	private note({ method = '', url = '' }: IncomingMessage, body: Buffer): Passed {
		const passed: Passed = { method, path: url, body: body.toString('utf8') };
		this.passed.push(passed);
		return passed;
	}

	private begin(write: Passed): void {
		this.writing += 1;
		for (const watcher of this.watchers.splice(0)) watcher(write);
	}
}

/** Counts how often a write begins while one of another process is under way; gives the count. */
export function watchTogether(proxies: readonly Proxy[]): () => number {
	let count = 0;
	const watch = async (own: Proxy): Promise<void> => {
		await own.nextWrite();
		if (proxies.some((other) => other !== own && other.writing > 0)) count += 1;
		return watch(own);
	};
	for (const own of proxies) void watch(own);
	return () => count;
}

/** Whether a request changes records. */
export function writes({ path, body }: Passed): boolean {
	return (
		/\/batch\/(update|upsert|create)$|\/send\/batch$|\/jobs\/ingest$/.test(path) ||
		(path.endsWith('/composite') && body.includes('"PATCH"')) ||
		/\/composite\/sobjects/.test(path)
	);
}

/** The contacts of a write, each with whom it is about, and as JSON. */
export function contactsIn({ path, body }: Passed): { who: string; json: string }[] {
	if (!/\/objects\/.*contacts\/batch\/(update|upsert|create)$|\/composite/.test(path)) return [];
	const { inputs, records, compositeRequest } = object(JSON.parse(body));
	const rows = inputs
		? objects(inputs)
		: [...objects(records), ...objects(compositeRequest).flatMap(rowsOf)].filter(isContact);
	return rows.map((row) => {
		const { id, Id, RCS_Phone_E164__c: phone, properties } = row;
		const own = id ?? Id ?? phone ?? object(properties)['rcs_phone_e164'];
		return { who: String(own), json: JSON.stringify(row) };
	});
}

const rowsOf = ({ body }: JsonObject) => objects(object(body)['records']);

const isContact = ({ attributes }: JsonObject) => object(attributes)['type'] === 'Contact';
