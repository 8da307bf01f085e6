import type {
	Agent,
	Channel,
	Content,
	Fallback,
	Inbound,
	Leg,
	LegState,
	Phone,
} from '../../../network/types';
import type { Step } from '../../../network/timeline';

export type { Agent, Channel, Fallback, Leg, LegState, Step };
export type { TrafficBody, TrafficEntry, TrafficSummary } from '../../../traffic/types';

/** What the control API tells: the words of the network, without what belongs to a provider. */

export type PhoneView = Phone & {
	/** How many messages are in its inbox. */
	delivered: number;
};

/** The switches of a phone. */
export type Traits = Partial<Pick<PhoneView, 'rcs' | 'online' | 'airplane' | 'blocked' | 'reads'>>;

export interface MessageEntry {
	type: 'message';
	/** Names the entry in the page; ids are unique for a provider only. */
	key: string;
	id: string;
	provider: string;
	agent: Agent;
	to: string;
	content: Content;
	fallback?: Fallback;
	/** Of the last leg. */
	state: LegState;
	channel: Channel;
	legs: [Leg, ...Leg[]];
	/** Its way over all legs, in the order of time. */
	timeline: Step[];
	createdAt: string;
}

export type InboundEntry = Omit<Inbound, 'pairedMessage' | 'suggestion'> & {
	type: 'inbound';
	key: string;
	provider: string;
	pairedMessageId?: string;
};

export type Entry = MessageEntry | InboundEntry;

/** Where on a message a suggestion is: on a card, or among the chips below it. */
export interface Place {
	cardIndex?: number;
	suggestionIndex: number;
}
