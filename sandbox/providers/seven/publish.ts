import type { PhoneBook } from '../../network/phones';
import type { Inbound, Leg, Message, NetworkEvent } from '../../network/types';
import type { Hooks } from './hooks';
import type { InboundIds } from './inboundIds';
import { click, inboundMessage, inboundSms, smsReport, userStatus } from './payloads';
import type { Records } from './send';

/** Turns what happens on the network into seven's events. */
export function createPublisher(
	hooks: Hooks,
	records: Records,
	ids: InboundIds,
	phones: Pick<PhoneBook, 'reach'>,
) {
	let clicks = new WeakMap<Message, number>();

	function onLeg(message: Message, leg: Leg): void {
		if (leg.channel === 'SMS') {
			const report = smsReport(message, leg, records.get(message));
			if (report) hooks.tell(report);
		} else if (leg.state === 'delivered' || leg.state === 'read') {
			const status = leg.state.toUpperCase();
			hooks.tell(userStatus(message.to, status, message, records.get(message)));
		}
	}

	/** A phone without RCS writes by SMS. */
	function isSms({ phone, kind }: Inbound): boolean {
		return kind === 'text' && !phones.reach(phone).rcs;
	}

	function onInbound(inbound: Inbound): void {
		const { pairedMessage: message, suggestion } = inbound;
		const sent = message && records.get(message);
		const id = ids.add(inbound);
		const event = isSms(inbound) ? inboundSms(id, inbound) : inboundMessage(id, inbound, sent);
		if (event) hooks.tell(event);
		if (!message || !sent?.tracked || suggestion?.kind !== 'openUrl') return;
		const count = (clicks.get(message) ?? 0) + 1;
		clicks.set(message, count);
		hooks.tell(click(message, sent, suggestion.url, count));
	}

	return {
		onNetwork(event: NetworkEvent): void {
			if (event.type === 'leg') onLeg(event.message, event.leg);
			if (event.type === 'inbound') onInbound(event.inbound);
			if (event.type === 'userTyping') hooks.tell(userStatus(event.phone, 'IS_TYPING'));
		},
		reset: () => void (clicks = new WeakMap()),
	};
}
