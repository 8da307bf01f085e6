import type { JsonObject } from '../../sandbox/json';
import { ANDROID, type Answer, useSandbox } from './world';

export const AGILE_KEY = { 'x-api-key': 'sandbox-agile-key' };
export const SEND = '/agile-telecom/api/message-server/rcs/send';
export const TEMPLATES = '/agile-telecom/api/message-server/rcs/templates';

/** A request of the guide, with other members. */
export const request = (more: JsonObject = {}): JsonObject => ({
	destination: ANDROID,
	agentId: 10,
	messageId: 'm1',
	body: { type: 'TEXT', text: 'Ciao' },
	...more,
});

/** A sandbox, with what is done to Agile Telecom there. */
export function useAgileTelecom() {
	const sandbox = useSandbox();
	const { call } = sandbox;
	return {
		...sandbox,
		send: (body: unknown): Promise<Answer> => call('POST', SEND, body, AGILE_KEY),
		ask: (path: string): Promise<Answer> =>
			call('GET', `/agile-telecom/api${path}`, undefined, AGILE_KEY),
		dashboard: (page: 'account' | 'webhook', body: JsonObject): Promise<Answer> =>
			call('PUT', `/sandbox/console/agile-telecom/${page}`, body),
	};
}
