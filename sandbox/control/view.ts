import type { Network } from '../network/network';
import type { Entry } from '../network/messages';
import { timelineOf } from '../network/timeline';
import type { Inbound, Message, Phone } from '../network/types';

/** A message as the control API and the phone page see it. */
export function showMessage(message: Message): object {
	const { id, agent, to, content, fallback, createdAt, legs, startAt } = message;
	const last = legs.at(-1) ?? legs[0];
	return {
		type: 'message',
		id,
		provider: agent.provider,
		agent,
		to,
		kind: content.kind,
		content,
		state: last.state,
		channel: last.channel,
		legs,
		timeline: timelineOf(message),
		createdAt,
		...(fallback ? { fallback } : {}),
		...(startAt ? { startAt: startAt.toISOString() } : {}),
	};
}

/** What a person did, without the whole message it answers. */
export function showInbound({ pairedMessage, suggestion: _, ...inbound }: Inbound): object {
	return {
		type: 'inbound',
		...inbound,
		provider: inbound.agent.provider,
		...(pairedMessage ? { pairedMessageId: pairedMessage.id } : {}),
	};
}

export const showEntry = (entry: Entry): object =>
	entry.type === 'message' ? showMessage(entry.message) : showInbound(entry.inbound);

/** A phone, with how much it has in its inbox. */
export function showPhone(phone: Phone, { messages }: Network): object {
	const timeline = messages.timeline(phone.number);
	const delivered = timeline.filter(
		(entry) =>
			entry.type === 'message' &&
			entry.message.legs.some(({ state }) => state === 'delivered' || state === 'read'),
	);
	return { ...phone, delivered: delivered.length, entries: timeline.length };
}
