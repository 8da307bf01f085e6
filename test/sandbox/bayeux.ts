import type { JsonObject } from '../../sandbox/json';
import { type Answer, objects } from './world';

type Call = (
	method: string,
	path: string,
	body?: unknown,
	headers?: Record<string, string>,
) => Promise<Answer>;

/** A client of the Streaming API that says one message at a time, and nothing by itself. */
export function bayeux(call: Call, authorization: string | undefined) {
	let cookie = '';
	let clientId: unknown;
	let messages = 0;

	async function say(channel: string, more: JsonObject = {}): Promise<JsonObject[]> {
		messages += 1;
		const message = { channel, clientId, id: String(messages), ...more };
		const answer = await call('POST', '/salesforce/cometd/66.0', [message], {
			...(authorization === undefined ? {} : { authorization }),
			...(cookie === '' ? {} : { cookie }),
		});
		cookie = /^[^;]*/.exec(answer.headers.get('set-cookie') ?? cookie)?.[0] ?? '';
		return objects(answer.body['list']);
	}

	return {
		say,
		withoutCookie: () => void (cookie = ''),
		async handshake(): Promise<JsonObject | undefined> {
			const types = ['long-polling'];
			const [answer] = await say('/meta/handshake', {
				...{ version: '1.0', supportedConnectionTypes: types, clientId: undefined },
			});
			clientId = answer?.['clientId'];
			return answer;
		},
		connect: () => say('/meta/connect', { connectionType: 'long-polling' }),
		async subscribe(subscription: string, from?: number): Promise<JsonObject | undefined> {
			const ext = from === undefined ? {} : { ext: { replay: { [subscription]: from } } };
			return (await say('/meta/subscribe', { subscription, ...ext }))[0];
		},
	};
}
