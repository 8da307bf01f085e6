import { RcsError } from '../../core/errors';
import { failureOf, type HttpResponse } from '../../core/http';
import { asArray, asObject, asString, defined, type JsonObject, parseJson } from '../../core/json';
import { errorOf } from '../../connectors/salesforce/errors';
import { lost } from './lost';
import { toResponse } from './wire';

/** Salesforce answers a request for events after 110 seconds at the latest. */
const ANSWER_WITHIN_MS = 130_000;
const LEAVE_WITHIN_MS = 1000;
const POLLING = 'long-polling';

/** A Bayeux message. */
export type Message = JsonObject;

/**
 * A client of Salesforce's Streaming API (Bayeux 1.0, long polling), for one token and one session. It is
 * ours because faye, which jsforce uses, cannot be stopped while it waits, asks again every five seconds
 * for ever with a token that has ended, and says nothing of an answer it does not understand.
 */
export class Cometd {
	private readonly cookies = new Map<string, string>();
	private clientId: string | undefined;
	private messages = 0;

	constructor(
		private readonly url: string,
		private readonly token: string,
		private readonly signal: AbortSignal,
	) {}

	/** Begins the session; the reply tells whether there is one. @throws RcsError */
	async handshake(): Promise<Message> {
		const reply = await this.ask('/meta/handshake', {
			version: '1.0',
			minimumVersion: '1.0',
			supportedConnectionTypes: [POLLING],
		});
		this.clientId = asString(reply['clientId']);
		return reply;
	}

	/** Goes on after an event that was got before (`from`), or with new ones (-1). @throws RcsError */
	subscribe(channel: string, from: number): Promise<Message> {
		const ext = { replay: { [channel]: from } };
		return this.ask('/meta/subscribe', { subscription: channel, ext });
	}

	/** Waits for events: those there are, and the reply to the question. @throws RcsError */
	async connect(): Promise<{ events: Message[]; reply: Message }> {
		const messages = await this.send('/meta/connect', { connectionType: POLLING }, this.signal);
		const events = messages.filter(({ data }) => data !== undefined);
		return { events, reply: replyIn(messages, '/meta/connect') };
	}

	/** Says goodbye, so that Salesforce does not keep a place for it. Nobody minds if that fails. */
	async disconnect(): Promise<void> {
		if (this.clientId === undefined) return;
		const signal = AbortSignal.timeout(LEAVE_WITHIN_MS);
		await this.send('/meta/disconnect', {}, signal).catch(() => undefined);
	}

	private async ask(channel: string, more: Message): Promise<Message> {
		return replyIn(await this.send(channel, more, this.signal), channel);
	}

	private async send(channel: string, more: Message, signal: AbortSignal): Promise<Message[]> {
		this.messages += 1;
		const { clientId } = this;
		const message = { channel, id: String(this.messages), ...defined({ clientId }), ...more };
		const response = await this.post(JSON.stringify([message]), signal);
		const messages = asArray(parseJson(response.body)).map(asObject);
		if (messages.some((one) => asString(one['channel'])?.startsWith('/'))) return messages;
		throw new RcsError(
			response.status === 200 ? failureOf({ ...response, status: 502 }) : errorOf(response),
		);
	}

	private async post(body: string, signal: AbortSignal): Promise<HttpResponse> {
		try {
			const response = await fetch(this.url, {
				method: 'POST',
				headers: {
					'Content-Type': 'application/json',
					Authorization: `OAuth ${this.token}`,
					...this.cookieHeader(),
				},
				body,
				redirect: 'manual',
				signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
			});
			for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
			return await toResponse(response);
		} catch (error) {
			throw lost(this.url, error);
		}
	}

	private cookieHeader(): Record<string, string> {
		if (this.cookies.size === 0) return {};
		return { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
	}

	/** They lead every request to the server that knows the session. */
	private keep(cookie: string): void {
		const [, name, value] = /^([^=;\s]+)=([^;]*)/.exec(cookie) ?? [];
		if (name !== undefined && value !== undefined) this.cookies.set(name, value);
	}
}

function replyIn(messages: readonly Message[], channel: string): Message {
	return messages.find((message) => message['channel'] === channel) ?? {};
}
