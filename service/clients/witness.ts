import { PassThrough } from 'node:stream';
import { Transport } from 'jsforce/lib/transport';
import { StreamPromise } from 'jsforce/lib/util/promise';
import type { HttpResponse } from '../../core/http';
import { fetchOnce, toResponse } from './wire';

type Send = Transport['httpRequest'];
type Answer = Awaited<ReturnType<Send>>;

/** jsforce's last step. It keeps the answer as it came: jsforce parses bodies and throws away the status. */
export class Witness extends Transport {
	answer: HttpResponse | undefined;

	constructor(private readonly timeoutMs: number) {
		super();
	}

	override httpRequest(request: Parameters<Send>[0]): ReturnType<Send> {
		return StreamPromise.create(() => ({
			stream: new PassThrough(),
			promise: this.send(request),
		}));
	}

	private async send({ method, url, headers = {}, body }: Parameters<Send>[0]): Promise<Answer> {
		// fetch counts the bytes itself.
		delete headers['content-length'];
		const sent = typeof body === 'string' || Buffer.isBuffer(body) ? { body } : {};
		this.answer = await toResponse(
			await fetchOnce(url, { method, headers, ...sent }, this.timeoutMs),
		);
		return { statusCode: this.answer.status, ...this.answer };
	}
}
