import type { Agent, Message } from '../../network/types';
import type { MessageOptions, MessageWebhooks, RcsContent } from './types';

export interface Sender extends Agent {
	/** Before the launch, only approved test numbers are reached. */
	status: 'LAUNCHED' | 'LAUNCHED_PARTIAL_SUCCESS' | 'READY_FOR_TESTING';
	launches: readonly { country: string; carrier: string; status: string; reason?: string }[];
}

/** The senders of the demo account: one that is launched, and one that is not yet. */
export const senders: readonly Sender[] = [
	{
		provider: 'infobip',
		id: 'DemoShop',
		name: 'DemoShop',
		color: '#0f5bd7',
		logoUrl: '/media/logos/demo-shop.svg',
		verified: true,
		business: {
			description: 'Shoes and bags that last',
			phone: '+447700900920',
			website: 'https://shop.example.com',
			email: 'hello@shop.example.com',
		},
		status: 'LAUNCHED_PARTIAL_SUCCESS',
		launches: [
			{ country: 'GB', carrier: 'VODAFONE', status: 'COMPLETED' },
			{ country: 'GB', carrier: 'EE', status: 'COMPLETED' },
			{
				country: 'US',
				carrier: 'ATT',
				status: 'REJECTED',
				reason: 'The privacy policy does not say how to opt out',
			},
		],
	},
	{
		provider: 'infobip',
		id: 'NewShop',
		name: 'NewShop (not launched)',
		color: '#7a3ea8',
		logoUrl: '/media/logos/new-shop.svg',
		verified: false,
		business: {
			description: 'A shop that opens soon',
			phone: '+447700900921',
			website: 'https://newshop.example.com',
			email: 'hello@newshop.example.com',
		},
		status: 'READY_FOR_TESTING',
		launches: [],
	},
];

export const DEFAULT_SENDER = 'DemoShop';

/** The carriers that can launch a sender, by country. */
export const launchProviders: readonly { countryCode: string; providers: string[] }[] = [
	{ countryCode: 'GB', providers: ['EE', 'VODAFONE'] },
	{ countryCode: 'IN', providers: ['JIO', 'VODAFONE'] },
	{ countryCode: 'US', providers: ['ATT', 'T_MOBILE', 'VERIZON'] },
];

export const findSender = (id: string): Sender | undefined =>
	senders.find((sender) => sender.id === id);

export const isLaunched = ({ status }: Sender): boolean => status !== 'READY_FOR_TESTING';

/** What Infobip remembers of a message beside what the network knows. */
export interface SentRecord {
	bulkId: string;
	content: RcsContent;
	options: MessageOptions;
	webhooks: MessageWebhooks;
	interactionType: string;
	/** The sender is not launched and the number is none of its test numbers. */
	noTester: boolean;
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
