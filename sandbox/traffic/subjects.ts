import { AsyncLocalStorage } from 'node:async_hooks';

import type { NetworkEvent } from '../network/types';
import type { RequestEntry } from './types';

/** What a request or webhook is about. */
export interface Subject {
	messageId?: string;
	inboundId?: string;
	phone?: string;
}

export interface Subjects {
	/** Runs a request: the messages committed meanwhile are its own. */
	duringRequest(entry: RequestEntry, task: () => void): void;
	/** Runs what follows from an event: the webhooks pushed meanwhile tell of it. */
	duringEvent(event: NetworkEvent, task: () => void): void;
	/** What is going on, for who pushes a webhook. */
	current(): Subject;
}

/** Ties messages to requests and webhooks to messages, without any emulator saying so. */
export function createSubjects(): Subjects {
	const requests = new AsyncLocalStorage<RequestEntry>();
	const subjects = new AsyncLocalStorage<Subject>();

	return {
		duringRequest: (entry, task) => requests.run(entry, task),
		duringEvent(event, task) {
			const request = requests.getStore();
			if (request && isCommit(event)) link(request, event.message.id, event.message.to);
			subjects.run(subjectOf(event), task);
		},
		current() {
			const request = requests.getStore();
			// An emulator that tells of a message while it answers means the one it just committed.
			const [messageId, phone] = [request?.messageIds.at(-1), request?.phones.at(-1)];
			return (
				subjects.getStore() ?? {
					...(messageId === undefined ? {} : { messageId }),
					...(phone === undefined ? {} : { phone }),
				}
			);
		},
	};
}

type LegEvent = Extract<NetworkEvent, { type: 'leg' }>;

const isCommit = (event: NetworkEvent): event is LegEvent =>
	event.type === 'leg' && event.leg.channel === 'RCS' && event.leg.state === 'queued';

function link(request: RequestEntry, messageId: string, phone: string): void {
	request.messageIds.push(messageId);
	if (request.phones.at(-1) !== phone) request.phones.push(phone);
}

function subjectOf(event: NetworkEvent): Subject {
	switch (event.type) {
		case 'leg':
			return { messageId: event.message.id, phone: event.message.to };
		case 'inbound':
		case 'agentSeen': {
			const { id: inboundId, phone, pairedMessage } = event.inbound;
			return { inboundId, phone, ...(pairedMessage ? { messageId: pairedMessage.id } : {}) };
		}
		case 'complaint':
			return {
				phone: event.phone,
				...(event.message ? { messageId: event.message.id } : {}),
			};
		case 'userTyping':
		case 'agentTyping':
			return { phone: event.phone };
		default:
			return {};
	}
}
