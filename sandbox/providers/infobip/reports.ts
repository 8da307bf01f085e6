import { compact } from '../../json';
import type { Inbound, Leg, Message } from '../../network/types';
import type { SentRecord } from './account';
import {
	type DeliveryError,
	errors,
	noError,
	noTesterError,
	statuses,
	type Status,
} from './status';
import { infobipNumber, infobipTime } from './times';

const noPrice = { pricePerMessage: 0, currency: 'EUR' };

/** What a delivery report says of a leg in its present state. */
export function deliveryReport(
	message: Message,
	leg: Leg,
	fallbackFollows: boolean,
	record: SentRecord,
): object {
	const { bulkId, options, webhooks, interactionType } = record;
	const rcs = leg.channel === 'RCS';
	return compact({
		bulkId,
		// Present only when a failover was asked for, as documented.
		channel: message.fallback ? leg.channel : undefined,
		price: rcs ? { trafficType: 'BASIC', ...noPrice } : noPrice,
		status: statusOf(leg, fallbackFollows),
		error: errorOf(leg, record),
		conversation: rcs ? { canInitiate: leg.state === 'delivered', id: null } : undefined,
		messageId: message.id,
		doneAt: infobipTime(leg.times[leg.state] ?? message.createdAt),
		interactionType: rcs ? interactionType : undefined,
		messageCount: 1,
		sentAt: infobipTime(leg.times.sent ?? leg.times.queued ?? message.createdAt),
		mccMnc: '23400',
		callbackData: webhooks.callbackData,
		to: infobipNumber(message.to),
		sender: leg.sender,
		platform: options.platform,
		campaignReferenceId: options.campaignReferenceId,
	});
}

function errorOf({ channel, reason }: Leg, { noTester }: SentRecord): DeliveryError {
	if (noTester && channel === 'RCS') return noTesterError;
	return reason ? errors[reason] : noError;
}

/** What the log says of a message: how its latest leg stands. */
export function logEntry(message: Message, record: SentRecord): { status: Status } & object {
	const leg = message.legs.at(-1) ?? message.legs[0];
	const [first] = message.legs;
	const sentAt = first.times.sent;
	const doneAt = ['queued', 'sent'].includes(leg.state) ? undefined : leg.times[leg.state];
	return compact({
		sender: message.agent.id,
		destination: infobipNumber(message.to),
		bulkId: record.bulkId,
		messageId: message.id,
		sentAt: infobipTime(sentAt ?? message.createdAt),
		doneAt: doneAt && infobipTime(doneAt),
		messageCount: 1,
		price: noPrice,
		status: leg.state === 'queued' ? statuses.accepted : statusOf(leg, false),
		error: errorOf(leg, record),
		platform: record.options.platform,
		content: record.content,
		campaignReferenceId: record.options.campaignReferenceId,
	});
}

function statusOf({ state }: Leg, fallbackFollows: boolean): Status {
	if (fallbackFollows) return statuses.enroute;
	switch (state) {
		case 'delivered':
		case 'read':
			return statuses.delivered;
		case 'failed':
			return statuses.undeliverable;
		case 'expired':
			return statuses.expired;
		default:
			return statuses.enroute;
	}
}

/** What a seen report says. */
export function seenReport(message: Message, leg: Leg, { options }: SentRecord): object {
	return compact({
		messageId: message.id,
		from: message.agent.id,
		to: infobipNumber(message.to),
		sentAt: infobipTime(leg.times.sent ?? message.createdAt),
		seenAt: infobipTime(leg.times.read ?? new Date().toISOString()),
		...options.platform,
		campaignReferenceId: options.campaignReferenceId,
	});
}

/** What a person's message or tap looks like; taps on actions are events, not messages. */
export function inboundReport(inbound: Inbound, record: SentRecord | undefined): object {
	const action = inbound.kind === 'action';
	return compact({
		campaignReferenceId: record?.options.campaignReferenceId,
		sender: infobipNumber(inbound.phone),
		to: inbound.agent.id,
		integrationType: 'RCS',
		receivedAt: infobipTime(inbound.at),
		interactionType: action ? 'EVENT' : inbound.file ? 'SINGLE_MESSAGE' : 'BASIC_MESSAGE',
		rcsCount: action ? undefined : 1,
		keyword: inbound.kind === 'text' ? keywordOf(inbound.text) : undefined,
		messageId: inbound.id,
		pairedMessageId: inbound.pairedMessage?.id,
		callbackData: record?.webhooks.callbackData,
		message: inboundContent(inbound),
		price: { trafficType: action ? null : inbound.file ? 'SINGLE' : 'BASIC', ...noPrice },
		conversation: { canInitiate: !action, id: null },
		platform: record?.options.platform ?? {},
	});
}

function inboundContent({ kind, text, postbackData, location, file }: Inbound): object {
	if (kind === 'text') return { text, type: 'TEXT' };
	if (file) {
		const { url, name, mimeType, bytes } = file;
		return { url, name, contentType: mimeType, size: bytes, type: 'FILE' };
	}
	if (kind === 'location') return { ...location, type: 'LOCATION' };
	return { text, postbackData: postbackData ?? '', type: 'SUGGESTION' };
}

const keywordOf = (text: string): string | undefined =>
	/^\s*(STOP|START|HELP)\b/i.exec(text)?.[1]?.toUpperCase();

/** What a person who is typing looks like. */
export function typingReport(phone: string, sender: string): object {
	return {
		sender: infobipNumber(phone),
		to: sender,
		receivedAt: infobipTime(new Date().toISOString()),
		event: { type: 'TYPING_INDICATOR' },
	};
}

/** The result of an asynchronous capability check, for one number. */
export function capabilityResult(
	bulkId: string,
	messageId: string,
	phoneNumber: string,
	code: string,
	options: object | undefined,
): object {
	return compact({ capabilityCheckResult: { bulkId, messageId, phoneNumber, code }, options });
}
