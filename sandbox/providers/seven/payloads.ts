import { compact } from '../../json';
import type { Inbound, Leg, Message } from '../../network/types';
import { agent, bare } from './account';
import type { Sent } from './send';

/** An event as hooks tell it. `name` is what hooks of newer accounts may ask for more exactly. */
export interface HookEvent {
	event: 'rcs' | 'dlr' | 'sms_mo' | 'tracking';
	name?: 'rcs_dlr' | 'rcs_mo';
	data: Readonly<Record<string, unknown>>;
}

/** What a webhook carries: `{webhook_event, webhook_timestamp, data}`. */
export function envelope({ event, data }: HookEvent): object {
	const webhook_timestamp = new Date().toISOString().replace(/\.\d+Z$/, '+00:00');
	return { webhook_event: event, webhook_timestamp, data };
}

/** A time without its zone, as reports tell it. */
export const reportTime = (time: string): string => time.replace('T', ' ').replace(/\.\d+Z$/, '');

/** DELIVERED, READ or IS_TYPING: of what did not arrive, nothing is documented. */
export function userStatus(
	phone: string,
	status: string,
	message?: Message,
	sent?: Sent,
): HookEvent {
	return {
		event: 'rcs',
		name: 'rcs_dlr',
		data: {
			...{ agent_id: agent.id, sender: bare(phone), status },
			foreign_id: sent?.foreignId ?? null,
			msg_id: message?.id ?? null,
			timestamp: reportTime(new Date().toISOString()),
		},
	};
}

const smsStatuses: Readonly<Record<string, string>> = {
	sent: 'TRANSMITTED',
	delivered: 'DELIVERED',
	failed: 'FAILED',
};

/** The report of the SMS that followed. The guide says that status reports tell the foreign id. */
export function smsReport(message: Message, leg: Leg, sent?: Sent): HookEvent | undefined {
	const status = smsStatuses[leg.state];
	if (status === undefined) return undefined;
	const foreign_id = sent?.foreignId ?? null;
	const timestamp = reportTime(leg.times[leg.state] ?? message.createdAt);
	return { event: 'dlr', data: { msg_id: message.id, status, timestamp, foreign_id } };
}

/** What a person did; undefined for what the documents have no words for. */
export function inboundMessage(id: number, inbound: Inbound, sent?: Sent): HookEvent | undefined {
	const content = contentOf(inbound);
	if (!content) return undefined;
	const about = {
		...{ id, sender: bare(inbound.phone), agent_id: agent.id, message_type: 'RCS' },
		time: Math.floor(Date.parse(inbound.at) / 1000),
		foreign_id: content.content_type === 'text' ? (sent?.foreignId ?? undefined) : undefined,
	};
	return { event: 'rcs', name: 'rcs_mo', data: { ...compact(about), ...content } };
}

/** The number that answers to the fallback SMS go to. */
const SMS_NUMBER = '447700900900';

/** What a person wrote by SMS. */
export function inboundSms(id: number, { phone, text, at }: Inbound): HookEvent {
	const time = String(Math.floor(Date.parse(at) / 1000));
	const about = { id: String(id), message_type: 'SMS', sender: bare(phone), system: SMS_NUMBER };
	return { event: 'sms_mo', data: { ...about, text, time } };
}

/** What Google Messages writes when a person taps Unsubscribe or Subscribe. */
const menuWords = { unsubscribe: 'STOP', subscribe: 'START' } as const;

function contentOf({ kind, text, postbackData, location, file }: Inbound) {
	switch (kind) {
		case 'text':
			return { content_type: 'text', text };
		case 'unsubscribe':
		case 'subscribe':
			return { content_type: 'text', text: menuWords[kind] };
		case 'reply':
		case 'action': {
			const suggestion_response = { postbackData, text, type: kind.toUpperCase() };
			return { content_type: 'suggestion_response', suggestion_response };
		}
		case 'location':
			return { content_type: 'location', location };
		case 'file':
			return file && { content_type: 'user_file', user_file: { payload: payloadOf(file) } };
		case 'form':
			return undefined;
	}
}

function payloadOf({ url, name, mimeType, bytes }: NonNullable<Inbound['file']>): object {
	return { fileName: name, fileSizeBytes: bytes, fileUri: url, mimeType };
}

/** A tap on a link whose message was sent with performance tracking. */
export function click({ id }: Message, { label }: Sent, url: string, clicks: number): HookEvent {
	return {
		event: 'tracking',
		data: {
			...{ type: 'click', sms_id: id, sms_label: label },
			tracking_url: `https://svn.example.com/${id}`,
			final_url: url,
			total_clicks: clicks,
			total_views: clicks,
		},
	};
}
