import { compact } from '../../json';
import type { Message, NetworkEvent } from '../../network/types';
import type { Outbox, Target } from '../../webhooks/outbox';
import type { Records, SentRecord } from './account';
import { deliveryReport, inboundReport, seenReport, typingReport } from './reports';
import type { KeptReport } from './routes/reports';
import type { Subscription } from './types';
import { addressed, subscribed } from './webhooks';

type LegEvent = Extract<NetworkEvent, { type: 'leg' }>;

export interface Publisher {
	onNetwork(event: NetworkEvent): void;
	push(event: string, sender: string, item: object): void;
}

/** Turns what happens on the network into Infobip's webhooks. */
export function createPublisher(
	outbox: Outbox,
	records: Records,
	subscriptions: () => Iterable<Subscription>,
	onReport: (report: KeptReport) => void,
): Publisher {
	function push(event: string, sender: string, item: object, record?: SentRecord): void {
		send(subscribed(subscriptions(), event, sender, record?.options.platform), event, item);
	}

	function send(targets: readonly Target[], event: string, item: object): void {
		for (const target of targets) outbox.push(target, event, item);
	}

	function onLeg({ message, leg, fallbackFollows }: LegEvent): void {
		const record = records.get(message);
		if (!record || leg.state === 'queued') return;
		const { delivery, seen } = record.webhooks;
		if (leg.state === 'read') {
			const item = seenReport(message, leg, record);
			if (seen?.url) send([addressed(seen.url, 'SEEN')], 'SEEN', item);
			else push('SEEN', message.agent.id, item, record);
			return;
		}
		if (leg.state === 'sent' && delivery?.intermediateReport !== true) return;
		const report = deliveryReport(message, leg, fallbackFollows, record);
		if (leg.state !== 'sent') onReport(keep(message, record, report));
		if (delivery?.notify === false) return;
		if (delivery?.url) send([addressed(delivery.url, 'DELIVERY')], 'DELIVERY', report);
		else push('DELIVERY', message.agent.id, report, record);
	}

	return {
		push,
		onNetwork(event) {
			if (event.type === 'leg') onLeg(event);
			if (event.type === 'userTyping') {
				const { phone, agent } = event;
				push('TYPING_INDICATOR', agent.id, typingReport(phone, agent.id));
			}
			if (event.type === 'inbound' && documented.includes(event.inbound.kind)) {
				const { inbound } = event;
				const record = inbound.pairedMessage && records.get(inbound.pairedMessage);
				const name = inbound.kind === 'action' ? 'SUGGESTION' : 'INBOUND_MESSAGE';
				push(name, inbound.agent.id, inboundReport(inbound, record), record);
			}
		},
	};
}

/** Infobip has no forms, and no event of its own for who subscribes. */
const documented: readonly string[] = ['text', 'reply', 'action', 'location', 'file'];

function keep(
	{ id: messageId }: Message,
	{ bulkId, options: { platform, campaignReferenceId } }: SentRecord,
	body: object,
): KeptReport {
	return compact({ bulkId, messageId, campaignReferenceId, platform, at: Date.now(), body });
}
