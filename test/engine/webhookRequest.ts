/** The parts of an express request and response that n8n hands to a trigger. */
export interface TestRequest {
	method: string;
	headers: Record<string, string | string[] | undefined>;
	originalUrl: string;
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

/** Remembers what was answered. */
export class TestResponse {
	statusCode = 200;
	headers: Record<string, string> = {};
	body: unknown;
	answers = 0;

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	setHeader(name: string, value: string): void {
		this.headers[name.toLowerCase()] = value;
	}

	json(body: unknown): this {
		return this.send(body);
	}

	send(body: unknown): this {
		this.answers += 1;
		this.body = body;
		return this;
	}
}

/** A webhook as a provider posts it. */
export function post(
	body: string | Buffer,
	headers: Record<string, string> = {},
	originalUrl = '/webhook/hook-1/webhook',
): TestRequest {
	return {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		originalUrl,
		rawBody: Buffer.from(body),
	};
}
