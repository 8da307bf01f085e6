import type { JsonObject } from '../../sandbox/json';
import { ANDROID, type Answer, objects, useSandbox } from './world';

export const SEVEN_KEY = { 'x-api-key': 'sandbox-seven-key' };
export const SIGNING_KEY = 'sandbox-webhook-secret';

/** A request of the guide, with other parameters. */
export const request = (more: JsonObject = {}): JsonObject => ({
	to: ANDROID.slice(1),
	text: 'Hello World!',
	...more,
});

/** A sandbox, with what is done to seven there. */
export function useSeven(speed?: number) {
	const sandbox = useSandbox(speed);
	const { call } = sandbox;
	const seven = (method: string, path: string, body?: unknown): Promise<Answer> =>
		call(method, `/seven/api${path}`, body, SEVEN_KEY);
	const send = (body: unknown): Promise<Answer> => seven('POST', '/rcs/messages', body);
	return {
		...sandbox,
		seven,
		send,
		/** Sends, and tells the id the message got. */
		async sent(more: JsonObject = {}): Promise<string> {
			const { body } = await send(request(more));
			return String(objects(body['messages'])[0]?.['id']);
		},
		/** A hook for everything, as JSON. */
		hook: (target_url: string, more: JsonObject = {}): Promise<Answer> =>
			seven('POST', '/hooks', { target_url, event_type: 'all', request_method: 'JSON', ...more }),
	};
}
