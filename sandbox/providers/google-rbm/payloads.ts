import { randomUUID } from 'node:crypto';

import { compact } from '../../json';
import type { Inbound } from '../../network/types';
import { demoAgent } from './demoAccount';

const agentId = `${demoAgent.id}@rbm.goog`;

/** A UserEvent. As in the guide's examples it tells no time. */
export function userEvent(phone: string, eventType: string, messageId?: string): object {
	const event = { senderPhoneNumber: phone, eventType, eventId: randomUUID(), messageId };
	return compact({ ...event, agentId });
}

/** A ServerEvent: the time of a message is up. */
export function serverEvent(phoneNumber: string, messageId: string, eventType: string): object {
	const sendTime = new Date().toISOString();
	return { phoneNumber, messageId, agentId, eventType, eventId: randomUUID(), sendTime };
}

/** An AgentLaunchEvent. */
export function launchEvent(oldLaunchState: string, newLaunchState: string): object {
	return {
		eventId: `${demoAgent.id}/${randomUUID()}`,
		agentId,
		botDisplayName: demoAgent.name,
		brandId: 'b0f4a7de-6a5e-4d0d-9a3f-2f2b0c1d5e77',
		brandDisplayName: 'Demo brand',
		regionId: '/v1/regions/sandbox',
		oldLaunchState,
		newLaunchState,
		actingParty: 'sandbox',
		comment: 'Changed in the console of the sandbox',
		sendTime: new Date().toISOString(),
	};
}

/** A UserMessage, or undefined for what people do that is none. */
export function userMessage(inbound: Inbound): object | undefined {
	const content = contentOf(inbound);
	if (!content) return undefined;
	const { phone: senderPhoneNumber, id: messageId, at: sendTime } = inbound;
	return { agentId, senderPhoneNumber, messageId, sendTime, ...content };
}

/** The words Google Messages sends along with Unsubscribe and Subscribe. */
const menuWords = { unsubscribe: 'STOP', subscribe: 'START' } as const;

function contentOf({ kind, text, postbackData, location, file }: Inbound): object | undefined {
	switch (kind) {
		case 'text':
			return { text };
		case 'unsubscribe':
		case 'subscribe':
			return { text: menuWords[kind] };
		case 'reply':
			return { suggestionResponse: { postbackData, text, type: 'REPLY' } };
		case 'action':
			return { suggestionResponse: { postbackData, text, type: 'ACTION' } };
		case 'location':
			return { location };
		case 'file':
			return file && { userFile: { payload: userFile(file) } };
		case 'form':
			return undefined;
	}
}

function userFile({ url, name, mimeType, bytes }: NonNullable<Inbound['file']>): object {
	return { mimeType, fileSizeBytes: bytes, fileUri: url, fileName: name };
}
