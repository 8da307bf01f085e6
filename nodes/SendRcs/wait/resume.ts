import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { asObject, asString, defined, isObject, type JsonObject } from '../../../core/json';
import { itemJson } from '../../shared/itemJson';
import { isFinalFailure } from '../../shared/failures';
import { type Heard, replySentIn, type ReplySent } from '../../shared/replySent';
import { asWord } from '../../shared/waits';
import { type KeptWait, readWait, withMore } from './keptWait';
import { notDelivered } from './notDelivered';
import { noReply } from './noReply';
import type { Choice } from './question';

/**
 * Takes an answer that RCS Trigger hands over; n8n verified its signature. What answers an earlier question of the
 * same execution, or is none of the choices, changes nothing.
 */
export function resume(context: IWebhookFunctions): IWebhookResponseData {
	const kept = readWait(context);
	const { wait } = asObject(context.getQueryData());
	if (!kept || kept.wait !== wait) return heard('closed');
	const sent = replySentIn(context.getBodyData());
	if (sent.by === 'optOut') {
		const item = withMore(kept, { replied: false, reason: 'optedOut' });
		return { ...heard('resumed'), workflowData: noReply(context, item) };
	}
	if (sent.by === 'notDelivered') {
		if (!isFinalFailure(sent.event, kept.lastChannel)) return heard('noAnswer');
		return {
			...heard('resumed'),
			workflowData: noReply(context, withMore(kept, notDelivered(sent.event))),
		};
	}
	const answer = answerIn(sent, kept);
	if (!answer) return heard('noAnswer');
	return { ...heard('resumed'), workflowData: [[withMore(kept, replyOf(sent, answer))], [], []] };
}

function heard(rcsWait: Heard): IWebhookResponseData {
	return { webhookResponse: { rcsWait } };
}

type Answer = { choice: Choice } | { text: string };

function answerIn(
	{ by, choice, event }: ReplySent,
	{ choices, takesText }: KeptWait,
): Answer | undefined {
	const tapped = by === 'chip' ? choices[choice ?? -1] : undefined;
	if (by === 'chip') return tapped && { choice: tapped };
	const text = asString(event['text']) ?? '';
	const named = choices.find(({ label }) => asWord(label) === asWord(text));
	if (named) return { choice: named };
	return takesText && text.trim() !== '' ? { text } : undefined;
}

/** `data` is where n8n's own nodes have the answer to an approval; AI agents read it there. */
function replyOf({ by, event }: ReplySent, answer: Answer): IDataObject {
	const choice = 'choice' in answer ? answer.choice : undefined;
	const text = 'text' in answer ? answer.text : answer.choice.label;
	const respondedAt = asString(event['occurredAt']) ?? new Date().toISOString();
	const approved = choice?.approved;
	const reply = itemJson({
		text: by === 'text' ? (asString(event['text']) ?? text) : text,
		value: choice?.value ?? text,
		choice: choice?.label ?? null,
		approved,
		by,
		respondedAt,
		...more(event),
	});
	const data = approved === undefined ? {} : { data: { approved, respondedAt } };
	return { replied: true, reply, ...data };
}

/** What else the provider tells of it. */
function more({ optOut, ...event }: JsonObject): IDataObject {
	const { messageId, inboundId, eventId, channel, user, agent } = event;
	return itemJson({
		...(isObject(optOut) ? { optOut } : {}),
		...defined({ messageId: asString(messageId), inboundId: asString(inboundId) }),
		...defined({ eventId: asString(eventId), channel: asString(channel) }),
		...defined({ user: asString(user), agent: asString(agent) }),
	});
}
