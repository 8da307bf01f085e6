import type { Message } from '../../network/types';
import type { MessageBody } from './types';

/** What the service remembers of a message beside what the network knows; it goes when the network forgets. */
export type Records = WeakMap<Message, SentRecord>;

export interface SentRecord {
	/** What comes back in the events of the message. */
	references: Pick<MessageBody, 'client_ref' | 'campaign_id' | 'callback_data'>;
	statusUrl?: string;
}
