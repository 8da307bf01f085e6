import { createHmac } from 'node:crypto';

import type { Delivery } from '../../core/webhook/delivery';
import type { JsonObject } from '../../sandbox/json';
import { ANDROID, object, type useSandbox } from './world';

export const BEARER = { authorization: 'Bearer sandbox-google-rbm-token' };
export const AGENT = 'demo-bakery-agent';
export const CLIENT_TOKEN = 'sandbox-client-token';
export const CONSOLE = '/sandbox/console/google-rbm';

type Call = ReturnType<typeof useSandbox>['call'];

/** A message id that nothing else has. */
export const uuid = (number = 1): string =>
	`11111111-1111-4111-8111-${String(number).padStart(12, '0')}`;

/** The path of a phone, as clients write it. */
export const phonePath = (rest: string, phone = ANDROID): string =>
	`/google-rbm/v1/phones/${phone}/${rest}`;

/** Sends an AgentMessage. */
export function sender(call: Call) {
	return (message: JsonObject, { id = uuid(), to = ANDROID, query = '' } = {}) =>
		call(
			'POST',
			`${phonePath('agentMessages', to)}?messageId=${id}&agentId=${AGENT}${query}`,
			message,
			BEARER,
		);
}

export const text = (words = 'Hello'): JsonObject => ({ contentMessage: { text: words } });

/** What is inside the envelope of a webhook, and whether its signature is right. */
export function opened({ body, headers }: Delivery): { payload: JsonObject; isSigned: boolean } {
	const envelope: unknown = JSON.parse(body.toString());
	const data = Buffer.from(String(object(object(envelope)['message'])['data']), 'base64');
	const signature = createHmac('sha512', CLIENT_TOKEN).update(data).digest('base64');
	return {
		payload: object(JSON.parse(data.toString())),
		isSigned: headers['x-goog-signature'] === signature,
	};
}

/** What Google answers to a request it does not carry out. */
export const refused = (code: number, status: string) => ({
	status: code,
	body: { error: { code, status, message: expect.any(String) } },
});
