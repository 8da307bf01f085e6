import type { Agent, Message } from '../../network/types';
import type { MessageOptions, MessageWebhooks } from './types';

/** The senders of the demo account. */
export const senders: readonly Agent[] = [
	{ provider: 'infobip', id: 'DemoShop', name: 'DemoShop', color: '#0f5bd7' },
];

export const DEFAULT_SENDER = 'DemoShop';

export const findSender = (id: string): Agent | undefined =>
	senders.find((sender) => sender.id === id);

/** What Infobip remembers of a message beside what the network knows. */
export interface SentRecord {
	bulkId: string;
	options: MessageOptions;
	webhooks: MessageWebhooks;
	interactionType: string;
}

/** The records of the messages that were accepted; they go when the network forgets the message. */
export function createRecords(): {
	set(message: Message, record: SentRecord): void;
	get(message: Message): SentRecord | undefined;
} {
	const records = new WeakMap<Message, SentRecord>();
	return {
		set: (message, record) => void records.set(message, record),
		get: (message) => records.get(message),
	};
}

export type Records = ReturnType<typeof createRecords>;
