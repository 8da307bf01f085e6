import { compact } from '../../json';
import type { FailureReason, Inbound, Leg, Message, NetworkEvent } from '../../network/types';
import type { Contacts } from './contacts';
import type { Records } from './records';
import type { EventName, Webhooks } from './webhooks';

const legEvents: Readonly<Record<string, EventName>> = {
	queued: 'message.queued',
	sent: 'message.sent',
	delivered: 'message.delivered',
	read: 'message.read',
	failed: 'message.failed',
	expired: 'message.expired',
};

export const reasons: Readonly<Record<FailureReason, { code: string; message: string }>> = {
	notReachable: { code: 'NOT_REACHABLE', message: 'The phone cannot receive RCS' },
	blocked: { code: 'BLOCKED', message: 'The recipient blocked the sender' },
	expired: { code: 'EXPIRED', message: 'The message expired before delivery' },
	badTemplate: { code: 'INVALID_TEMPLATE', message: 'The template cannot be filled' },
};

/** Words that opt a person out when they are all that is written. */
const stopWords = ['STOP', 'UNSUBSCRIBE'];

/** Turns what happens on the network into the events of the guide. */
export function createPublisher(webhooks: Webhooks, records: Records, contacts: Contacts) {
	function onLeg(message: Message, leg: Leg, fallbackFollows: boolean): void {
		const name = fallbackFollows ? 'message.failed' : legEvents[leg.state];
		if (!name) return;
		const { references, statusUrl } = records.get(message) ?? {};
		const data = compact({
			message_id: message.id,
			to: message.to,
			from: leg.sender,
			channel: leg.channel.toLowerCase(),
			status: name.replace('message.', ''),
			...references,
			error: leg.reason && reasons[leg.reason],
			fallback_channel: fallbackFollows ? message.fallback?.channel.toLowerCase() : undefined,
		});
		webhooks.tell(name, data, statusUrl);
	}

	function onInbound(inbound: Inbound): void {
		const said = whatWasSaid(inbound);
		if (!said) return;
		const { phone, agent, pairedMessage } = inbound;
		if (said.name === 'message.optout') contacts.put({ phone, opt_in_status: 'opted_out' });
		const { references } = (pairedMessage && records.get(pairedMessage)) ?? {};
		const ends = { message_id: pairedMessage?.id, from: phone, to: agent.id, channel: 'rcs' };
		webhooks.tell(said.name, compact({ ...ends, ...references, ...said.data }));
	}

	function onComplaint({ id, to: from, agent }: Message): void {
		webhooks.tell('message.complained', { message_id: id, from, to: agent.id, channel: 'rcs' });
	}

	return {
		accepted: (message: Message): void => onLeg(message, message.legs[0], false),
		onNetwork(event: NetworkEvent): void {
			// That it is queued is told once the service knows all about the message; an SMS is so from the start.
			if (event.type === 'leg' && event.leg.state !== 'queued')
				onLeg(event.message, event.leg, event.fallbackFollows);
			if (event.type === 'inbound') onInbound(event.inbound);
			if (event.type === 'complaint' && event.message) onComplaint(event.message);
		},
	};
}

/** The event for what a person did; forms and subscriptions have none. */
function whatWasSaid(inbound: Inbound): { name: EventName; data: object } | undefined {
	const { kind, text, postbackData, suggestion, location, file } = inbound;
	const tapped = { text, postback_data: postbackData };
	switch (kind) {
		case 'text': {
			const keyword = text.trim().toUpperCase();
			if (stopWords.includes(keyword)) return { name: 'message.optout', data: { text, keyword } };
			return { name: 'message.replied', data: { text } };
		}
		case 'reply':
			return { name: 'message.replied', data: compact(tapped) };
		case 'action': {
			const url = suggestion?.kind === 'openUrl' ? suggestion.url : undefined;
			return { name: 'message.clicked', data: compact({ ...tapped, url }) };
		}
		case 'location':
			return { name: 'message.replied', data: { location } };
		case 'file': {
			const media = file && {
				url: file.url,
				mime_type: file.mimeType,
				file_name: file.name,
				size: file.bytes,
			};
			return { name: 'message.replied', data: { media } };
		}
		case 'unsubscribe':
			return { name: 'message.optout', data: {} };
		default:
			return undefined;
	}
}
