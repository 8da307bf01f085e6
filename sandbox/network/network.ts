import { randomUUID } from 'node:crypto';

import type { Scheduler } from '../scheduler';
import { createDelivery } from './delivery';
import { createMessageStore, type MessageStore } from './messages';
import { createPhoneBook, type PhoneBook, type PhoneChange } from './phones';
import type { Agent, Inbound, Message, NetworkEvent, Phone, Submission, Suggestion } from './types';

/** Where every phone is that shares its place: a landmark, nobody's home. */
const sharedPlace = { latitude: 51.4779, longitude: -0.0015 };

export interface Network {
	readonly phones: Pick<PhoneBook, 'list' | 'find' | 'reach'>;
	readonly messages: Omit<MessageStore, 'add' | 'addInbound' | 'reset'>;
	/** Commits a message and sets it on its way; undefined when its id was used before. */
	submit(submission: Submission): Message | undefined;
	changePhone(number: string, change: PhoneChange): Phone;
	/** A person taps a chip or a button. */
	tap(message: Message, suggestion: Suggestion): Inbound;
	/** A person types a message. */
	write(phone: string, agent: Agent, text: string): Inbound;
	/** A person sends a picture or file. */
	sendFile(phone: string, agent: Agent, file: NonNullable<Inbound['file']>): Inbound;
	/** A person sends where the phone is. */
	sendLocation(phone: string, agent: Agent): Inbound;
	/** A person fills in a form and submits it. */
	submitForm(message: Message, form: Record<string, string>): Inbound;
	/** A person taps Unsubscribe or Subscribe in the menu of the conversation. */
	subscribe(phone: string, agent: Agent, subscribed: boolean): Inbound;
	/** Takes a message back; false when it arrived already, or there is none. */
	revoke(provider: string, id: string): boolean;
	/** A person blocks an agent, or takes that back; what it writes does not arrive meanwhile. */
	block(phone: string, agent: Agent, blocked: boolean): Phone;
	/** A person reports an agent as spam. */
	complain(phone: string, agent: Agent): void;
	userTyping(phone: string, agent: Agent): void;
	agentTyping(phone: string, agent: Agent): void;
	agentSeen(agent: Agent, inboundId: string): boolean;
	on(listener: (event: NetworkEvent) => void): () => void;
	reset(): void;
}

/** Phones, the messages between them and the agents, and what people do with them. */
export function createNetwork(scheduler: Scheduler): Network {
	const phones = createPhoneBook();
	const messages = createMessageStore();
	const listeners = new Set<(event: NetworkEvent) => void>();
	const emit = (event: NetworkEvent): void => {
		for (const listener of listeners) listener(event);
	};
	const delivery = createDelivery(scheduler, phones, emit);

	function receive(phone: string, agent: Agent, what: Partial<Inbound>): Inbound {
		const pairedMessage = what.pairedMessage ?? messages.lastTo(phone, agent.id);
		const inbound: Inbound = {
			id: randomUUID(),
			agent,
			phone,
			at: new Date().toISOString(),
			kind: 'text',
			text: '',
			...what,
			...(pairedMessage ? { pairedMessage } : {}),
		};
		messages.addInbound(inbound);
		emit({ type: 'inbound', inbound });
		return inbound;
	}

	function changePhone(number: string, change: PhoneChange): Phone {
		const phone = phones.change(number, change);
		emit({ type: 'phone', phone });
		delivery.phoneChanged(number);
		return phone;
	}

	return {
		phones,
		messages,
		submit(submission) {
			const createdAt = new Date().toISOString();
			const message: Message = {
				...submission,
				createdAt,
				legs: [
					{
						channel: 'RCS',
						sender: submission.agent.id,
						state: 'queued',
						times: { queued: createdAt },
					},
				],
			};
			if (!messages.add(message)) return undefined;
			emit({ type: 'leg', message, leg: message.legs[0], fallbackFollows: false });
			delivery.start(message);
			return message;
		},
		changePhone,
		tap(message, suggestion) {
			const { text, postbackData, kind } = suggestion;
			const inbound = receive(message.to, message.agent, {
				kind: kind === 'reply' ? 'reply' : 'action',
				text,
				postbackData,
				suggestion,
				pairedMessage: message,
			});
			if (kind === 'shareLocation') {
				receive(message.to, message.agent, {
					kind: 'location',
					text: '',
					location: sharedPlace,
					pairedMessage: message,
				});
			}
			return inbound;
		},
		write: (phone, agent, text) => receive(phone, agent, { text }),
		sendFile: (phone, agent, file) => receive(phone, agent, { kind: 'file', file }),
		sendLocation: (phone, agent) =>
			receive(phone, agent, { kind: 'location', location: sharedPlace }),
		submitForm(message, form) {
			const postback = message.content.kind === 'form' ? message.content.postbackData : undefined;
			return receive(message.to, message.agent, {
				kind: 'form',
				form,
				...(postback === undefined ? {} : { postbackData: postback }),
				pairedMessage: message,
			});
		},
		subscribe: (phone, agent, subscribed) =>
			receive(phone, agent, { kind: subscribed ? 'subscribe' : 'unsubscribe' }),
		revoke(provider, id) {
			const message = messages.find(provider, id);
			return message !== undefined && delivery.revoke(message);
		},
		block(phone, { provider, id }, blocked) {
			const others = phones
				.reach(phone)
				.blockedAgents.filter((agent) => agent.provider !== provider || agent.id !== id);
			const blockedAgents = blocked ? [...others, { provider, id }] : others;
			return changePhone(phone, { blockedAgents });
		},
		complain(phone, agent) {
			const message = messages.lastTo(phone, agent.id);
			emit({ type: 'complaint', agent, phone, ...(message ? { message } : {}) });
		},
		userTyping: (phone, agent) => emit({ type: 'userTyping', agent, phone }),
		agentTyping: (phone, agent) => emit({ type: 'agentTyping', agent, phone }),
		agentSeen(agent, inboundId) {
			const inbound = messages.findInbound(agent.provider, inboundId);
			if (!inbound) return false;
			inbound.seenAt = new Date().toISOString();
			emit({ type: 'agentSeen', inbound });
			return true;
		},
		on(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		reset() {
			phones.reset();
			messages.reset();
			delivery.reset();
			emit({ type: 'reset' });
		},
	};
}
