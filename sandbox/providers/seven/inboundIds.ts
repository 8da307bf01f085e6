import type { Inbound } from '../../network/types';

const FIRST_ID = 681_590;

export interface InboundIds {
	/** The number of what a person sent, from now on. */
	add(inbound: Inbound): number;
	find(id: string): Inbound | undefined;
	/** What this phone sent last. */
	lastOf(phone: string): Inbound | undefined;
	reset(): void;
}

/** The service numbers what it receives. */
export function createInboundIds(): InboundIds {
	const received: Inbound[] = [];
	return {
		add: (inbound) => FIRST_ID + received.push(inbound) - 1,
		find: (id) => (/^\d+$/.test(id) ? received[Number(id) - FIRST_ID] : undefined),
		lastOf: (phone) => received.findLast((inbound) => inbound.phone === phone),
		reset: () => void (received.length = 0),
	};
}
