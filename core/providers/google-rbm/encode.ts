import { isoTime } from '../../event/event';
import type { HttpRequest } from '../../http';
import { deepMerge, defined, type JsonObject } from '../../json';
import type { ReadyMessage } from '../../message/types';
import type { ProviderSettings } from '../../settings';
import { phonePath, rbmUrl } from './address';
import { encodeContent } from './content';

/** POST /v1/phones/{E.164}/agentMessages: one message to one person. */
export function encodeRequest(message: ReadyMessage, settings: ProviderSettings): HttpRequest {
	const query = { agent: message.from, ids: { messageId: message.id } };
	return {
		method: 'POST',
		url: rbmUrl(settings, phonePath(message.to, 'agentMessages'), query),
		headers: { 'Content-Type': 'application/json' },
		body: encodeMessage(message),
	};
}

/** The body: an AgentMessage. */
function encodeMessage(message: ReadyMessage): JsonObject {
	const { content, traffic, validity, expiresAt, providerOptions } = message;
	return deepMerge(
		defined({
			contentMessage: encodeContent(content),
			messageTrafficType: traffic?.toUpperCase(),
			ttl: validity && `${validity.seconds}s`,
			expireTime: isoTime(expiresAt),
		}),
		providerOptions ?? {},
	);
}
